"""FIT003: an element stands outside its slide.

What it does: compares the box of every object of a finished deck with the slide's edges. Pictures and plain shapes may bleed over them;
words, tables and charts may not, and nothing may lie beside the slide altogether but a title above or left of it, which is there for
screen readers.
Why it matters: what is outside is cut off when shown and printed.

Fails: a table whose last column ends 0.4 in right of the slide; a text box that was pushed beside the slide and forgotten.
Passes: a coloured band that reaches over the edge on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnBox, DrawnFile, DrawnPage, Kind

SLACK = 3.0
"""Points that a frame may reach over the edge: it is larger than its words."""
_TOLD = frozenset({Kind.TEXT, Kind.TABLE, Kind.CHART})


def is_off(kind: Kind, box: DrawnBox, page: DrawnPage) -> bool:
    """Tell whether something that should be seen stands outside its slide."""
    over = box.x < -SLACK or box.y < -SLACK or box.right > page.width + SLACK or box.bottom > page.height + SLACK
    beside = box.right <= 0 or box.bottom <= 0 or box.x >= page.width or box.y >= page.height
    return over and (kind in _TOLD or (beside and box.width + box.height > 0))


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    pages = {page.number: page for page in drawn.pages}
    for each in drawn.objects:
        page = pages.get(each.page)
        if page is not None and each.box is not None and is_off(each.kind, each.box, page):
            at, called = on_page(drawn, each.page), quoted(each.words or each.name, Phrase("一个图形", "a shape"))
            yield warning(
                "FIT003",
                f"{at.zh}的{called.zh}伸出页面",
                f"{called.en} {at.en} reaches over the edge of the slide",
                where,
                Phrase("移回页内，或删去", "move it onto the slide, or delete it"),
            )


CHECK = DrawnCheck("FIT003", ("pptx",), run)
