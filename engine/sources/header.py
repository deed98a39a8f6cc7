"""Which rows are the header, and what the columns are called.

A title row is a row with one filled cell; the header is the first row that fills most of the table's width. When that row holds figures the
file probably has no header, which is said instead of guessed around.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from engine.base.diagnostics import Diagnostic, Findings, Outcome
from engine.base.records import dataclass
from engine.sources import cell_problems, problems
from engine.sources.cells import cleaned, read_number
from engine.sources.grid import Grid, Merge, RawCell, is_blank, shown
from engine.sources.spec import TableSpec

HEAD_ROWS = 200
_SEARCHED = 30
_SHARE_OF_WIDTH = 0.6
_YEARS = range(1990, 2101)
_BREAK_IN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Header:
    """The header's first grid row and how many rows (1 or 2) it takes; the body starts at `body`."""

    first: int
    count: int

    @property
    def body(self) -> int:
        return self.first + self.count


@dataclass(frozen=True, slots=True)
class _HeadRow:
    """One row near the top: the filled columns, and those covered by cells merged across as well."""

    index: int
    filled: tuple[int, ...]
    covered: frozenset[int]


def find_header(grid: Grid, spec: TableSpec) -> Outcome[Header]:
    """Return the header, declared or found; a note is added when rows above it were skipped or a second row was recognised."""
    if grid.header is not None:
        return Outcome(Header(grid.header, 1))
    found = Findings()
    first = _declared(grid, spec.header_row) if spec.header_row else _search(grid)
    if isinstance(first, Diagnostic):
        return Outcome(None, (first,))
    if spec.header_row is None and any(not is_blank(column[row]) for column in grid.columns for row in range(first)):
        found.add(cell_problems.header_guessed(grid.rows[first], grid.row_location(first)))
    count: int = spec.header_rows or 1
    if spec.header_rows is None and _continues_below(grid, first):
        count = 2
        found.add(cell_problems.two_row_header(grid.rows[first], grid.row_location(first)))
    return found.outcome(Header(first, min(count, len(grid.rows) - first)))


def _declared(grid: Grid, number: int) -> int | Diagnostic:
    if number not in grid.rows:
        return cell_problems.header_outside(number, grid.rows[-1], grid.origin)
    row = grid.rows.index(number)
    if all(is_blank(column[row]) for column in grid.columns):
        return cell_problems.header_blank_row(number, grid.row_location(row))
    return row


def _search(grid: Grid) -> int | Diagnostic:
    head = _head_rows(grid)
    if not head:
        return problems.empty(grid.origin)
    wide = [row for row in head if len(row.filled) > 1]
    if not wide:
        return head[0].index
    width = max(len(row.covered) for row in wide)
    chosen = next(row for row in wide if len(row.covered) >= _SHARE_OF_WIDTH * width)
    for column in chosen.filled:
        cell = grid.columns[column][chosen.index]
        if not _may_name(cell):
            return cell_problems.header_not_found(grid.rows[chosen.index], shown(cell), grid.location(column, chosen.index))
    return chosen.index


def _head_rows(grid: Grid) -> list[_HeadRow]:
    """Return the first rows that have content, leaving out blank ones; none when the whole grid is blank."""
    across = _merged_across(grid.merges)
    rows: list[_HeadRow] = []
    for index in range(len(grid.rows)):
        if len(rows) == _SEARCHED:
            break
        filled = tuple(number for number, column in enumerate(grid.columns) if not is_blank(column[index]))
        if filled:
            covered = {column for merge in across if merge.top == index for column in range(merge.left, merge.right + 1)}
            rows.append(_HeadRow(index, filled, frozenset(filled) | covered))
    return rows


def _merged_across(merges: Sequence[Merge]) -> list[Merge]:
    return [merge for merge in merges if merge.right > merge.left]


def _may_name(cell: RawCell) -> bool:
    """Tell whether a cell may be a column's name: text, a date, a year."""
    match cell:
        case str():
            number = read_number(cell)
            return number is None or (number.value in _YEARS and not number.rate)
        case dt.date():
            return True
        case float() | int():
            return cell in _YEARS
        case _:
            return False


def _continues_below(grid: Grid, first: int) -> bool:
    """Tell whether cells merged across in the header row have names of their own in the row below."""
    if first + 2 >= len(grid.rows):
        return False
    below = [column[first + 1] for column in grid.columns]
    across = [merge for merge in _merged_across(grid.merges) if merge.top == first == merge.bottom]
    named = all(not is_blank(below[column]) for merge in across for column in range(merge.left, merge.right + 1))
    return bool(across) and named and all(_may_name(cell) for cell in below if not is_blank(cell))


def read_names(grid: Grid, header: Header, spec: TableSpec) -> Outcome[tuple[str, ...]]:
    """Return one name per grid column, empty for columns without any content. Two header rows are joined as `upper/lower`."""
    found = Findings()
    upper = _upper_names(grid, header)
    names = list(upper)
    if header.count == 2:
        lower = [_name(column[header.first + 1]) for column in grid.columns]
        names = [_joined(above, below) for above, below in zip(upper, lower, strict=True)]
    found.extend(
        cell_problems.column_unknown("rename", old, [name for name in names if name], grid.origin)
        for old in spec.rename
        if old not in names
    )
    names = [spec.rename.get(name, name) for name in names]
    _judge_names(grid, header, names, found)
    return found.outcome(None if found.has_errors else tuple(names))


def _upper_names(grid: Grid, header: Header) -> list[str]:
    """Return the names of the upper row, repeated over the columns they span: by merging, or by standing over named columns."""
    names = [_name(column[header.first]) for column in grid.columns]
    if header.count == 1:
        return names
    for merge in _merged_across(grid.merges):
        if merge.top == header.first:
            for column in range(merge.left + 1, min(merge.right + 1, len(names))):
                names[column] = names[merge.left]
    for column in range(1, len(names)):
        both_named = all(not is_blank(grid.columns[neighbour][header.first + 1]) for neighbour in (column - 1, column))
        if not names[column] and both_named:
            names[column] = names[column - 1]
    return names


def _joined(above: str, below: str) -> str:
    return "/".join(dict.fromkeys(part for part in (above, below) if part))


def _name(cell: RawCell) -> str:
    text = _BREAK_IN_CHINESE.sub("", cleaned(shown(cell)))
    return " ".join(text.split())


def _judge_names(grid: Grid, header: Header, names: Sequence[str], found: Findings) -> None:
    """Add an error for each name given twice and for each column that has values but no name."""
    first_use: dict[str, int] = {}
    for column, name in enumerate(names):
        if not name:
            if any(not is_blank(cell) for cell in grid.columns[column][header.body :]):
                found.add(cell_problems.header_blank(grid.location(column, header.first)))
        elif name in first_use:
            found.add(cell_problems.header_twice(name, grid.address(first_use[name], header.first), grid.location(column, header.first)))
        else:
            first_use[name] = column
