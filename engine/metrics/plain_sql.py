"""The SQL that most metrics are made of, read without a database: aggregates over arithmetic and CASE, compared columns.

Whatever is not certainly understood here is left to DuckDB. What is understood means the same there, to the last bit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar

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
    Understood,
)
from engine.model.tables import Column, ColumnType, DataTable

AGGREGATES: Final = frozenset({"sum", "avg", "min", "max"})
COMPARISONS: Final = frozenset({"=", "<>", "<", "<=", ">", ">="})
_EQUALITIES = frozenset({"=", "<>"})
_MAX_DIGITS = 15
"""As many digits as a DOUBLE holds exactly."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?(?![\w.]))|(?P<word>[^\W\d]\w*)|\"(?P<quoted>[^\"]+)\"|'(?P<text>(?:[^']|'')*)'|(?P<sign><>|<=|>=|[-+*/(),=<>]))"
)
_RESERVED = (
    "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable desc "
    "describe distinct do else end except false fetch for foreign from group having in initially intersect into lambda lateral leading "
    "limit not null offset on only or order pivot pivot_longer pivot_wider placing primary qualify references returning select show "
    "some summarize symmetric table then to trailing true union unique unpivot using variadic when where window with anti asof at "
    "authorization binary by collation columns concurrently cross freeze full generated glob ilike inner is isnull join left like map "
    "natural notnull outer overlaps positional right semi similar struct tablesample try_cast tuple unpack verbose between bigint bit "
    "boolean char character coalesce dec decimal exists extract float grouping grouping_id inout int integer interval national nchar "
    "none nullif numeric out overlay position precision real row setof smallint substring time timestamp treat trim values varchar "
    "xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable "
)
_KEYWORDS = frozenset(_RESERVED.split())
"""Words that mean more than a name to DuckDB: as names they must be quoted."""


T = TypeVar("T")


def read_result(text: str, table: DataTable) -> Understood | None:
    """Return what makes one number of many rows; None for what is left to the database."""
    reader = _read(text, table)
    return None if reader is None else reader.whole_result()


def read_test(text: str, table: DataTable) -> Understood | None:
    """Return what is true or false for each row; None for what is left to the database."""
    reader = _read(text, table)
    return None if reader is None else reader.whole_test()


class _OtherSql(Exception):
    """The expression is not of the plain kind."""


def _read(text: str, table: DataTable) -> _Reader | None:
    tokens: list[tuple[str, str]] = []
    position, stripped = 0, text.rstrip()
    if "--" in text or "/*" in text or "//" in text:
        return None
    while position < len(stripped):
        match = _TOKEN.match(stripped, position)
        if match is None:
            return None
        kind = match.lastgroup or ""
        tokens.append((kind, match[kind]))
        position = match.end()
    return _Reader(tokens, table)


