from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.metrics.compare import NO_TARGET
from engine.metrics.query import Value
from engine.metrics.scoring import Factor, graded, grading_definition, points_of, score_definition, scored
from engine.metrics.special import Grading, Score
from engine.model.facts import Better, FactSource

SCORE = Score((("gmv", 3.0), ("roi", 1.0)), cap=1.2)
NOWHERE = FactSource()


def value(raw: float | None) -> Value:
    return Value(raw, NOWHERE, None if raw is not None else NO_TARGET)


@pytest.mark.parametrize(("gmv", "roi", "expected"), [(1.0, 1.0, 100.0), (2.0, 1.0, 115.0), (0.8, -0.5, 60.0)])
def test_attainments_are_weighted_and_capped(gmv: float, roi: float, expected: float) -> None:
    assert scored(SCORE, {"gmv": value(gmv), "roi": value(roi)}).raw == pytest.approx(expected)


def test_a_metric_that_was_not_measured_leaves_no_score() -> None:
    answer = scored(SCORE, {"gmv": value(1.1), "roi": value(None)})
    assert answer.raw is None and answer.reason is not None
    assert answer.reason.zh == "roi：没有目标值"


@pytest.mark.parametrize(
    ("better", "values", "expected"),
    [
        (Better.HIGHER, [4.0, 2.0, -1.0, None], [100.0, 50.0, 0.0, None]),
        (Better.LOWER, [20.0, 40.0], [100.0, 50.0]),
        (Better.LOWER, [0.0, 40.0], [100.0, 0.0]),
        (Better.HIGHER, [0.0, 0.0], [100.0, 100.0]),
        (Better.HIGHER, [-5.0, -1.0], [0.0, 100.0]),
        (Better.HIGHER, [7.0], [100.0]),
    ],
)
def test_points_against_the_best(better: Better, values: list[float | None], expected: list[float | None]) -> None:
    factor = Factor(better, values)
    assert [points_of(factor, index) for index in range(len(values))] == expected


def test_a_grading_weighs_the_points() -> None:
    rule = Grading("渠道", (("roas", 75.0), ("cac", 25.0)), (("A", 80.0),))
    factors = {"roas": Factor(Better.HIGHER, [6.0, 3.0]), "cac": Factor(Better.LOWER, [40.0, None])}
    assert graded(rule, factors, 0, NOWHERE).raw == 100
    missing = graded(rule, factors, 1, NOWHERE)
    assert missing.raw is None and missing.reason is not None and missing.reason.en == "cac: there is no actual value"


def test_definitions_state_the_weights() -> None:
    assert score_definition(SCORE, Language.ZH) == "完成率（封顶 120%）按权重加总：gmv 75%、roi 25%"
    told = grading_definition(Grading("c", (("roas", 2.0), ("cac", 1.0)), (("A", 80.0), ("B", 60.0))), Language.EN)
    assert told == "each factor against the best (100), by weight: roas 66.67%, cac 33.33%; A≥80 B≥60"
