"""Holds a table against its contract: columns and settings that cannot be meant, then every cell, key, date and count that breaks it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal

from engine.base.diagnostics import Diagnostic, Findings, Location, Severity
from engine.base.records import dataclass, replace
from engine.model.tables import Cell, Column, ColumnType
from engine.sources import cell_problems, contract_problems, limits
from engine.sources.cells import read_number
from engine.sources.contract_spec import PERIOD_END, ColumnContract, DataContract, Limit, TypeWord
from engine.sources.dates import read_date
from engine.sources.definition import Request
from engine.sources.grid import Grid, shown
from engine.sources.tidy import Body


def judged(request: Request, contract: DataContract, columns: Sequence[Column] | None, grid: Grid, body: Body) -> tuple[Diagnostic, ...]:
    """Return what the contract says that cannot be meant, which are errors; else what breaks it, with the contract's own severity.

    `columns` is None when a cell could not be read: then only the contract itself is judged.
    """
    senseless = _senseless(request, contract, body.names)
    if senseless or columns is None:
        return senseless
    checking = _Checking(request, contract, columns, grid, body)
    severity = Severity.ERROR if contract.severity == "error" else Severity.WARNING
    broken = [replace(item, severity=severity) for item in checking.breaches()]
    return (*checking.settings, *broken)


def _senseless(request: Request, contract: DataContract, names: Sequence[str]) -> tuple[Diagnostic, ...]:
    found = Findings()
    for path, name in _named(contract):
        if name not in names:
            found.add(contract_problems.column_unknown(name, names, request.place("contract", *path)))
    for name, column in contract.columns.items():
        declared = request.spec.types.get(name)
        if column.type is not None and declared is not None and declared != column.type:
            found.add(contract_problems.types_differ(name, declared, column.type, request.place("contract", "columns", name)))
    return tuple(found)


def _named(contract: DataContract) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every column that the contract names, with where it does."""
    yield from ((("columns", name), name) for name in contract.columns)
    yield from ((("required", index), name) for index, name in enumerate(contract.required))
    yield from ((("unique", index), name) for index, name in enumerate(contract.unique))
    if contract.fresh_by is not None:
        yield ("fresh_by",), contract.fresh_by


@dataclass(frozen=True, slots=True)
class _Bound:
    """One limit of a column as a value of its type; `written` as in the YAML."""

    key: Literal["min", "max"]
    value: float | dt.date
    written: Limit

    def is_broken_by(self, value: Cell) -> bool:
        match value, self.value:
            case float() as number, float() as limit:
                return number < limit if self.key == "min" else number > limit
            case dt.date() as day, dt.date() as limit:
                return day < limit if self.key == "min" else day > limit
            case _:
                return False


