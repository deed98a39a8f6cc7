"""The fit ladder of a table: smaller type before more pages, more pages before cut words, and never a cut row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.base.units import Length, Size
from engine.layout.fit import ladder
from engine.layout.table_fit import CellType, Row, RowTooTall, column_widths, cramped_columns, row_heights, split_rows
from engine.model.theme import TypeRole


@dataclass(frozen=True, slots=True)
class FittedTable:
    """A table set on pages. `heights` has one height per row, the header's first; `pages` are ranges of rows *after* the header.

    `cramped` are the columns in which a word is cut because the table has too many of them; empty is the rule.
    """

    cells: CellType
    widths: tuple[Length, ...]
    heights: tuple[Length, ...]
    pages: tuple[range, ...]
    cramped: tuple[int, ...]


def fit_table(
    rows: Sequence[Row],
    area: Size,
    role: TypeRole,
    cells: CellType,
    *,
    weights: Sequence[float] | None = None,
    minimums: Sequence[Length] | None = None,
) -> FittedTable | RowTooTall:
    """Set a table whose first row is a header repeated on each page, at the largest size of the role that has the fewest pages.

    `cells` says margins, padding and fonts; its size and pitch are those of the ladder. A size at which a word would be cut is taken only
    if all have one. RowTooTall (index after the header) tells that even at the smallest size a row is taller than a page.
    """
    tried = [_set(rows, area, each, weights, minimums) for each in _rungs(role, cells)]
    fitted = [each for each in tried if isinstance(each, FittedTable)]
    if fitted:
        return min(fitted, key=lambda each: (len(each.cramped), len(each.pages)))
    last = tried[-1]
    assert isinstance(last, RowTooTall), "nothing was fitted"
    return last


def _rungs(role: TypeRole, cells: CellType) -> Iterator[CellType]:
    for setting in ladder(role):
        if setting.spacing == 1.0:
            yield replace(cells, size=setting.size, pitch=setting.pitch)


def _set(
    rows: Sequence[Row], area: Size, cells: CellType, weights: Sequence[float] | None, minimums: Sequence[Length] | None
) -> FittedTable | RowTooTall:
    widths = column_widths(rows, area.width, cells, weights=weights, minimums=minimums)
    header, *body = row_heights(rows, widths, cells)
    pages = split_rows(body, header, area.height)
    if isinstance(pages, RowTooTall):
        return pages
    return FittedTable(cells, widths, (header, *body), pages, cramped_columns(rows, widths, cells))
