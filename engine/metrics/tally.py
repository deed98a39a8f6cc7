"""Plain aggregates over the rows of a table, reckoned as DuckDB does: doubles, added one row after the other."""

from __future__ import annotations

import datetime as dt
import math
import operator
from collections.abc import Callable, Iterable, Iterator
from typing import Any, assert_never

from engine.base.records import dataclass
from engine.metrics.conditions import Between, Condition, Is, NoneOf
from engine.metrics.provenance import SheetRows
from engine.metrics.sql_terms import (
    Aggregate,
    Among,
    Arithmetic,
    Case,
    Compare,
    Count,
    Field,
    Junction,
    Number,
    Ordered,
    Result,
    Row,
    RowArithmetic,
    Test,
)
from engine.model.tables import Cell, Column, ColumnType, DataTable

MAX_ROWS = 20_000
"""Beyond, a database is faster."""

_KINDS = {ColumnType.TEXT: (str,), ColumnType.NUMBER: (int, float), ColumnType.DATE: (dt.date,)}

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

Amount = float | None
_Value = Callable[[int], Amount]
_Holds = Callable[[int], bool]
Record = tuple[Any, ...]
"""A label where there are groups, one number per result, how many rows there were, the first and the last sheet row, and all of them."""


class Undecided(Exception):
    """Division by zero, values of unexpected types: the database knows what they mean."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A question: `results` over the rows that meet `test` and all `conditions`; `by` asks for each of its values but None.

    `where` is the text of the test, by which it is known again.
    """

    results: tuple[Result, ...]
    where: str = ""
    test: Test | None = None
    conditions: tuple[Condition, ...] = ()
    by: str = ""


