"""Captions: “图 3-1 题名”, numbered by fields.

The chapter's number is a sequence of its own, set where a chapter has its first caption: Word's way of asking the heading for its number gives
三 instead of 3, and a count hidden in the headings is shown by LibreOffice. The first of a kind in a chapter sets its sequence too, for
LibreOffice knows no restart by heading level.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.paper import Caption, PaperBlock, PaperChart, PaperPicture, PaperTable
from engine.writers.docx.fields import field
from engine.writers.docx.marks import Marks
from engine.writers.docx.text import TIED_HYPHEN, TextWriter

CHAPTER = "章"
BOLD = "<w:b/><w:bCs/>"
_WIDE_SPACE, _TIE = "\u3000", "\u00a0"


def label(caption: Caption) -> str:
    return f"{caption.kind}{_TIE}{caption.number}"


def labels(flow: Iterable[PaperBlock]) -> dict[str, str]:
    """Return the printed labels by bookmark."""
    captions = (block.caption for block in flow if isinstance(block, PaperTable | PaperChart | PaperPicture))
    return {caption.bookmark: label(caption) for caption in captions if caption and caption.bookmark}


class CaptionWriter:
    """Writes captions in document order; it remembers which chapter the last one was in."""

    def __init__(self, text: TextWriter, marks: Marks) -> None:
        self._text = text
        self._marks = marks
        self._chapter = 0

    def runs(self, caption: Caption) -> str:
        """Return the caption's content; what references repeat is bookmarked."""
        text = self._text
        counted = r"\c" if caption.chapter == self._chapter else rf"\r {caption.chapter}"
        self._chapter = caption.chapter
        chapter = field(rf"SEQ {CHAPTER} {counted} \* ARABIC", text.run(str(caption.chapter), bold=True), BOLD)
        start = r"\r 1" if caption.sequence == 1 else r"\s 1"
        sequence = field(rf"SEQ {caption.kind} \* ARABIC {start}", text.run(str(caption.sequence), bold=True), BOLD)
        number = f"{text.run(f'{caption.kind}{_TIE}', bold=True)}{chapter}{text.run(TIED_HYPHEN, bold=True)}{sequence}"
        return f"{self._marks.bookmarked(caption.bookmark, number)}{text.run(gap(chinese=text.chinese))}{text.runs(caption.title)}"


def gap(*, chinese: bool) -> str:
    """Return what stands between number and title, here and in the list of figures."""
    return _WIDE_SPACE if chinese else "  "