class _Checking:
    """One table on its way through its contract; what is wrong with the contract itself gathers in `settings`."""

    def __init__(self, request: Request, contract: DataContract, columns: Sequence[Column], grid: Grid, body: Body) -> None:
        self.request, self.contract, self.grid, self.body = request, contract, grid, body
        self.columns = {column.name: column for column in columns}
        self.settings: list[Diagnostic] = []

    def breaches(self) -> list[Diagnostic]:
        found: list[Diagnostic] = []
        for name in self.contract.required:
            found += self._each(name, _rows_where(self.columns[name], lambda value: value is None), contract_problems.cell_empty)
        for name, column in self.contract.columns.items():
            found += self._one_of(self.columns[name], column)
            found += self._in_range(self.columns[name], column)
        found += self._unique()
        found += self._fresh()
        found += self._row_count()
        return found

    def _where(self, name: str, row: int) -> Location:
        return self.grid.location(self.body.grid_columns[self.body.names.index(name)], self.body.rows[row])

    def _shown(self, name: str, row: int) -> str:
        return shown(self.body.columns[self.body.names.index(name)][row])

    def _each(self, name: str, rows: Sequence[int], problem: Callable[[str, str, Location], Diagnostic]) -> list[Diagnostic]:
        """Return one problem per row, the long tail of a list in one line."""
        listed = [problem(name, self._shown(name, row), self._where(name, row)) for row in rows[: limits.MAX_LISTED]]
        return _with_tail(listed, len(rows))

    def _one_of(self, column: Column, promise: ColumnContract) -> list[Diagnostic]:
        if not promise.one_of:
            return []
        allowed = {_typed(value, column.type) for value in promise.one_of}
        if None in allowed:
            self.settings.append(contract_problems.unsuitable("one_of", column.name, column.type, self._at(column.name, "one_of")))
            return []
        rows = _rows_where(column, lambda value: value is not None and value not in allowed)
        words = [str(value) for value in promise.one_of]
        return self._each(column.name, rows, lambda name, text, where: contract_problems.not_one_of(name, text, words, where))

    def _in_range(self, column: Column, promise: ColumnContract) -> list[Diagnostic]:
        return [breach for bound in self._bounds(column, promise) for breach in self._beyond(column, bound)]

    def _beyond(self, column: Column, bound: _Bound) -> list[Diagnostic]:
        rows = _rows_where(column, bound.is_broken_by)
        return self._each(
            column.name, rows, lambda name, text, where: contract_problems.out_of_range(name, text, bound.key, str(bound.written), where)
        )

    def _bounds(self, column: Column, promise: ColumnContract) -> Iterator[_Bound]:
        keys: tuple[Literal["min", "max"], ...] = ("min", "max")
        for key in keys:
            written = promise.min if key == "min" else promise.max
            if written is None:
                continue
            value = None if column.type is ColumnType.TEXT else _typed(written, column.type)
            if not isinstance(value, float | dt.date):
                self.settings.append(contract_problems.unsuitable(key, column.name, column.type, self._at(column.name, key)))
            elif column.percent and isinstance(written, int | float) and abs(written) > 1:
                self.settings.append(contract_problems.percent_limit(key, column.name, str(written), self._at(column.name, key)))
            else:
                yield _Bound(key, value, written)

    def _at(self, *path: str) -> Location:
        return self.request.place("contract", "columns", *path)

    def _unique(self) -> list[Diagnostic]:
        names = self.contract.unique
        if not names:
            return []
        first: dict[tuple[Cell, ...], int] = {}
        twice: list[tuple[int, int]] = []
        for row, key in enumerate(zip(*(self.columns[name].values for name in names), strict=True)):
            if (before := first.setdefault(key, row)) != row:
                twice.append((row, before))
        listed = [
            contract_problems.not_unique(
                names, [self._shown(name, row) for name in names], self._where(names[0], before), self._where(names[0], row)
            )
            for row, before in twice[: limits.MAX_LISTED]
        ]
        return _with_tail(listed, len(twice))

    def _fresh(self) -> list[Diagnostic]:
        until = self._until()
        column = self._date_column() if until is not None else None
        if until is None or column is None:
            return []
        days = [(value, row) for row, value in enumerate(column.values) if isinstance(value, dt.date)]
        if not days:
            return [contract_problems.no_dates(column.name, self.grid.origin)]
        newest, row = max(days, key=lambda pair: (pair[0], -pair[1]))
        word = self.contract.columns[column.name].type if column.name in self.contract.columns else None
        if _last_day(newest, word or self.request.spec.types.get(column.name)) >= until:
            return []
        return [contract_problems.stale(column.name, newest, until, self._where(column.name, row))]

    def _until(self) -> dt.date | None:
        written = self.contract.fresh_until
        if written is None:
            return None
        return self.request.around.period_end if written == PERIOD_END else dt.date.fromisoformat(written)

    def _date_column(self) -> Column | None:
        """Return the column that tells how fresh the table is; complain when it is not known which."""
        dates = [column.name for column in self.columns.values() if column.type is ColumnType.DATE]
        name = self.contract.fresh_by or (dates[0] if len(dates) == 1 else None)
        if name in dates:
            return self.columns[name]
        at = self.request.place("contract", "fresh_until" if self.contract.fresh_by is None else "fresh_by")
        self.settings.append(contract_problems.which_dates(self.contract.fresh_by, dates, at))
        return None

    def _row_count(self) -> list[Diagnostic]:
        promise, count = self.contract.rows, len(self.body.rows)
        if promise is not None and promise.min is not None and count < promise.min:
            return [contract_problems.row_count(count, "min", promise.min, self.grid.origin)]
        if promise is not None and promise.max is not None and count > promise.max:
            return [contract_problems.row_count(count, "max", promise.max, self.grid.origin)]
        return []


def _rows_where(column: Column, wanted: Callable[[Cell], bool]) -> list[int]:
    """Return the records whose value is wanted; asks once per distinct value."""
    distinct = {value for value in frozenset(column.values) if wanted(value)}
    return [row for row, value in enumerate(column.values) if value in distinct] if distinct else []


def _typed(written: Limit, kind: ColumnType) -> Cell:
    """Return what is written in the contract as a value of the column's type, None when it is none."""
    match kind:
        case ColumnType.TEXT:
            return str(written)
        case ColumnType.NUMBER if isinstance(written, str):
            number = read_number(written)
            return None if number is None else number.value
        case ColumnType.NUMBER:
            return float(written)
        case ColumnType.DATE:
            return read_date(str(written))


def _last_day(day: dt.date, word: TypeWord | None) -> dt.date:
    """Return the last day that a row of this date is about: the Sunday of a week, the end of a month."""
    if word == "week":
        return day + dt.timedelta(days=6)
    if word == "month":
        return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return day


def _with_tail(listed: Collection[Diagnostic], count: int) -> list[Diagnostic]:
    items = list(listed)
    return items if count <= len(items) else [*items, cell_problems.more(count - len(items), items[-1])]
