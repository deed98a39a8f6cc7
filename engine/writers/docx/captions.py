r"""Captions: “图 3-1 题名”, numbered by fields.

The chapter's number is a sequence too: each chapter heading counts it up without showing it. `STYLEREF 1 \s` would give 三 instead of 3.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.paper import Caption, PaperBlock, PaperChart, PaperPicture, PaperTable
from engine.writers.docx.fields import field
from engine.writers.docx.marks import Marks
from engine.writers.docx.text import TextWriter

CHAPTER = "章"
BOLD = "<w:b/><w:bCs/>"
_WIDE_SPACE = "\u3000"


def chapter_count() -> str:
    """Return the hidden field that counts chapters."""
    return field(rf"SEQ {CHAPTER} \h", "")


def label(caption: Caption) -> str:
    return f"{caption.kind} {caption.number}"


def labels(flow: Iterable[PaperBlock]) -> dict[str, str]:
    """Return the printed labels by bookmark."""
    captions = (block.caption for block in flow if isinstance(block, PaperTable | PaperChart | PaperPicture))
    return {caption.bookmark: label(caption) for caption in captions if caption and caption.bookmark}


def caption_runs(caption: Caption, text: TextWriter, marks: Marks) -> str:
    """Return the caption's content; what references repeat is bookmarked."""
    chapter = field(rf"SEQ {CHAPTER} \c \* ARABIC", text.run(str(caption.chapter), bold=True), BOLD)
    sequence = field(rf"SEQ {caption.kind} \* ARABIC \s 1", text.run(str(caption.sequence), bold=True), BOLD)
    number = f"{text.run(f'{caption.kind} ', bold=True)}{chapter}{text.run('-', bold=True)}{sequence}"
    return f"{marks.bookmarked(caption.bookmark, number)}{text.run(gap(chinese=text.chinese))}{text.runs(caption.title)}"


def gap(*, chinese: bool) -> str:
    """Return what stands between number and title, here and in the list of figures."""
    return _WIDE_SPACE if chinese else "  "
