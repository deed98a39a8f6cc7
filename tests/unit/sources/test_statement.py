from __future__ import annotations

import time

import pytest

from engine.base.diagnostics import Phrase
from engine.sources import limits
from engine.sources.statement import Statement, read_statement


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        ("SELECT 1", ()),
        ("  -- by team: :no\n select a from t where team = :team and x > :least or :team = ''", ("team", "least")),
        ("WITH a AS (SELECT 1) SELECT * FROM a", ()),
        ("VALUES (1)", ()),
        ("SELECT ':no', \"update\", `drop`, a::date, '12:30', $$ :no $$, /* :no */ :团队", ("团队",)),
        ("SELECT 'it''s :no' AS x, replace(a, 'x', 'y'), a[1:2]", ()),
    ],
)
def test_one_select_with_its_parameters(sql: str, parameters: tuple[str, ...]) -> None:
    statement = read_statement(sql)
    assert isinstance(statement, Statement)
    assert (statement.text, statement.parameters) == (sql, parameters)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("", "a query begins with SELECT or WITH"),
        ("-- nothing", "a query begins with SELECT or WITH"),
        ("DELETE FROM t", "a query begins with SELECT or WITH"),
        ("SELECT 1; DROP TABLE t", "one statement only: something follows the semicolon"),
        ("SELECT 1;;SELECT 2", "one statement only: something follows the semicolon"),
        ("WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d", "a query only reads: no DELETE; if it is a column's name, quote it"),
        ("select * into copy2 from t", "a query only reads: no INTO; if it is a column's name, quote it"),
    ],
)
def test_what_does_more_than_read_is_refused(sql: str, why: str) -> None:
    found = read_statement(sql)
    assert isinstance(found, Phrase) and found.en == why


def test_a_closing_semicolon_and_remarks_are_dropped() -> None:
    statement = read_statement("SELECT 1 ; -- done\n")
    assert statement == Statement("SELECT 1 ", (), "SELECT 1 ")


def test_colons_that_are_no_parameters_are_escaped_for_sqlalchemy() -> None:
    statement = read_statement("SELECT ':x', a::date, b[1:2], :y")
    assert isinstance(statement, Statement)
    assert statement.escaped == "SELECT '\\:x', a::date, b[1\\:2], :y"


@pytest.mark.parametrize("piece", ["/*", "$a$", "'", '"', "--", ":x", ";"])
def test_nonsense_is_read_in_no_time(piece: str) -> None:
    started = time.perf_counter()
    read_statement("SELECT " + piece * (limits.MAX_QUERY_CHARACTERS // len(piece)))
    assert time.perf_counter() - started < 5
