"""A matrix of levels as a shaded table: rows from high to low, the marked points by their codes."""

from __future__ import annotations

from engine.base.units import pt
from engine.model.blocks import Align, Matrix, MatrixZone
from engine.model.inlines import EMPTY, Text, Tone
from engine.model.one_line import one_line
from engine.model.paper import PaperCell
from engine.model.theme import STATUS_TONES
from engine.plan.paper import words
from engine.plan.paper.flow import Flow
from engine.plan.paper.grid import Draft, GridColumn, GridRow, add_table, header_row
from engine.plan.paper.sheet import Sheet
from engine.plan.paper.texts import bold, joined, toned

ROW = pt(40)
"""Height of a row: fields of a matrix are no lines of a table."""


def write_matrix(block: Matrix, flow: Flow) -> None:
    columns = (GridColumn(weight=0.16), *(GridColumn(Align.CENTER, 0.84 / len(block.columns)) for _ in block.columns))
    names = [EMPTY, *map(one_line, block.columns)]
    rows = tuple(
        GridRow((PaperCell((one_line(label),), bold=True), *_cells(block, row, flow.sheet))) for row, label in enumerate(block.rows)
    )
    add_table(Draft(columns, (header_row(names, columns), *reversed(rows)), block.title, where=block.where, least_row=ROW), flow)


def _cells(block: Matrix, row: int, sheet: Sheet) -> tuple[PaperCell, ...]:
    return tuple(_cell(block, row, column, sheet) for column in range(len(block.columns)))


def _cell(block: Matrix, row: int, column: int, sheet: Sheet) -> PaperCell:
    zone = next((zone for zone in block.zones if (zone.column, zone.row) == (column, row)), None)
    items = [toned(bold(one_line(item.code)), item.tone) for item in block.items if (item.column, item.row) == (column, row)]
    codes: Text = joined(items, sheet.say(words.COMMA))
    paragraphs = tuple(part for part in (one_line(zone.label) if zone else EMPTY, codes) if part)
    if zone is None:
        return PaperCell(paragraphs, Align.CENTER)
    return PaperCell(paragraphs, Align.CENTER, zone.tone if zone.tone in STATUS_TONES else Tone.NORMAL, tinted=True, ground=_ground(zone))


def _ground(zone: MatrixZone) -> str:
    if zone.tone in STATUS_TONES:
        return ""
    return "surface" if zone.tone is Tone.NORMAL else "surface2"
