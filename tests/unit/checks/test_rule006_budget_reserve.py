from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.rule006_budget_reserve import DEFINITION
from engine.model.settings import Settings
from tests.support.findings import found, reading

ALLOCATION = "- allocation: {{total: 900万元, {reserve}items: [{{label: 甲, weight: 60}}, {{label: 乙, weight: 40}}]}}"
BUDGET = "- budget: {{items: [{{label: 投放, amount: {spent}}}, {{label: 储备金, amount: {kept}, reserve: true}}]}}"


@pytest.mark.parametrize(("reserve", "count"), [("10%", 0), ("12%", 0), ("15%", 0), ("9.9%", 1), ("15.1%", 1), ("0%", 1)])
def test_an_allocation_keeps_ten_to_fifteen_percent(reserve: str, count: int, tmp_path: Path) -> None:
    assert len(found("RULE006", reading(tmp_path, ALLOCATION.format(reserve=f"reserve: {reserve}, ")))) == count


def test_a_budget_does_too(tmp_path: Path) -> None:
    assert found("RULE006", reading(tmp_path, BUDGET.format(spent=88, kept=12))) == []
    assert found("RULE006", reading(tmp_path, BUDGET.format(spent=95, kept=5))) == [
        "13:13 the reserve is 5.0% of the budget; it should be 10%–15%"
    ]
    assert found("RULE006", reading(tmp_path, "- budget: {items: [{label: 投放, amount: 9}, {label: 物料, amount: 1}]}")) == [
        "13:13 the budget has no reserve; it should be 10%–15%"
    ]


def test_the_bounds_are_settings(tmp_path: Path) -> None:
    blocks = BUDGET.format(spent=95, kept=5)
    assert found("RULE006", reading(tmp_path, blocks, settings=Settings(reserve_least=0.05))) == []


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, ALLOCATION.format(reserve="")))
    assert finding.message.zh == "预算没有储备，应为 10%–15%"
    assert finding.hint and "content/settings.yaml" in finding.hint.zh
