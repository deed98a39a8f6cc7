"""A table before it is measured, and its headings in two lines where units need one of their own."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length
from engine.layout.slices import cut_text
from engine.model.blocks import Align
from engine.model.inlines import EMPTY, Text
from engine.model.paper import CELL_MARGIN, PaperCell

HALVED = (4, 8)
"""Least and most characters of a Chinese heading that is cut in the middle."""
OPENING, CLOSING = ("（", " ("), ("）", ")")
"""Brackets around the unit in a heading."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """`weight` shares the width, None means by content. `least` is a width that is kept."""

    align: Align = Align.LEFT
    weight: float | None = None
    least: Length = ZERO


@dataclass(frozen=True, slots=True)
class GridRow:
    """Cells from left to right; a cell that spans is followed by None for each column it covers. One that is `joined` says nothing without the
    row above.
    """

    cells: tuple[PaperCell | None, ...]
    header: bool = False
    total: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A table before it is measured. `fixed` keeps the weights whatever that does to the cells (calendars); `least_row` is the height of rows of
    the body that need no more, None as tables have it.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    title: Text = EMPTY
    note: Text = EMPTY
    source: Text = EMPTY
    where: Location = NOWHERE
    margin: Length = CELL_MARGIN
    fixed: bool = False
    least_row: Length | None = None


def header_row(names: Sequence[Text], columns: Sequence[GridColumn]) -> GridRow:
    cells = tuple(PaperCell((name,), column.align, bold=True) for name, column in zip(names, columns, strict=True))
    return GridRow(cells, header=True)


def unit_below(row: GridRow) -> GridRow:
    """Return a header row with each unit in brackets on a line of its own."""
    if not row.header:
        return row
    return replace(
        row,
        cells=tuple(cell and (cell if cell.span > 1 else replace(cell, paragraphs=_before_bracket(cell.paragraphs))) for cell in row.cells),
    )


def _before_bracket(paragraphs: tuple[Text, ...]) -> tuple[Text, ...]:
    """Return a heading in two lines: before the bracket of its unit, else at its last space, else a short Chinese one in halves."""
    if len(paragraphs) != 1 or "\n" in paragraphs[0].plain:
        return paragraphs
    whole, plain = paragraphs[0], paragraphs[0].plain
    opening = next((each for each in OPENING if plain.endswith(CLOSING) and plain.rfind(each) > 0), " ")
    at = plain.rfind(opening)
    if at <= 0 and plain.isalpha() and not plain.isascii() and HALVED[0] <= len(plain) <= HALVED[1]:
        at = len(plain) // 2
    if at <= 0:
        return paragraphs
    name, unit = cut_text(whole, (at,))
    return (name, cut_text(unit, (1,))[1] if unit.plain.startswith(" ") else unit)
