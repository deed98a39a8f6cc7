"""FIT026: a page break leaves one line of a paragraph alone.

What it does: looks in the plain columns of a PDF for a paragraph whose first line is the last of a page (an orphan), or whose last line is the
first of the next page (a widow). A line must end its paragraph, or begin it, beyond doubt: by its length, an indent or the space around it.
Why it matters: the reader turns the page for half a sentence.

Fails: “月内恢复供货。” alone at the top of page 7, the rest of its paragraph on page 6.
Passes: two lines of it there.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for stray in drawn.strays:
        at, called = on_page(drawn, stray.page), quoted(stray.words, Phrase("", ""))
        zh = "页首只有段落的最后一行" if stray.is_last else "页末只有段落的第一行"
        en = "the last line of its paragraph alone at the head" if stray.is_last else "the first line of its paragraph alone at the foot"
        yield warning(
            "FIT026",
            f"{at.zh}{zh}：{called.zh}",
            f"{called.en} {at.en} is {en}",
            where,
            Phrase("打开“孤行控制”，或调整上文", "switch on widow and orphan control, or edit the text before it"),
        )


CHECK = DrawnCheck("FIT026", ("pdf",), run)
