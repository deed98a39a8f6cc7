"""FIT024: one line of a paragraph may stand alone on a page.

What it does: looks in Word for long paragraphs of running text that neither control widows nor stay whole, by themselves or by their styles.
Why it matters: a single line at the head or foot of a page is read as a heading, or not at all.

Fails: a body style with “Widow/Orphan control” switched off.
Passes: the same style with it; a short paragraph; the cells of a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, quoted
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for words in drawn.loose:
        called = quoted(words, Phrase("", ""))
        yield warning(
            "FIT024",
            f"段落{called.zh}没有孤行控制",
            f"the paragraph {called.en} may leave a line alone on a page",
            where,
            Phrase("给正文样式勾选“孤行控制”", "tick “Widow/Orphan control” in the style of the text"),
        )


CHECK = DrawnCheck("FIT024", ("docx",), run)
