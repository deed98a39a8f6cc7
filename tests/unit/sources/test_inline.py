from __future__ import annotations

import pytest

from engine.sources import limits
from tests.unit.sources.conftest import Bench, picture, told


def test_rows_written_in_the_report(bench: Bench) -> None:
    outcome = bench.table(
        rows=[{"渠道": "抖音", "预算": "1.2万", "线上": True}, {"渠道": "微信", "预算": 300, "线上": False}, {"渠道": "地推"}]
    )
    assert (
        picture(outcome) == "渠道:text | 预算:number | 线上:text\n1: 抖音 | 12000.0 | TRUE\n2: 微信 | 300.0 | FALSE\n3: 地推 | None | None"
    )


def test_a_misspelled_column_is_named(bench: Bench) -> None:
    outcome = bench.table(rows=[{"渠道": "抖音", "预算": 1}, {"渠道": "微信", "预标": 2}])
    assert told(outcome) == ["report.yaml:7:3: DATA050 第 2 行多出列“预标”，首行的列是：渠道、预算"]


def test_mistakes_are_placed_by_row_and_column(bench: Bench) -> None:
    outcome = bench.table(rows=[{"渠道": "a", "预算": value} for value in (1, 2, 3, 4, "约5万")])
    assert told(outcome) == ["report.yaml:7!t!B5: DATA042 「预算」应为数字，得到“约5万”"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400])
def test_figures_that_are_no_numbers(bench: Bench, value: float) -> None:
    (message,) = told(bench.table(rows=[{"名": "a", "数": 1}] * 9 + [{"名": "b", "数": value}]))
    assert message.startswith("report.yaml:7!t!B10: DATA042")


def test_names_that_are_years_and_a_single_row(bench: Bench) -> None:
    assert picture(bench.table(rows=[{"1": 5, "2": 6}])) == "1:number | 2:number\n1: 5.0 | 6.0"


def test_no_rows_and_too_many(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(bench.table(rows=[])) == ["report.yaml:7:3: DATA012 表头以下没有数据行"]
    monkeypatch.setattr(limits, "MAX_INLINE_ROWS", 1)
    assert told(bench.table(rows=[{"a": 1}, {"a": 2}])) == ["report.yaml:7:3: DATA004 内联 2 行，上限 1"]
