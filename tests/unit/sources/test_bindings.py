from __future__ import annotations

import datetime as dt
from typing import Any

from engine.base.diagnostics import Outcome
from engine.sources.bindings import bound_statement
from engine.sources.definition import Bindable, Request
from engine.sources.spec import TableSpec
from engine.sources.statement import Statement
from tests.unit.sources.conftest import AROUND, HERE


def bound(query: str, **params: Any) -> Outcome[tuple[Statement, dict[str, Bindable]]]:
    spec = TableSpec(file="ops.sqlite", query=query, params=params)
    return bound_statement(Request("t", spec, HERE, around=AROUND))


def told(query: str, **params: Any) -> list[str]:
    return [
        f"{item.where}: {item.code} {item.message.zh} | {item.hint.zh if item.hint else ''}" for item in bound(query, **params).diagnostics
    ]


def test_values_are_as_written_or_what_the_report_says() -> None:
    query = "SELECT :a, :b, :c, :d, :e"
    _, values = bound(query, a=1.5, b="x{y}", c="{{ period_start }}", d="{{team}}/{{ period_end }}", e=None).expect_clean()
    assert values == {"a": 1.5, "b": "x{y}", "c": dt.date(2025, 1, 1), "d": "华东/2025-06-30", "e": None}


def test_a_value_is_never_a_piece_of_sql() -> None:
    statement, values = bound("SELECT * FROM t WHERE team = :team", team="' OR 1=1 --").expect_clean()
    assert statement.text == "SELECT * FROM t WHERE team = :team"
    assert values == {"team": "' OR 1=1 --"}


def test_names_and_values_must_meet() -> None:
    assert told("SELECT :team, :day", temm="x") == [
        "report.yaml:query: DATA057 查询里的 :team 没有值 | 是不是“temm”？",
        "report.yaml:query: DATA057 查询里的 :day 没有值 | 写 params: {day: …}",
        "report.yaml:params.temm: DATA057 查询里没有 :temm | 是不是“team”？",
    ]


def test_unknown_names_and_other_templates_are_refused() -> None:
    assert told("SELECT :a", a="{{ perod_start }}") == [
        "report.yaml:params.a: DATA057 没有“perod_start”这个名字；这里只能写 {{ 名字 }} | 是不是“period_start”？"
    ]
    for written in ("{{ team | upper }}", "{% if team %}x{% endif %}", "{{ team"):
        assert told("SELECT :a", a=written)[0].startswith("report.yaml:params.a: DATA057")


def test_a_refused_query_stands_at_its_place() -> None:
    assert told("DROP TABLE t") == ["report.yaml:query: DATA056 查询不可用：只能是以 SELECT 或 WITH 开头的查询 | "]


def test_whole_numbers_that_no_database_holds_are_texts() -> None:
    _, values = bound("SELECT :a", a=10**30).expect_clean()
    assert values == {"a": str(10**30)}
