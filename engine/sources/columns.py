"""What type a column has, and its typed values.

Declared types are obeyed. Otherwise a column is a number or date column when all its cells can be read so; when four in five can, the
others are mistakes and are named; else it is text. Work is done once per distinct cell, since names, dates and marks repeat.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome
from engine.base.records import dataclass, replace
from engine.model.tables import Cell, Column, ColumnType, StrayCell
from engine.sources import cell_problems, limits
from engine.sources.bulk import plain_figures
from engine.sources.cells import ERROR_VALUES, MISSING_ANYWHERE, MISSING_IN_FIGURES, Number, cleaned, is_code, read_number
from engine.sources.contract_spec import TypeWord
from engine.sources.dates import DateWord, from_serial, is_ambiguous, read_date, read_declared, reader_for, snapped
from engine.sources.grid import BadCell, CellFault, Grid, Percent, RawCell, shown
from engine.sources.long_cells import LongCells
from engine.sources.spec import TableSpec
from engine.sources.tidy import Body

_MOSTLY = 0.8
_UNIT_NAMES = frozenset({"单位", "计量单位", "unit", "Unit", "UNIT"})


@dataclass(frozen=True, slots=True)
class _Rules:
    """How the cells of one table are read. `own_units` says that each row names its unit, so % and plain figures may share a column."""

    missing: frozenset[str]
    decimal_comma: bool
    base_date: dt.date
    own_units: bool
    own_format: Callable[[str], dt.date | None] | None

    def is_missing(self, cell: RawCell, marks: Collection[str]) -> bool:
        if cell is None:
            return True
        if isinstance(cell, BadCell):
            return cell.text in self.missing
        return isinstance(cell, str) and ((text := cleaned(cell)) in marks or text in self.missing)

    def number(self, cell: RawCell) -> Number | None:
        match cell:
            case str():
                return read_number(cleaned(cell), decimal_comma=self.decimal_comma)
            case Percent():
                return Number(cell.value, rate=True)
            case float() | int():
                return Number(float(cell)) if math.isfinite(cell) else None
            case _:
                return None

    def date(self, cell: RawCell) -> dt.date | None:
        if isinstance(cell, str):
            text = cleaned(cell)
            return (self.own_format(text) if self.own_format else None) or read_date(text)
        return cell if isinstance(cell, dt.date) else None

    def declared_date(self, cell: RawCell, word: DateWord) -> dt.date | None:
        """Return the date of a cell in a declared date column, where figures are serials or 20250701."""
        if isinstance(cell, (int, float)):
            day = from_serial(cell, self.base_date) or read_declared(shown(cell), word, self.base_date)
        else:
            day = self.date(cell) or (read_declared(cleaned(cell), word, self.base_date) if isinstance(cell, str) else None)
        return None if day is None else snapped(day, word)


@dataclass(frozen=True, slots=True)
class _Raw:
    """One column of the body with all that its mistakes need to be named."""

    name: str
    letter: str
    cells: Sequence[RawCell]
    locate: Callable[[int], Location]
    distinct: frozenset[RawCell]

    def typed(self, kind: ColumnType, values: Mapping[RawCell, Cell], *, percent: bool = False) -> Column:
        packed = self.cells.mapped(values, kind) if isinstance(self.cells, LongCells) else None
        return Column(self.name, kind, packed or tuple([values[cell] for cell in self.cells]), self.letter, percent)

    def first(self, wanted: Collection[RawCell]) -> int:
        if isinstance(self.cells, LongCells):
            return self.cells.rows_of(wanted)[0]
        return next(index for index, cell in enumerate(self.cells) if cell in wanted)

    def rows_of(self, wanted: Collection[RawCell]) -> list[int]:
        if not wanted:
            return []
        if isinstance(self.cells, LongCells):
            return self.cells.rows_of(wanted)
        return [index for index, cell in enumerate(self.cells) if cell in wanted]

    def counts(self) -> Mapping[RawCell, int]:
        return self.cells.counts() if isinstance(self.cells, LongCells) else Counter(self.cells)

    def each(self, wanted: Collection[RawCell], problem: Callable[[str, Location], Diagnostic]) -> list[Diagnostic]:
        """Return one problem per cell in `wanted`, the long tail of a list in one line."""
        rows = self.rows_of(wanted)
        listed = [problem(shown(self.cells[index]), self.locate(index)) for index in rows[: limits.MAX_LISTED]]
        if len(rows) > limits.MAX_LISTED:
            listed.append(cell_problems.more(len(rows) - limits.MAX_LISTED, listed[-1]))
        return listed


def type_columns(grid: Grid, body: Body, spec: TableSpec) -> Outcome[tuple[Column, ...]]:
    """Return the typed columns of a body, or every cell that cannot be read."""
    found = Findings()
    found.extend(cell_problems.column_unknown("types", name, body.names, grid.origin) for name in spec.types if name not in body.names)
    rules = _Rules(
        frozenset(spec.missing),
        spec.decimal_comma,
        grid.base_date,
        not _UNIT_NAMES.isdisjoint(body.names),
        reader_for(spec.date_format) if spec.date_format else None,
    )
    figures_may_be_missing = any(read_number(mark) is not None for mark in rules.missing)
    columns = []
    for name, index, cells in zip(body.names, body.grid_columns, body.columns, strict=True):
        declared: TypeWord | None = spec.types.get(name) or ("text" if name in grid.texts else None)
        quick = not rules.decimal_comma and not figures_may_be_missing and declared in {None, "number"}
        if quick and (figures := _plain_figures(cells)) is not None:
            columns.append(Column(name, ColumnType.NUMBER, figures, grid.letter(index)))
            continue
        if isinstance(cells, LongCells) and not rules.missing and declared in {None, "text"} and (words := cells.identifiers()) is not None:
            columns.append(Column(name, ColumnType.TEXT, words, grid.letter(index)))
            continue
        distinct = frozenset(cells.counts() if isinstance(cells, LongCells) else cells)
        raw = _Raw(name, grid.letter(index), cells, _locator(grid, index, body.rows), distinct)
        columns.append(_type_column(raw, declared, rules, found))
    return found.outcome(tuple(columns))


def _plain_figures(cells: Sequence[RawCell]) -> Sequence[Cell] | None:
    return cells.figures() if isinstance(cells, LongCells) else plain_figures(cells)


def _locator(grid: Grid, column: int, rows: Sequence[int]) -> Callable[[int], Location]:
    def locate(index: int) -> Location:
        return grid.location(column, rows[index])

    return locate


def _type_column(raw: _Raw, declared: TypeWord | None, rules: _Rules, found: Findings) -> Column:
    bad = {cell for cell in raw.distinct if _is_bad(cell) and not rules.is_missing(cell, ())}
    if bad:
        found.extend(raw.each({cell for cell in bad if not _lacks_result(cell)}, cell_problems.error_value))
        found.extend(raw.each({cell for cell in bad if _lacks_result(cell)}, cell_problems.no_result))
    present = frozenset(cell for cell in raw.distinct if cell not in bad and not rules.is_missing(cell, MISSING_IN_FIGURES))
    match declared:
        case "text":
            return _as_text(raw, rules, bad)
        case "number" | "percent":
            return _as_numbers(raw, {cell: rules.number(cell) for cell in present}, found, rules, declared)
        case "date" | "month" | "week":
            return _as_dates(raw, {cell: rules.declared_date(cell, declared) for cell in present}, found, declared)
        case None:
            return _inferred(raw, present, bad, rules, found)


def _inferred(raw: _Raw, present: frozenset[RawCell], bad: Collection[RawCell], rules: _Rules, found: Findings) -> Column:
    numbers = {cell: rules.number(cell) for cell in present}
    if _mostly(raw, numbers) and not any(isinstance(cell, str) and is_code(cell) for cell in present):
        return _as_numbers(raw, numbers, found, rules, None)
    dates = {cell: rules.date(cell) for cell in present}
    if _mostly(raw, dates):
        return _as_dates(raw, dates, found)
    return replace(_as_text(raw, rules, bad), stray=_stray(raw, numbers))


def _stray(raw: _Raw, numbers: Mapping[RawCell, Number | None]) -> StrayCell | None:
    """Return the first cell that is no number in a column where some are; codes such as 007 are text on purpose."""
    unread = {cell for cell, number in numbers.items() if number is None}
    if len(unread) == len(numbers) or not unread or any(isinstance(cell, str) and is_code(cell) for cell in numbers):
        return None
    index = raw.first(unread)
    return StrayCell(shown(raw.cells[index]), raw.locate(index))


def _mostly(raw: _Raw, readings: Mapping[RawCell, object | None]) -> bool:
    """Tell whether at least four in five of the cells that say something could be read."""
    if not readings:
        return False
    unread = {cell for cell, reading in readings.items() if reading is None}
    if not unread or len(unread) == len(readings):
        return not unread
    counts = raw.counts()
    lost = sum(counts[cell] for cell in unread)
    return lost <= (1 - _MOSTLY) * sum(counts[cell] for cell in readings) + 1e-9


def _is_bad(cell: RawCell) -> bool:
    return isinstance(cell, BadCell) or (isinstance(cell, str) and cell in ERROR_VALUES)


def _lacks_result(cell: RawCell) -> bool:
    return isinstance(cell, BadCell) and cell.fault is CellFault.NO_RESULT


def _as_text(raw: _Raw, rules: _Rules, bad: Collection[RawCell]) -> Column:
    texts: dict[RawCell, Cell] = {
        cell: None if cell in bad or rules.is_missing(cell, MISSING_ANYWHERE) else cleaned(shown(cell)) for cell in raw.distinct
    }
    return raw.typed(ColumnType.TEXT, texts)


def _as_dates(raw: _Raw, dates: Mapping[RawCell, dt.date | None], found: Findings, word: DateWord = "date") -> Column:
    unread = {cell for cell, day in dates.items() if day is None}
    ambiguous = {cell for cell in unread if isinstance(cell, str) and is_ambiguous(cell)}
    found.extend(raw.each(ambiguous, lambda text, where: cell_problems.date_order(raw.name, text, where)))
    found.extend(raw.each(unread - ambiguous, lambda text, where: cell_problems.not_a_date(raw.name, text, word, where)))
    return raw.typed(ColumnType.DATE, {cell: dates.get(cell) for cell in raw.distinct})


def _as_numbers(raw: _Raw, numbers: Mapping[RawCell, Number | None], found: Findings, rules: _Rules, declared: TypeWord | None) -> Column:
    unread = {cell for cell, number in numbers.items() if number is None}
    found.extend(raw.each(unread, lambda text, where: cell_problems.not_a_number(raw.name, text, where)))
    read = {cell: number for cell, number in numbers.items() if number is not None}
    rates = {cell for cell, number in read.items() if number.rate}
    plain = {cell for cell, number in read.items() if not number.rate and number.value}  # 0 is 0%
    values: dict[RawCell, float] = {cell: number.value for cell, number in read.items()}
    if rates and plain and declared != "number" and not rules.own_units:
        fewer = plain if len(plain) <= len(rates) else rates
        index = raw.first(fewer)
        found.add(cell_problems.percent_mix(raw.name, shown(raw.cells[index]), raw.locate(index)))
    elif declared == "percent" and plain:
        as_points = any(abs(values[cell]) > 1 for cell in plain)
        if as_points:
            values |= {cell: values[cell] / 100 for cell in plain}
        found.add(cell_problems.percent_read(raw.name, as_points, raw.locate(raw.first(plain))))
    percent = declared == "percent" or (bool(rates) and not plain)
    return raw.typed(ColumnType.NUMBER, {cell: values.get(cell) for cell in raw.distinct}, percent=percent)
