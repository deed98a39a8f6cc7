from __future__ import annotations

from engine.base.diagnostics import Language
from engine.diff.fact_changes import FactChange, fact_changes
from engine.model.outline import OutlineFact


def fact(identity: str, text: str, raw: float | None, unit: str = "元") -> OutlineFact:
    metric, _, aspect = identity.partition(".")
    return OutlineFact(identity, metric, metric, aspect, text, unit, raw)


def moved(before: float | None, after: float | None, unit: str = "元", language: Language = Language.ZH) -> str:
    return FactChange(fact("gmv.actual", "a", before, unit), fact("gmv.actual", "b", after, unit)).movement(language)


def test_an_amount_moves_by_per_cent_and_a_rate_by_points() -> None:
    assert moved(200.0, 250.0) == "+25.0%"
    assert moved(0.924, 0.9, "%") == "−2.4 个百分点".replace(" ", "\u00a0")
    assert moved(0.924, 0.9, "%", Language.EN) == "−2.4\u00a0pp"


def test_a_base_of_zero_or_below_gives_no_percentage() -> None:
    assert moved(0.0, 5.0) == ""
    assert moved(-10.0, -5.0) == ""


def test_a_word_a_gap_and_a_standstill_have_no_movement() -> None:
    assert moved(None, 5.0) == ""
    assert moved(5.0, None) == ""
    assert moved(5.0, 5.0) == ""


def test_kpis_come_first_then_the_others_each_by_id() -> None:
    before = [
        fact("roi.actual", "1.2", 1.2, ""),
        fact("a.cell", "7", 7.0),
        fact("gmv.attainment", "90%", 0.9, "%"),
        fact("gmv.actual", "9", 9.0),
    ]
    after = [
        fact("roi.actual", "1.3", 1.3, ""),
        fact("b.cell", "7", 7.0),
        fact("gmv.attainment", "95%", 0.95, "%"),
        fact("gmv.actual", "9", 9.0),
    ]
    changes = fact_changes(before, after)
    assert [change.fact.id for change in changes] == ["gmv.attainment", "roi.actual", "a.cell", "b.cell"]
    assert [(change.before is None, change.after is None) for change in changes[2:]] == [(False, True), (True, False)]


def test_a_number_printed_otherwise_has_changed() -> None:
    (change,) = fact_changes([fact("gmv.actual", "90%", 0.9)], [fact("gmv.actual", "90.0%", 0.9)])
    assert (change.before, change.after) == (fact("gmv.actual", "90%", 0.9), fact("gmv.actual", "90.0%", 0.9))


def test_a_rate_of_deviation_is_a_kpi() -> None:
    facts = [fact("gmv.deviation_rate", "−4.0%", -0.04, "%"), fact("a.cell", "7", 7.0), fact("gmv.deviation", "−25", -25.0)]
    assert [change.fact.id for change in fact_changes([], facts)] == ["gmv.deviation", "gmv.deviation_rate", "a.cell"]