class _Reader:
    """Reads tokens from left to right, each rule of the grammar a method."""

    def __init__(self, tokens: list[tuple[str, str]], table: DataTable) -> None:
        self._tokens = [*tokens, ("end", ""), ("end", "")]
        self._table = table
        self._at = 0
        self._used: dict[str, None] = {}

    def whole_result(self) -> Understood | None:
        result = self._whole(self.result)
        return None if result is None or isinstance(result, Number) else Understood(self._columns(), result=result)

    def whole_test(self) -> Understood | None:
        test = self._whole(self.test)
        return None if test is None else Understood(self._columns(), test=test)

    def _whole(self, rule: Callable[[], T]) -> T | None:
        try:
            tree = rule()
        except (_OtherSql, RecursionError):
            return None
        return tree if self._tokens[self._at][0] == "end" else None

    def _columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self._table.columns if column.name in self._used)

    def result(self) -> Result:
        left = self._result_product()
        while sign := self._take("sign", "+", "-"):
            left = Arithmetic(sign, left, self._sided(left, self._result_product()))
        return left

    def test(self) -> Test:
        parts = [self._every()]
        while self._take_word("or"):
            parts.append(self._every())
        return parts[0] if len(parts) == 1 else Junction(every=False, parts=tuple(parts))

    def _every(self) -> Test:
        parts = [self._comparison()]
        while self._take_word("and"):
            parts.append(self._comparison())
        return parts[0] if len(parts) == 1 else Junction(every=True, parts=tuple(parts))

    def _result_product(self) -> Result:
        left = self._result_atom()
        while sign := self._take("sign", "*", "/"):
            left = Arithmetic(sign, left, self._sided(left, self._result_atom()))
        return left

    def _result_atom(self) -> Result:
        if self._take("sign", "("):
            inner = self.result()
            self._expect(")")
            return inner
        if (number := self._number()) is not None:
            return number
        name = self._word()
        self._expect("(")
        made = self._count() if name == "count" else Aggregate(name, self._countable()) if name in AGGREGATES else None
        if made is None:
            raise _OtherSql
        self._expect(")")
        return made

    def _count(self) -> Count:
        if self._take("sign", "*"):
            return Count(None)
        distinct = self._take_word("distinct")
        return Count(self._column(), distinct=distinct)

    def _countable(self) -> Row:
        """Return what an aggregate takes: decimals are summed exactly by the database, so written numbers must be whole there."""
        row = self._row()
        values = list(_written_values(row))
        if values and not all(isinstance(value, Number) and value.value == int(value.value) for value in values):
            raise _OtherSql
        return row

    def _row(self) -> Row:
        left = self._row_product()
        while sign := self._take("sign", "+", "-"):
            left = RowArithmetic(sign, left, self._sided(left, self._row_product()))
        return left

    def _row_product(self) -> Row:
        left = self._row_atom()
        while sign := self._take("sign", "*", "/"):
            left = RowArithmetic(sign, left, self._sided(left, self._row_atom()))
        return left

    def _row_atom(self) -> Row:
        if self._take("sign", "("):
            inner = self._row()
            self._expect(")")
            return inner
        if (number := self._number()) is not None:
            return number
        if self._take_word("case"):
            return self._case()
        return self._field()

    def _case(self) -> Case:
        branches: list[tuple[Test, Row]] = []
        while self._take_word("when"):
            test = self.test()
            self._expect_word("then")
            branches.append((test, self._row()))
        default = self._row() if self._take_word("else") else None
        self._expect_word("end")
        if not branches:
            raise _OtherSql
        return Case(tuple(branches), default)

    def _comparison(self) -> Test:
        kind, _ = self._tokens[self._at]
        if kind in {"word", "quoted"} and not self._peeks_call() and self._peek_column().type is ColumnType.TEXT:
            return self._text_comparison()
        left = self._row()
        sign = self._take("sign", *COMPARISONS)
        if not sign:
            raise _OtherSql
        return Compare(sign, left, self._sided(left, self._row()))

    def _text_comparison(self) -> Among | Ordered:
        column = self._column()
        if self._take_word("in"):
            self._expect("(")
            texts = [self._text()]
            while self._take("sign", ","):
                texts.append(self._text())
            self._expect(")")
            return Among(column, frozenset(texts))
        sign = self._take("sign", *COMPARISONS)
        if not sign:
            raise _OtherSql
        text = self._text()
        return Among(column, frozenset({text}), but=sign == "<>") if sign in _EQUALITIES else Ordered(column, sign, text)

    def _field(self) -> Field:
        column = self._column()
        if column.type is not ColumnType.NUMBER:
            raise _OtherSql
        return Field(column)

    def _column(self) -> Column:
        column = self._peek_column()
        self._at += 1
        self._used[column.name] = None
        return column

    def _peek_column(self) -> Column:
        kind, value = self._tokens[self._at]
        if kind not in {"word", "quoted"} or (kind == "word" and value.isascii() and value.casefold() in _KEYWORDS):
            raise _OtherSql
        found = [column for column in self._table.columns if column.name.casefold() == value.casefold()]
        if len(found) != 1:
            raise _OtherSql
        return found[0]

    def _peeks_call(self) -> bool:
        kind, value = self._tokens[self._at]
        return kind == "word" and (value.casefold() == "case" or self._tokens[self._at + 1] == ("sign", "("))

    def _number(self) -> Number | None:
        negative = self._tokens[self._at] == ("sign", "-") and self._tokens[self._at + 1][0] == "number"
        kind, value = self._tokens[self._at + negative]
        if kind != "number":
            return None
        if len(value) > _MAX_DIGITS:
            raise _OtherSql
        self._at += 1 + negative
        number = float(value) if "." in value else int(value)
        return Number(-number if negative else number)

    def _text(self) -> str:
        kind, value = self._tokens[self._at]
        if kind != "text":
            raise _OtherSql
        self._at += 1
        return value.replace("''", "'")

    def _word(self) -> str:
        kind, value = self._tokens[self._at]
        if kind != "word":
            raise _OtherSql
        self._at += 1
        return value.casefold()

    def _take(self, kind: str, *values: str) -> str:
        found, value = self._tokens[self._at]
        if found != kind or value not in values:
            return ""
        self._at += 1
        return value

    def _take_word(self, word: str) -> bool:
        kind, value = self._tokens[self._at]
        taken = kind == "word" and value.casefold() == word
        self._at += taken
        return taken

    def _expect(self, sign: str) -> None:
        if not self._take("sign", sign):
            raise _OtherSql

    def _expect_word(self, word: str) -> None:
        if not self._take_word(word):
            raise _OtherSql

    def _sided(self, left: object, right: T) -> T:
        """Return the right side; between two written numbers the database reckons in decimals, which is not for here."""
        if isinstance(left, Number) and isinstance(right, Number):
            raise _OtherSql
        return right


def _written_values(row: Row) -> list[Row]:
    """Return the values of a row expression when all of them are written numbers, else nothing."""
    if isinstance(row, Number):
        return [row]
    if not isinstance(row, Case):
        return []
    values: list[Row] = []
    for branch in (*(value for _, value in row.branches), *(() if row.default is None else (row.default,))):
        inner = _written_values(branch)
        if not inner:
            return []
        values += inner
    return values
