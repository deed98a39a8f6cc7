"""Columns of verdicts stand at the left edge on paper, sign under sign, wherever the author or a slide has them."""

from __future__ import annotations

from typing import Final

from engine.base.records import replace
from engine.model.blocks import Align
from engine.model.paper import PaperCell
from engine.model.theme import STATUS_GLYPHS
from engine.plan.paper.grid_draft import Draft, GridRow

_SIGNS: Final = tuple(STATUS_GLYPHS.values())


def with_verdicts_left(draft: Draft) -> Draft:
    """Return the draft with the columns left-aligned whose cells all begin with the sign of a verdict."""
    found = [at for at, column in enumerate(draft.columns) if column.align is not Align.LEFT and _are_verdicts(draft, at)]
    if not found:
        return draft
    columns = tuple(replace(column, align=Align.LEFT) if at in found else column for at, column in enumerate(draft.columns))
    return replace(draft, columns=columns, rows=tuple(_at_left(row, found) for row in draft.rows))


def _are_verdicts(draft: Draft, at: int) -> bool:
    cells = [row.cells[at] for row in draft.rows if not row.header]
    said = ["".join(each.plain for each in cell.paragraphs) for cell in cells if cell is not None and not cell.tinted]
    return len(said) == len(cells) and any(said) and all(words.startswith(_SIGNS) for words in said if words)


def _at_left(row: GridRow, columns: list[int]) -> GridRow:
    def turned(at: int, cell: PaperCell | None) -> PaperCell | None:
        return replace(cell, align=Align.LEFT) if cell is not None and cell.span == 1 and at in columns else cell

    return replace(row, cells=tuple(turned(at, cell) for at, cell in enumerate(row.cells)))
