"""FIT023: a heading stands alone at the foot of a page.

What it does: in a PDF, looks whether a heading is the last thing that the page is tagged with; in Word, whether each heading is kept with what
follows it, since Word makes its pages only when it is opened; and whether a document ends in a heading.
Why it matters: the reader sees a title, turns the page, and has lost it.

Fails: a page that ends in （三）费用; a heading style without “keep with next”.
Passes: a heading with two lines of its text below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile

_KEEP = Phrase("给标题样式勾选“与下段同页”", "tick “Keep with next” in the heading's style")
_FILL = Phrase("在标题下写内容，或删去标题", "write something below the heading, or remove it")


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    slides = {page.number for page in drawn.pages if page.is_slide}
    for heading in drawn.headings:
        at, called = on_page(drawn, heading.page), quoted(heading.words, Phrase("", ""))
        if heading.is_last and heading.page not in slides:
            yield warning(
                "FIT023",
                f"{at.zh}的标题{called.zh}下面没有内容",
                f"the heading {called.en} {at.en} has nothing below it".replace("  ", " "),
                where,
                _KEEP if drawn.format == "pdf" else _FILL,
            )
        elif not heading.stays:
            yield warning(
                "FIT023",
                f"{at.zh}的标题{called.zh}没有与下段同页，可能孤立在页底",
                f"the heading {called.en} {at.en} is not kept with what follows: it may stand alone at a page's foot".replace("  ", " "),
                where,
                _KEEP,
            )


CHECK = DrawnCheck("FIT023", ("docx", "pdf"), run)
