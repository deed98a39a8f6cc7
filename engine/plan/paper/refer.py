"""Cross-references: a span that points at a chart or table by its title prints its number (“图 3-1”) and leads to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.base.records import replace
from engine.model.inlines import Text
from engine.model.paper import (
    Caption,
    PaperBlock,
    PaperBreak,
    PaperCallout,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperRow,
    PaperTable,
    Reference,
)

Captions = Mapping[str, Caption]
"""By the title that authors refer to; of equal titles the first."""


def with_references(flow: Sequence[PaperBlock]) -> list[PaperBlock]:
    """Return the flow with the numbers of what is referred to; what has no number keeps its title."""
    captions: dict[str, Caption] = {}
    for block in flow:
        if isinstance(block, PaperTable | PaperChart | PaperPicture) and block.caption:
            captions.setdefault(block.caption.title.plain, block.caption)
    return [_referred(block, captions) for block in flow]


def _referred(block: PaperBlock, captions: Captions) -> PaperBlock:
    match block:
        case PaperParagraph():
            return _paragraph(block, captions)
        case PaperCallout():
            return replace(block, paragraphs=tuple(_paragraph(each, captions) for each in block.paragraphs))
        case PaperTable():
            rows = tuple(_row(row, captions) for row in block.rows)
            return replace(block, rows=rows, note=numbered(block.note, captions)[0], source=numbered(block.source, captions)[0])
        case PaperChart() | PaperPicture():
            return replace(block, source=numbered(block.source, captions)[0])
        case PaperBreak():
            return block


def _paragraph(block: PaperParagraph, captions: Captions) -> PaperParagraph:
    text, references = numbered(block.text, captions)
    return replace(block, text=text, references=(*block.references, *references)) if references else block


def _row(row: PaperRow, captions: Captions) -> PaperRow:
    if not any(span.ref for cell in row.cells if cell for each in cell.paragraphs for span in each.spans):
        return row
    cells = (cell and replace(cell, paragraphs=tuple(numbered(each, captions)[0] for each in cell.paragraphs)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def numbered(text: Text, captions: Captions) -> tuple[Text, tuple[Reference, ...]]:
    """Return the text with numbers in place of titles, and where they stand in it."""
    if not any(span.ref for span in text.spans):
        return text, ()
    spans = []
    references = []
    at = 0
    for span in text.spans:
        caption = captions.get(span.ref) if span.ref else None
        if caption is not None:
            words = f"{caption.kind}\u00a0{caption.number}"
            references.append(Reference(at, at + len(words), caption.bookmark))
            span = replace(span, text=words, ref=None)  # noqa: PLW2901
        spans.append(span)
        at += len(span.text)
    return replace(text, spans=tuple(spans)), tuple(references)
