"""FIT033: words are cut off where a frame in a document ends.

What it does: `debrief check --rendered FILE.docx` lets LibreOffice draw the document, and looks in the drawing for the words of text boxes and of
table rows with an exact height. What does not fit into them is not drawn at all.
Why it matters: the words are in the file, and nobody sees them, on paper least of all.

Fails: two sentences in a text box of one line; a table row of exactly 0.8 cm with three lines in a cell.
Passes: the same in a box that grows with its text; a row of at least 0.8 cm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import quoted
from engine.checks.rendered.definition import DocumentCheck
from engine.probe.fixed_frames import FixedText


def run(texts: Sequence[FixedText], where: Location) -> Iterator[Diagnostic]:
    for text in texts:
        lost = text.letters - text.drawn
        if lost:
            called, place = quoted(text.words, Phrase("", "")), ("表格单元格", "table cell") if text.in_cell else ("文本框", "text box")
            yield warning(
                "FIT033",
                f"{place[0]}里的{called.zh}有 {lost} 个字画不出来",
                f"{lost} letters of {called.en} in a {place[1]} are not drawn",
                where,
                Phrase("把框或行高放大，或让它随文字增高", "enlarge the frame or the row, or let it grow with its text"),
            )


CHECK = DocumentCheck("FIT033", run)
