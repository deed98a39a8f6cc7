"""Questions to the tables: one aggregate, or aggregates by category, each answer with the cells and the SQL behind it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from typing import Any

from engine.base.diagnostics import NOWHERE, Location, Phrase
from engine.base.records import dataclass
from engine.metrics.compare import ZERO_BASE
from engine.metrics.conditions import Between, Condition, Is, NoneOf
from engine.metrics.database import ROW, Database, quoted
from engine.metrics.definition import Query
from engine.metrics.problems import FactError, bad_expression, unknown_column, unknown_table, wrong_type
from engine.metrics.provenance import MOST_LISTED, Entered, cell_ranges, display_name, display_value
from engine.metrics.sql import MAX_LENGTH, Purpose, SqlExpression, as_select, read_expression, understood_plainly
from engine.metrics.sql_errors import SqlBindError, SqlError, SqlTypeError
from engine.metrics.sql_terms import Understood
from engine.metrics.tally import MAX_ROWS, Tally, TallyRoll, Undecided
from engine.model.facts import FactSource
from engine.model.packed import distinct
from engine.model.tables import Cell, ColumnType, DataTable, StrayCell

_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
NO_ROWS = Phrase("没有符合条件的行", "no row meets the condition")
ALL_MISSING = Phrase("这些行里没有数", "these rows hold no number")


@dataclass(frozen=True, slots=True)
class Value:
    """An answer: the number in base units, None with a `reason` when there is none, and where it comes from."""

    raw: float | None
    source: FactSource
    reason: Phrase | None = None


class Order(Enum):
    """TABLE: as categories first appear in the table; VALUE: greatest first value first; LABEL: by the category itself."""

    TABLE = "table"
    VALUE = "value"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Group:
    """One category and the answer to each expression."""

    label: Cell
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """What to compute by category: `by` is the column of the categories, `expressions` are aggregates."""

    table: str
    by: str
    expressions: tuple[str, ...]
    where: str = ""
    order: Order = Order.TABLE
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records to show: `order` is a column (empty: as in the table), `limit` None takes all."""

    table: str
    where: str = ""
    order: str = ""
    descending: bool = False
    limit: int | None = None
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question about the rows of a table that meet `where` and all conditions; `by` empty means all of them as one."""

    table: DataTable
    expressions: Sequence[SqlExpression]
    where: str
    conditions: tuple[Condition, ...]
    by: str = ""
    order: Order = Order.TABLE
    at: Location = NOWHERE
    where_at: Location | None = None


class Queries:
    """Answers questions about the loaded tables; each question is asked once. All mistakes are raised as FactError.

    Statements are put together from expressions that `read_expression` has checked, quoted names and `?` for every value.
    """

    def __init__(self, tables: Mapping[str, DataTable]) -> None:
        self.tables = tables
        self._database = Database()
        self._expressions: dict[tuple[str, str, Purpose], SqlExpression] = {}
        self._answers: dict[tuple[Query, tuple[Condition, ...]], Value] = {}
        self._rolls: dict[str, TallyRoll] = {}
        self._distinct: dict[tuple[str, str], tuple[Cell, ...]] = {}

    def table(self, name: str, at: Location = NOWHERE) -> DataTable:
        """Return a table by name; raises FactError (FACT002) at `at`."""
        table = self.tables.get(name)
        if table is None:
            raise unknown_table(name, self.tables, at)
        return table

    def has_column(self, table: str, column: str) -> bool:
        known = self.tables.get(table)
        return known is not None and known.column(column) is not None

    def aggregate(self, query: Query, conditions: tuple[Condition, ...] = ()) -> Value:
        """Return the aggregate over the rows that meet the query's condition and all of `conditions`."""
        key = (query, conditions)
        if key not in self._answers and conditions and isinstance(conditions[-1], Is):
            self._answers |= self._by_member(query, conditions[:-1], conditions[-1].column)
        if key not in self._answers:
            ((_, self._answers[key]),) = self._aggregates([query], conditions)
        return self._answers[key]

    def prefetch(self, questions: Sequence[tuple[Query, tuple[Condition, ...]]]) -> None:
        """Answer many questions in few statements, those over the same rows in one; what is wrong with one is told when it is asked."""
        self._parse_ahead([query for query, _ in questions])
        same_rows: dict[tuple[str, str, tuple[Condition, ...]], list[Query]] = {}
        for query, conditions in dict.fromkeys(questions):
            if (query, conditions) not in self._answers:
                same_rows.setdefault((query.table, query.where, conditions), []).append(query)
        for (_, _, conditions), queries in same_rows.items():
            if len(queries) > 1:
                with suppress(FactError):
                    self._answers |= {(query, conditions): answer for query, answer in self._aggregates(queries, conditions)}

    def grouped(self, grouping: Grouping, conditions: tuple[Condition, ...] = ()) -> tuple[Group, ...]:
        """Return the aggregates by each value of a column; rows without a category are left out."""
        table = self.table(grouping.table, grouping.at)
        self._check_by(grouping, table)
        expressions = [self._expression(text, Purpose.VALUE, table, grouping.at) for text in grouping.expressions]
        asked = _Asked(table, expressions, grouping.where, conditions, grouping.by, grouping.order, grouping.at)
        rows, shown = self._answered(asked, " , ".join(grouping.expressions))
        groups: list[Group] = []
        for label, *numbers, count, first, last, listed in rows:
            condition = f"{display_name(grouping.by)} = {display_value(label)}"
            entered = Entered(count, first, last, listed)
            answers = []
            for expression, number in zip(expressions, numbers, strict=True):
                text = f"SELECT {expression.text} FROM {display_name(table.name)} WHERE {_with(shown, condition)}"  # noqa: S608
                source = FactSource(cell_ranges(table, expression.columns, entered), text, "", _known(grouping.at))
                answers.append(_value(number, source, expression.text, grouping.at, count))
            groups.append(Group(label, tuple(answers)))
        return tuple(groups)

    def records(self, query: Selection) -> tuple[int, ...]:
        """Return which records of a table meet a condition, in the asked order, as indexes counting from 0."""
        table = self.table(query.table, query.at)
        if query.order and table.column(query.order) is None:
            raise unknown_column(query.order, table.name, table.names, query.at)
        found = self._plain_records(table, query)
        if found is None:
            found = self._database_records(table, query)
        return found if query.limit is None else found[: query.limit]

    def _database_records(self, table: DataTable, query: Selection) -> tuple[int, ...]:
        where, _, _ = self._where(table, query.where, (), query.at)
        order = f"{quoted(query.order)}{' DESC' if query.descending else ''} NULLS LAST, {ROW}" if query.order else ROW
        statement = f"SELECT {ROW} FROM {self._database.table(table)}{where} ORDER BY {order}"  # noqa: S608
        found = self._rows(statement, [], query.where or query.table, table, query.at)
        if isinstance(table.rows, range):
            return tuple(row - table.rows.start for (row,) in found)
        position = {row: index for index, row in enumerate(table.rows)}
        return tuple(position[row] for (row,) in found)

    def is_rate(self, table_name: str, text: str, at: Location = NOWHERE) -> bool:
        """Tell whether an aggregate reads only columns whose cells are written with %."""
        table = self.table(table_name, at)
        columns = self._expression(text, Purpose.VALUE, table, at).columns
        return bool(columns) and all(column.percent for column in columns) and not text.casefold().startswith("count")

    def distinct(self, table_name: str, column: str) -> tuple[Cell, ...]:
        """Return the different values of a column as they first appear, None left out; raises FactError for an unknown table or column."""
        table = self.table(table_name)
        found = table.column(column)
        if found is None:
            raise unknown_column(column, table_name, table.names)
        key = (table_name, column)
        if key not in self._distinct:
            self._distinct[key] = distinct(found.values)
        return self._distinct[key]

    def _aggregates(self, queries: Sequence[Query], conditions: tuple[Condition, ...]) -> list[tuple[Query, Value]]:
        """Return the answers to questions about the same rows of the same table."""
        first = queries[0]
        table = self.table(first.table, first.at)
        expressions = [self._expression(query.value, Purpose.VALUE, table, query.at) for query in queries]
        asked = _Asked(table, expressions, first.where, conditions, at=first.at, where_at=first.where_at)
        ((*numbers, count, start, end, listed),), shown = self._answered(asked, first.value)
        condition = f" WHERE {' AND '.join(shown)}" if shown else ""
        answers = []
        for query, expression, number in zip(queries, expressions, numbers, strict=True):
            text = f"SELECT {expression.text} FROM {display_name(table.name)}{condition}"  # noqa: S608
            ranges = cell_ranges(table, expression.columns, Entered(count, start, end, listed)) if count else ()
            source = FactSource(ranges, text, "", _known(query.at))
            answers.append((query, _value(number, source, query.value, query.at, count)))
        return answers

    def _by_member(self, query: Query, others: tuple[Condition, ...], column: str) -> dict[tuple[Query, tuple[Condition, ...]], Value]:
        """Return the answers for each member of a column in one statement: who asks for one channel soon asks for the next."""
        table = self.table(query.table, query.at)
        if table.column(column) is None:
            raise unknown_column(column, table.name, table.names)
        expression = self._expression(query.value, Purpose.VALUE, table, query.at)
        asked = _Asked(table, [expression], query.where, others, column, at=query.at, where_at=query.where_at)
        rows, _ = self._answered(asked, query.value)
        answers = {}
        for member, number, count, start, end, listed in rows:
            conditions = (*others, Is(column, member))
            _, shown, _ = self._where(table, query.where, conditions, query.where_at)
            text = f"SELECT {expression.text} FROM {display_name(table.name)} WHERE {' AND '.join(shown)}"  # noqa: S608
            source = FactSource(cell_ranges(table, expression.columns, Entered(count, start, end, listed)), text, "", _known(query.at))
            answers[query, conditions] = _value(number, source, query.value, query.at, count)
        return answers

    def _parse_ahead(self, queries: Sequence[Query]) -> None:
        """Have the database parse in one question what it will be asked one after the other."""
        texts: list[str] = []
        for query in queries:
            table = self.tables.get(query.table)
            for purpose, text in ((Purpose.VALUE, query.value), (Purpose.CONDITION, query.where)):
                if text and len(text) <= MAX_LENGTH and (table is None or understood_plainly(text, purpose, table) is None):
                    texts.append(text)
        with suppress(SqlError, RecursionError):
            self._database.parse_ahead([as_select(text) for text in texts])

    def _answered(self, asked: _Asked, text: str) -> tuple[list[tuple[Any, ...]], list[str]]:
        """Return the rows of an answer (label of the group if any, numbers, how many rows, first, last) and the conditions as shown."""
        where, shown, values = self._where(asked.table, asked.where, asked.conditions, asked.where_at or asked.at)
        rows = self._tallied(asked)
        if rows is None:
            rows = self._rows(self._statement(asked, where), values, text, asked.table, asked.at)
        return rows, shown

    def _tallied(self, asked: _Asked) -> list[tuple[Any, ...]] | None:
        """Return the answer without the database, None where only that knows it."""
        results = tuple(each.plain.result for each in asked.expressions if each.plain is not None and each.plain.result is not None)
        where = self._plain_test(asked.where, asked.table, asked.at)
        if len(asked.table) > MAX_ROWS or len(results) < len(asked.expressions) or where is None:
            return None
        tally = Tally(results, asked.where, where.test, asked.conditions, asked.by)
        with suppress(Undecided):
            return _ordered(self._roll(asked.table).answer(tally), asked.order)
        return None

    def _roll(self, table: DataTable) -> TallyRoll:
        return self._rolls.setdefault(table.name, TallyRoll(table))

    def _plain_records(self, table: DataTable, query: Selection) -> tuple[int, ...] | None:
        where = self._plain_test(query.where, table, query.at)
        if len(table) > MAX_ROWS or where is None:
            return None
        roll = self._roll(table)
        rows = roll.rows(Tally((), query.where, where.test))
        order = table.column(query.order) if query.order else None
        if order is None:
            return tuple(sorted(rows, key=table.rows.__getitem__))
        keys = roll.values(order)
        first = sorted(rows, key=table.rows.__getitem__)
        known = [row for row in first if keys[row] is not None]
        known.sort(key=lambda row: _sortable(keys[row]), reverse=query.descending)
        return (*known, *(row for row in first if keys[row] is None))

    def _plain_test(self, where: str, table: DataTable, at: Location) -> Understood | None:
        """Return what a condition means; None where only the database knows. No condition is met by every row."""
        return self._expression(where, Purpose.CONDITION, table, at).plain if where else Understood(())

    def _statement(self, asked: _Asked, where: str) -> str:
        columns = ", ".join(f"({expression.text}\n)" for expression in asked.expressions)
        rows = f"{_entered(asked.table)} FROM {self._database.table(asked.table)}{where}"
        if not asked.by:
            return f"SELECT {columns}, {rows}"
        by = quoted(asked.by)
        order = {Order.TABLE: f"min({ROW})", Order.VALUE: f"2 DESC NULLS LAST, min({ROW})", Order.LABEL: "1"}[asked.order]
        return f"SELECT {by}, {columns}, {rows}{' AND' if where else ' WHERE'} {by} IS NOT NULL GROUP BY {by} ORDER BY {order}"

    def _expression(self, text: str, purpose: Purpose, table: DataTable, at: Location) -> SqlExpression:
        key = (table.name, text, purpose)
        if key not in self._expressions:
            self._expressions[key] = read_expression(text, purpose, table, self._database, at)
        return self._expressions[key]

    def _where(
        self, table: DataTable, where: str, conditions: Sequence[Condition], at: Location
    ) -> tuple[str, list[str], list[Cell]]:  # fmt: skip
        """Return the WHERE clause (empty for all rows), the same as the ledger shows it, and the bound values."""
        parts: list[str] = []
        shown: list[str] = []
        values: list[Cell] = []
        if table.where:  # its records are the only ones here
            shown.append(table.where if not where and not conditions else f"({table.where})")
        if where:
            expression = self._expression(where, Purpose.CONDITION, table, at)
            parts.append(f"({expression.text}\n)")
            shown.append(f"({expression.text})" if conditions or table.where else expression.text)
        for condition in conditions:
            if table.column(condition.column) is None:
                raise unknown_column(condition.column, table.name, table.names, at if isinstance(condition, Between) else None)
            match condition:
                case Is(column, value):
                    parts.append(f"{quoted(column)} = ?")
                    shown.append(f"{display_name(column)} = {display_value(value)}")
                    values.append(value)
                case Between(column, start, end):
                    parts.append(f"{quoted(column)} BETWEEN ? AND ?")
                    shown.append(f"{display_name(column)} BETWEEN {display_value(start)} AND {display_value(end)}")
                    values += [start, end]
                case NoneOf(column, others):
                    marks = ", ".join("?" for _ in others)
                    parts.append(f"{quoted(column)} NOT IN ({marks})")
                    shown.append(f"{display_name(column)} NOT IN ({', '.join(map(display_value, others))})")
                    values += others
        return (f" WHERE {' AND '.join(parts)}" if parts else "", shown, values)

    def _check_by(self, grouping: Grouping, table: DataTable) -> None:
        if table.column(grouping.by) is None:
            raise unknown_column(grouping.by, table.name, table.names, grouping.at)

    def _rows(self, statement: str, values: Sequence[Cell], text: str, table: DataTable, at: Location) -> list[tuple[Any, ...]]:
        try:
            return self._database.rows(statement, values)
        except SqlError as error:
            raise _translated(error, text, table, at) from error


