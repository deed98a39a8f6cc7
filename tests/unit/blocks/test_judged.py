from __future__ import annotations

from engine.blocks.judged import Judged, judged_pair, judged_view
from engine.metrics.numbers import axis_style
from engine.metrics.quantity import Look, Origin, Quantity
from engine.model.facts import Better, Verdict
from engine.model.inlines import Tone
from tests.support.review import NB, context


def pair(target: float | None, actual: float | None, better: Better = Better.HIGHER) -> Judged:
    here = context()

    def quantity(value: float | None, name: str) -> Quantity:
        return Quantity(value, Origin(name), Look(axis_style([value], "元", here.language), "元"), here.metrics.desk)

    return judged_pair("x", quantity(target, "target"), quantity(actual, "actual"), better, here)


def test_a_metric_and_two_numbers_are_judged_alike() -> None:
    view = judged_view("618", context().metrics.get("by_event").by("活动", "618"))
    numbers = pair(3500e4, 4147e4)
    for found in (view, numbers):
        assert (found.deviation.text, found.attainment.text, found.status.text) == (f"+647{NB}万元", "118.5%", "▲ 超额完成")
        assert (found.grade, found.tone) == (Verdict.EXCEEDED, Tone.EXCEED)


def test_polarity_and_the_ledgers_formula() -> None:
    found = pair(100, 80, Better.LOWER)
    assert (found.attainment.text, found.grade) == ("125.0%", Verdict.EXCEEDED)
    assert found.attainment.fact().formula == "target ÷ actual"
    assert found.deviation.fact().formula == "actual − target"


def test_a_missing_number_leaves_no_grade() -> None:
    for found in (pair(None, 5), pair(5, None)):
        assert (found.grade, found.tone, found.status.text, found.attainment.text) == (None, Tone.NORMAL, "—", "—")
