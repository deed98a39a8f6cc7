"""What an SQL expression in a definition may be: arithmetic, comparisons and a closed list of functions over one table's columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from engine.base.diagnostics import Location, Phrase
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.metrics.database import Database
from engine.metrics.plain_sql import read_result, read_test
from engine.metrics.problems import FactError, ambiguous_column, bad_expression, unknown_column
from engine.metrics.sql_errors import SqlError
from engine.metrics.sql_terms import Understood
from engine.model.tables import Column, DataTable

MAX_LENGTH = 1000
AGGREGATES = frozenset(
    {
        "sum", "count", "count_star", "avg", "mean", "min", "max", "median", "quantile_cont", "quantile_disc", "stddev",
        "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp", "arg_max", "arg_min", "max_by", "min_by", "count_if",
        "countif", "bool_and", "bool_or", "corr", "sum_no_overflow", "fsum", "kahan_sum",
    }
)  # fmt: skip
_SCALARS = frozenset(
    {
        "+", "-", "*", "/", "//", "%", "||", "~~", "!~~", "~~*", "!~~*", "abs", "round", "floor", "ceil", "ceiling", "trunc",
        "coalesce", "ifnull", "nullif", "if", "greatest", "least", "sqrt", "ln", "log", "exp", "pow", "power", "lower", "upper",
        "trim", "length", "contains", "starts_with", "ends_with", "prefix", "suffix", "substring", "substr", "left", "right",
        "replace", "concat", "regexp_matches", "regexp_full_match", "year", "month", "day", "quarter", "week", "isoweek", "isoyear",
        "dayofweek", "date_part", "datepart", "date_trunc", "date_diff", "datediff", "strftime", "to_days", "to_weeks", "to_months",
        "to_years", "make_date",
    }
)  # fmt: skip
_NODES = frozenset({"FUNCTION", "COLUMN_REF", "CONSTANT", "CAST", "TYPE", "CASE", "COMPARISON", "CONJUNCTION", "OPERATOR", "BETWEEN"})
_FULL_WIDTH = str.maketrans("（），＝＞＜＋－＊／’‘“”", "(),=><+-*/''''")


class Purpose(Enum):
    """VALUE: one number from many rows; CONDITION: true or false for each row."""

    VALUE = "value"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class SqlExpression:
    """A checked expression: its text, and the columns of the table it reads, in the table's order.

    `plain` is what it means where that needs no database; None where it does.
    """

    text: str
    columns: tuple[Column, ...]
    plain: Understood | None = None


def read_expression(text: str, purpose: Purpose, table: DataTable, database: Database, at: Location) -> SqlExpression:
    """Check an expression against the closed list and the table's columns; raises FactError (FACT003, FACT004) at `at`."""
    understood = understood_plainly(text, purpose, table)
    if understood is not None:
        return SqlExpression(text, understood.columns, understood)
    select = _select_node(text, database, at)
    used: dict[str, None] = {}
    has_aggregate = False
    for node in _nodes(select):
        kind = node["class"]
        if kind == "COLUMN_REF":
            used[_column_name(node, text, table, at)] = None
        elif kind == "FUNCTION":
            has_aggregate |= _check_function(node, text, at)
        elif kind not in _NODES:
            raise bad_expression(
                text, Phrase("这里不能用子查询、窗口函数或参数", "no subqueries, windows, lambdas or parameters here"), at=at
            )
    if purpose is Purpose.VALUE and used and not has_aggregate:
        hint = Phrase(f"加上聚合函数，如 sum({text})", f"add an aggregate, e.g. sum({text})")
        raise bad_expression(text, Phrase("它没有把多行合成一个数", "it does not make one number of many rows"), hint=hint, at=at)
    if purpose is Purpose.CONDITION and has_aggregate:
        raise bad_expression(text, Phrase("条件里不能用聚合函数", "a condition takes no aggregate"), at=at)
    return SqlExpression(text, tuple(column for column in table.columns if column.name in used))


_QUOTED = re.compile(r"(\"[^\"]*\"|'[^']*')")
_DIGIT_FIRST = re.compile(r"(?<![\w.])\d+[^\W\d_]\w*")


