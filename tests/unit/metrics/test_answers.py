from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.metrics.answers import answer_quantity, bare, cell_quantity, typed_quantity
from engine.metrics.numbers import axis_style
from engine.metrics.quantity import Look
from engine.metrics.query import Value
from engine.model.facts import CellRange, FactSource
from tests.support.review import AT, metrics

DESK = metrics().desk
LOOK = Look(axis_style([2e7], "元", DESK.language), "元")
SOURCE = FactSource((CellRange("a.csv", "", "B2", 1),), "SELECT sum(b) FROM a")


def test_answers_keep_sql_and_reason() -> None:
    fact = answer_quantity(Value(2e7, SOURCE), "a.sum(b)", "金额", LOOK, DESK).fact()
    assert (fact.id, fact.aspect, fact.text, fact.formula) == ("a.sum(b)", "aggregate", "2,000\u00a0万元", "SELECT sum(b) FROM a")
    missing = answer_quantity(Value(None, SOURCE, Phrase("没有行", "no rows")), "x", "金额", LOOK, DESK).fact()
    assert (missing.text, missing.reason) == ("—", "没有行")


def test_cells_and_typed_numbers_name_their_place() -> None:
    cell = cell_quantity(2e7, "a.csv!B2", "金额", SOURCE, LOOK, DESK).fact()
    assert (cell.aspect, str(cell.source.ranges[0])) == ("cell", "a.csv!B2")
    typed = typed_quantity(2e7, "typed(x)", "金额", AT, LOOK, DESK).fact()
    assert (typed.aspect, typed.source.defined_at) == ("typed", AT)


def test_a_bare_style_keeps_the_scale() -> None:
    assert (bare(LOOK.style).unit, bare(LOOK.style).divisor) == ("", 1e4)
