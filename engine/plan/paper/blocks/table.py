"""Tables as the author wrote them: groups as a band above the header, badges as bold words, units in the header."""

from __future__ import annotations

from engine.model.blocks import Align, Badge, Table, TableCell, TableColumn, TableRow
from engine.model.inlines import Text, Tone
from engine.model.paper import PaperCell
from engine.plan.paper import words
from engine.plan.paper.blocks.chart import with_prefix
from engine.plan.paper.flow import Flow
from engine.plan.paper.grid import Draft, GridColumn, GridRow, add_table
from engine.plan.paper.sheet import Sheet
from engine.plan.paper.texts import bold, joined, quiet

GRADE_TONES = {"A": Tone.STRONG, "B": Tone.STRONG}


def write_table(block: Table, flow: Flow) -> None:
    columns = tuple(GridColumn(column.align, column.weight) for column in block.columns)
    head = tuple(PaperCell((_heading(column, flow.sheet),), column.align, bold=True) for column in block.columns)
    body = tuple(GridRow(tuple(_cells(row, block.columns)), total=row.total) for row in block.rows)
    rows = (*_bands(block), GridRow(head, header=True), *body)
    add_table(Draft(columns, rows, block.caption, block.note, with_prefix(block.source, flow.sheet), where=block.where), flow)


def _bands(block: Table) -> tuple[GridRow, ...]:
    """Return the row of groups: each label spans its columns, the one that carries the message on a deeper ground."""
    if not block.groups:
        return ()
    cells: list[PaperCell | None] = []
    for index, group in enumerate(block.groups):
        strong = group.strong or (block.arrows and index == len(block.groups) - 1)
        cells.append(PaperCell((group.label,), Align.CENTER, bold=True, span=group.span, ground="p200" if strong else "surface2"))
        cells += [None] * (group.span - 1)
    return (GridRow(tuple(cells), header=True),)


def _heading(column: TableColumn, sheet: Sheet) -> Text:
    unit = f"{sheet.say(words.OPEN)}{column.unit}{sheet.say(words.CLOSE)}" if column.unit else ""
    return joined((column.header, unit))


def _cells(row: TableRow, columns: tuple[TableColumn, ...]) -> list[PaperCell]:
    return [_cell(cell, column) for cell, column in zip(row.cells, columns, strict=True)]


def _cell(cell: TableCell, column: TableColumn) -> PaperCell:
    badge = cell.badge is not Badge.NONE
    strong = cell.bold or badge
    if cell.second:  # a second line is said in a lower voice than a bold first one
        first = bold(cell.text) if strong else cell.text
        paragraphs, strong = tuple(part for part in (first, quiet(cell.second)) if part), False
    else:
        paragraphs = (cell.text,) if cell.text else ()
    tone = GRADE_TONES.get(cell.text.plain, cell.tone) if badge and cell.tone is Tone.NORMAL else cell.tone
    return PaperCell(paragraphs, column.align, tone, cell.tinted, strong)