def _with(shown: Sequence[str], condition: str) -> str:
    """Return conditions as shown, with one more; one alone has no brackets yet."""
    if len(shown) == 1 and _EITHER.search(shown[0]):
        shown = [f"({shown[0]})"]
    return " AND ".join([*shown, condition])


def _entered(table: DataTable) -> str:
    """Return what to ask for to know the rows that entered; a list of them where the table is short enough."""
    listed = f"list({ROW})" if len(table) <= MOST_LISTED else "NULL"
    return f"count(*), min({ROW}), max({ROW}), {listed}"


def _sortable(cell: Cell) -> Any:
    """Return a cell as what can be compared: one column holds one type."""
    return cell


def _ordered(rows: list[tuple[Any, ...]], order: Order) -> list[tuple[Any, ...]]:
    """Return groups in order; they come as they first appear, with their first row last but two."""
    match order:
        case Order.TABLE:
            return sorted(rows, key=lambda row: row[-3] or 0) if len(rows) > 1 else rows
        case Order.VALUE:
            return sorted(rows, key=lambda row: (row[1] is None, -(row[1] or 0.0), row[-3]))
        case Order.LABEL:
            return sorted(rows, key=lambda row: row[0])


def _translated(error: Exception, text: str, table: DataTable, at: Location) -> FactError:
    message = str(error)
    if isinstance(error, SqlBindError) and "GROUP BY" in message:
        hint = Phrase("每一列都要放进聚合函数，如 sum(…)", "put each column into an aggregate, e.g. sum(…)")
        return bad_expression(text, Phrase("有的列没有聚合", "a column in it is not aggregated"), hint=hint, at=at)
    if isinstance(error, SqlTypeError) or "No function matches" in message or "Cannot compare" in message:
        columns = [column for column in table.columns if column.type is ColumnType.TEXT and column.name in text]
        words = [column.name for column in columns]
        named = "、".join(words)
        zh = f"列“{named}”是文字" if words else "数据类型不合"
        en = f"column {', '.join(words)} holds text" if words else "the types do not fit"
        stray = next((column.stray for column in columns if column.stray), None)
        return wrong_type(text, Phrase(zh, en), hint=_TEXT_ONLY if stray is None else _mend(stray), at=at)
    first_line = message.splitlines()[0].partition(": ")[2] or message
    return bad_expression(text, Phrase(f"数据库答复：{first_line}", f"the database says: {first_line}"), at=at)


_TEXT_ONLY = Phrase("文字列只能计数或与 '…' 比较", "text columns can only be counted or compared with '…'")


def _mend(stray: StrayCell) -> Phrase:
    return Phrase(
        f"{stray.where} 的“{stray.text}”不是数：改成数，或在 data 里把它写进 missing",
        f"{stray.text!r} at {stray.where} is no number: make it one, or list it under `missing` of the table",
    )


def _value(number: object, source: FactSource, text: str, at: Location, count: int) -> Value:
    if number is None:
        return Value(None, source, NO_ROWS if count == 0 else ALL_MISSING)
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal):
        kind = type(number).__name__
        raise wrong_type(text, Phrase(f"结果是 {kind}", f"the result is a {kind}"), at=at)
    raw = float(number)
    return Value(raw, source) if math.isfinite(raw) else Value(None, source, ZERO_BASE)


def _known(at: Location) -> Location | None:
    return None if at == NOWHERE else at