class TallyRoll:
    """Answers questions about one table; values of rows and what rows meet are kept. Raises Undecided."""

    def __init__(self, table: DataTable) -> None:
        self._table = table
        self._columns: dict[str, list[Cell]] = {}
        self._rows: dict[tuple[str, tuple[Condition, ...]], list[int]] = {}
        self._groups: dict[tuple[str, tuple[Condition, ...], str], dict[Cell, list[int]]] = {}
        self._sheet_rows: dict[int, SheetRows] = {}

    def answer(self, tally: Tally) -> list[Record]:
        """Return one record, or one per value of `by` in the order of first appearance."""
        if not tally.by:
            return [self._record(tally, self.rows(tally))]
        return [(label, *self._record(tally, rows)) for label, rows in self._grouped(tally).items()]

    def rows(self, tally: Tally) -> list[int]:
        """Return which rows a question is about, counting from 0."""
        key = tally.where, tally.conditions
        if key not in self._rows:
            rows: Iterable[int] = range(len(self._table))
            if tally.test is not None:
                rows = filter(self._holds(tally.test), rows)
            for condition in tally.conditions:
                rows = self._meeting(condition, rows)
            self._rows[key] = list(rows)
        return self._rows[key]

    def values(self, column: Column) -> list[Cell]:
        """Return the values of a column as the database has them."""
        if column.name not in self._columns:
            self._columns[column.name] = _plain_values(column)
        return self._columns[column.name]

    def _grouped(self, tally: Tally) -> dict[Cell, list[int]]:
        key = tally.where, tally.conditions, tally.by
        if key not in self._groups:
            labels, groups = self.values(self._column(tally.by)), dict[Cell, list[int]]()
            for row in self.rows(tally):
                label = labels[row]
                if label is not None:
                    groups.setdefault(label, []).append(row)
            self._groups[key] = groups
        return self._groups[key]

    def _record(self, tally: Tally, rows: list[int]) -> Record:
        numbers = tuple(self._result(result, rows) for result in tally.results)
        if not all(number is None or math.isfinite(number) for number in numbers):
            raise Undecided
        sheet = self._sheet(rows)
        return (*numbers, len(rows), min(sheet, default=None), max(sheet, default=None), sheet)

    def _sheet(self, rows: list[int]) -> SheetRows:
        """Return the sheet rows of `rows`, which the roll keeps: the same object for the same list."""
        if id(rows) not in self._sheet_rows:
            self._sheet_rows[id(rows)] = SheetRows([self._table.rows[row] for row in rows])
        return self._sheet_rows[id(rows)]

    def _column(self, name: str) -> Column:
        column = self._table.column(name)
        assert column is not None, "the question was checked"
        return column

    def _meeting(self, condition: Condition, rows: Iterable[int]) -> Iterator[int]:
        column = self._column(condition.column)
        values = self.values(column)
        match condition:
            case Is(_, wanted):
                _comparable(column, wanted)
                return (row for row in rows if values[row] == wanted)
            case NoneOf(_, unwanted):
                _comparable(column, *unwanted)
                return (row for row in rows if values[row] is not None and values[row] not in unwanted)
            case Between(_, start, end):
                _comparable(column, start, end)
                return (row for row in rows if isinstance(day := values[row], dt.date) and start <= day <= end)
            case _:
                assert_never(condition)

    def _result(self, result: Result, rows: list[int]) -> Amount:
        match result:
            case Number(value):
                return value
            case Arithmetic(sign, left, right):
                return _reckoned(sign, self._result(left, rows), self._result(right, rows))
            case Count(None):
                return len(rows)
            case Count(column, distinct):
                assert column is not None
                values = self.values(column)
                met = [values[row] for row in rows if values[row] is not None]
                return len(set(met)) if distinct else len(met)
            case Aggregate(name, of):
                amount_of = self._value(of)
                return _aggregated(name, [amount for row in rows if (amount := amount_of(row)) is not None])
            case _:
                assert_never(result)

    def _value(self, row: Row) -> _Value:
        match row:
            case Number(number):
                return lambda _: number
            case Field(column):
                values: list[Any] = self.values(column)
                return values.__getitem__
            case RowArithmetic(sign, left, right):
                before, after = self._value(left), self._value(right)
                return lambda index: _reckoned(sign, before(index), after(index))
            case Case(branches, default):
                return _first_of([(self._holds(test), self._value(value)) for test, value in branches], self._default(default))
            case _:
                assert_never(row)

    def _default(self, default: Row | None) -> _Value:
        return _null if default is None else self._value(default)

    def _holds(self, test: Test) -> _Holds:
        """Return whether a test is true of a row: NULL is not."""
        match test:
            case Among(column, texts, but):
                values = self.values(column)
                if but:
                    return lambda index: values[index] is not None and values[index] not in texts
                return lambda index: values[index] in texts
            case Ordered(column, sign, text):
                texts_of: list[Any] = self.values(column)
                return lambda index: _compared(sign, texts_of[index], text)
            case Compare(sign, left, right):
                before, after = self._value(left), self._value(right)
                return lambda index: _compared(sign, before(index), after(index))
            case Junction(every, parts):
                tests = [self._holds(part) for part in parts]
                joined = all if every else any
                return lambda index: joined(holds(index) for holds in tests)
            case _:
                assert_never(test)


def _null(_: int) -> Amount:
    return None


def _first_of(tried: list[tuple[_Holds, _Value]], otherwise: _Value) -> _Value:
    def value(index: int) -> Amount:
        for holds, then in tried:
            if holds(index):
                return then(index)
        return otherwise(index)

    return value


def _plain_values(column: Column) -> list[Cell]:
    if column.type is ColumnType.NUMBER:
        return [float(value) if isinstance(value, int | float) else None for value in column.values]
    return list(column.values)


def _comparable(column: Column, *wanted: Cell) -> None:
    if not all(isinstance(value, _KINDS[column.type]) for value in wanted):
        raise Undecided


def _reckoned(sign: str, left: Amount, right: Amount) -> Amount:
    if left is None or right is None:
        return None
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            if right == 0:
                raise Undecided
            return left / right


def _compared(sign: str, left: Any, right: Any) -> bool:
    """Compare two numbers or two texts; None is NULL."""
    return left is not None and right is not None and _COMPARE[sign](left, right)


def _aggregated(name: str, amounts: list[float]) -> Amount:
    if not amounts:
        return None
    match name:
        case "min":
            return min(amounts)
        case "max":
            return max(amounts)
        case _:
            total = 0.0
            for amount in amounts:  # `sum` would correct the rounding from Python 3.12 on
                total += amount
            return total if name == "sum" else total / len(amounts)
