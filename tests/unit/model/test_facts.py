"""Facts, verdicts and the ledger."""

from __future__ import annotations

import pytest

from engine.model.facts import CellRange, Fact, FactSource, Ledger, Verdict
from engine.model.inlines import Tone


@pytest.mark.parametrize(
    ("verdict", "tone"),
    [(Verdict.EXCEEDED, Tone.EXCEED), (Verdict.MET, Tone.MET), (Verdict.IMPROVE, Tone.IMPROVE), (Verdict.MISSED, Tone.MISSED)],
)
def test_each_grade_has_its_tone(verdict: Verdict, tone: Tone) -> None:
    assert verdict.tone is tone


def test_a_range_reads_as_people_say_it() -> None:
    assert str(CellRange("data/kpi.xlsx", "目标", "C3:C9", 7)) == "data/kpi.xlsx!目标!C3:C9"
    assert str(CellRange("data/weekly.csv", "", "D2:D27", 26)) == "data/weekly.csv!D2:D27"


def test_the_ledger_finds_a_fact_by_id() -> None:
    fact = Fact("gmv.actual", "gmv", "actual", 8.2e6, "820\u00a0万元", "元", "sum(GMV)", FactSource())
    ledger = Ledger((fact,))
    assert ledger.get("gmv.actual") is fact
    assert ledger.get("gmv.target") is None