def understood_plainly(text: str, purpose: Purpose, table: DataTable) -> Understood | None:
    """Return what an expression means where that is certain without the database."""
    if len(text) > MAX_LENGTH:
        return None
    return read_result(text, table) if purpose is Purpose.VALUE else read_test(text, table)


def as_select(text: str) -> str:
    """Return the statement whose parse tells what an expression is; the line end closes a comment in it."""
    return f"SELECT {text}\n"


def _select_node(text: str, database: Database, at: Location) -> Mapping[str, Any]:
    if len(text) > MAX_LENGTH:
        raise bad_expression(text[:40] + "…", Phrase("太长", "it is too long"), at=at)
    try:
        tree = database.syntax_tree(as_select(text))
    except SqlError as error:
        raise _syntax_error(text, at) from error
    except RecursionError as error:
        raise bad_expression(text[:40] + "…", Phrase("嵌套太深", "it is nested too deeply"), at=at) from error
    if tree["error"] or len(tree["statements"]) != 1:
        raise _syntax_error(text, at)
    node: Mapping[str, Any] = tree["statements"][0]["node"]
    plain = (
        node["type"] == "SELECT_NODE"
        and len(node["select_list"]) == 1
        and not node["select_list"][0].get("alias")
        and node["from_table"]["type"] == "EMPTY"
        and not any(
            node.get(part) for part in ("modifiers", "where_clause", "group_expressions", "group_sets", "having", "sample", "qualify")
        )
        and not node["cte_map"]["map"]
    )
    if not plain:
        hint = Phrase("只写表达式本身，行条件写在 where 里", "write the expression alone; conditions go to `where`")
        raise bad_expression(text, Phrase("它不是单个表达式", "it is not a single expression"), hint=hint, at=at)
    first: Mapping[str, Any] = node["select_list"][0]
    return first


def _syntax_error(text: str, at: Location) -> FactError:
    ascii_text = text.translate(_FULL_WIDTH)
    hint = Phrase(f"改用半角符号：{ascii_text}", f"use half-width signs: {ascii_text}") if ascii_text != text else _quoting(text)
    return bad_expression(text, Phrase("SQL 语法有误", "it has an SQL syntax error"), hint=hint, at=at)


def _quoting(text: str) -> Phrase | None:
    """Return the hint for names that begin with a digit, None when there is none outside quotes."""
    parts = _QUOTED.split(text)
    mended = "".join(part if at % 2 else _DIGIT_FIRST.sub(r'"\g<0>"', part) for at, part in enumerate(parts))
    if mended == text:
        return None
    return Phrase(f"以数字开头的列名加双引号：{mended}", f"put names that begin with a digit in double quotes: {mended}")


def _nodes(root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting: list[Any] = [root]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if "class" in part:
                yield part
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


def _check_function(node: Mapping[str, Any], text: str, at: Location) -> bool:
    """Tell whether a function node is an aggregate; raises FactError when it is on no list."""
    name = str(node["function_name"]).casefold()
    if (name in AGGREGATES or name in _SCALARS) and not node.get("schema") and not node.get("catalog"):
        return name in AGGREGATES
    close = nearest(name, sorted(AGGREGATES | _SCALARS))
    hint = Phrase(f"是否指 {close}？", f"did you mean {close}?") if close else None
    raise bad_expression(text, Phrase(f"不能用函数 {name}", f"the function {name} is not available"), hint=hint, at=at)


def _column_name(node: Mapping[str, Any], text: str, table: DataTable, at: Location) -> str:
    written = ".".join(node["column_names"])
    matches = [column.name for column in table.columns if column.name.casefold() == written.casefold()]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise ambiguous_column(written, table.name, at)
    if written.translate(_FULL_WIDTH) != written:
        raise _syntax_error(text, at)
    error = unknown_column(written, table.name, table.names, at)
    if nearest(written, table.names) is None and "=" in text:
        error.hint = Phrase(f"文字值写在单引号里：'{written}'", f"put text values in single quotes: '{written}'")
    raise error
