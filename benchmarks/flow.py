"""A planned paper as plain lists: what a person would type into a script that writes a document from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.drawing import plain_chart
from engine.model.inlines import Text
from engine.model.paper import (
    HEADINGS,
    Caption,
    Paper,
    PaperBlock,
    PaperBreak,
    PaperCallout,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    ParagraphRole,
)

Plain = dict[str, Any]
_BULLETS = (ParagraphRole.BULLET, ParagraphRole.BULLET_2)


def flow_of(paper: Paper) -> Plain:
    """Return the paper from its cover to its end; lengths in EMU, sizes in points."""
    cover = [(fact.label.plain, fact.value.plain) for fact in paper.cover.facts]
    entries = [(entry.level, entry.number + entry.title, entry.page, entry.bookmark) for entry in (*paper.contents, *paper.figures)]
    return {
        "title": paper.meta.title,
        "size": [int(paper.size.width), int(paper.size.height)],
        "unit": paper.cover.unit,
        "subtitle": paper.cover.subtitle.plain,
        "facts": cover,
        "contents": entries,
        "header": paper.header,
        "footer": paper.footer,
        "blocks": [plain for block in paper.flow for plain in _block(block)],
    }


def _block(block: PaperBlock) -> Iterator[Plain]:
    match block:
        case PaperParagraph():
            yield _paragraph(block)
        case PaperCallout():
            yield {"kind": "callout", "label": _runs(block.label), "paragraphs": [_runs(each.text) for each in block.paragraphs]}
        case PaperTable():
            yield from _line("caption", block.caption)
            rows = [{"cells": [_cell(cell.paragraphs) if cell else [] for cell in row.cells], "header": row.header} for row in block.rows]
            yield {"kind": "table", "widths": [int(width) for width in block.widths], "rows": rows, "size": block.size}
            yield from _line("note", block.note)
            yield from _line("note", block.source)
        case PaperChart():
            yield plain_chart(block.figure, [0, 0, int(block.size.width), int(block.size.height)]) | {"alt": block.alt}
            yield from _line("caption", block.caption)
            yield from _line("note", block.source)
        case PaperPicture():
            yield {"kind": "picture", "alt": block.alt, "blob": block.blob, "frame": [0, 0, int(block.size.width), int(block.size.height)]}
            yield from _line("caption", block.caption)
        case PaperBreak():
            yield {"kind": "break", "to": block.kind.value}


def _paragraph(block: PaperParagraph) -> Plain:
    if block.role in HEADINGS:
        level = HEADINGS.index(block.role) + 1
        return {"kind": "heading", "level": level, "text": block.number + block.text.plain, "bookmark": block.bookmark}
    return {"kind": "bullet" if block.role in _BULLETS else "text", "runs": [(block.number, False), *_runs(block.text)]}


def _cell(paragraphs: tuple[Text, ...]) -> list[list[tuple[str, bool]]]:
    return [_runs(each) for each in paragraphs]


def _line(kind: str, said: Caption | Text | None) -> Iterator[Plain]:
    words = f"{said.kind} {said.number} {said.title.plain}" if isinstance(said, Caption) else said.plain if said else ""
    if words:
        yield {"kind": kind, "runs": [(words, False)], "bookmark": said.bookmark if isinstance(said, Caption) else ""}


def _runs(said: Text) -> list[tuple[str, bool]]:
    return [(span.text, span.bold) for span in said.spans]
