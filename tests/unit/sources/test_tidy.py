from __future__ import annotations

import pytest

from engine.base.diagnostics import Severity
from tests.unit.sources.conftest import Bench, picture, told


def body(bench: Bench, *rows: list[object], **spec: object) -> list[str]:
    return picture(bench.rows(["渠道", "消耗"], *rows, **spec)).splitlines()[1:]


@pytest.mark.parametrize("label", ["合计", "总计", " 合 计：", "Total", "GRAND TOTAL", "小计", "渠道合计"])
def test_totals_at_the_bottom_are_left_out_and_said(bench: Bench, label: str) -> None:
    outcome = bench.rows(["渠道", "消耗"], ["抖音", 1], ["微信", 2], [label, 3])
    assert picture(outcome).splitlines()[1:] == ["2: 抖音 | 1.0", "3: 微信 | 2.0"]
    assert told(outcome, None) == ["kpi.xlsx!目标!4:4: DATA035 合计行未计入：4"]


def test_totals_stay_when_told_to(bench: Bench) -> None:
    assert body(bench, ["抖音", 1], ["合计", 1], drop_total=False) == ["2: 抖音 | 1.0", "3: 合计 | 1.0"]


def test_totals_between_are_a_warning_until_somebody_decides(bench: Bench) -> None:
    rows: list[list[object]] = [["渠道", "消耗"], ["抖音", 1], ["小计", 1], ["微信", 2], ["合计", 3]]
    outcome = bench.rows(*rows)
    assert told(outcome, Severity.WARNING) == ["kpi.xlsx!目标!3:3: DATA036 中间有 1 行像合计或小计，会被重复计算"]
    assert picture(outcome).splitlines()[1:] == ["2: 抖音 | 1.0", "3: 小计 | 1.0", "4: 微信 | 2.0"]
    assert body(bench, *rows[1:], drop_total=True) == ["2: 抖音 | 1.0", "4: 微信 | 2.0"]
    assert told(bench.rows(*rows, drop_total=False), Severity.WARNING) == []


def test_a_subtotal_may_stand_in_the_second_column(bench: Bench) -> None:
    outcome = bench.rows(
        ["大区", "渠道", "消耗"], ["华东", "抖音", 1], ["华东", "小计", 1], ["华南", "抖音", 2], ["华南", "小计", 2], drop_total=True
    )
    assert picture(outcome).splitlines()[1:] == ["2: 华东 | 抖音 | 1.0", "4: 华南 | 抖音 | 2.0"]


def test_a_table_of_totals_only_is_kept(bench: Bench) -> None:
    assert body(bench, ["合计", 3]) == ["2: 合计 | 3.0"]


def test_remarks_below_are_left_out_and_said(bench: Bench) -> None:
    outcome = bench.rows(["渠道", "消耗"], ["抖音", 1], ["合计", 1], [None], ["注：不含税"], ["数据来源：埋点平台"])
    assert picture(outcome).splitlines()[1:] == ["2: 抖音 | 1.0"]
    assert told(outcome, None) == ["kpi.xlsx!目标!3:3: DATA035 合计行未计入：3", "kpi.xlsx!目标!5:5: DATA037 表下的说明未计入：5, 6"]
    assert picture(bench.csv("渠道,消耗\n抖音,1\n注：不含税\n")).splitlines()[1:] == ["2: 抖音 | 1.0"]


def test_blank_rows_are_left_out_and_keep_the_numbering(bench: Bench) -> None:
    assert body(bench, ["抖音", 1], [None, None], ["  ", None], ["微信", 2]) == ["2: 抖音 | 1.0", "5: 微信 | 2.0"]


def test_a_merged_label_belongs_to_every_row_it_covers(bench: Bench) -> None:
    rows: list[list[object]] = [["大区", "渠道", "消耗"], ["华东", "抖音", 1], [None, "微信", 2], ["华南", None, 3]]
    outcome = bench.rows(*rows, merge=["A2:A3", "A4:B4"])
    assert picture(outcome).splitlines()[1:] == ["2: 华东 | 抖音 | 1.0", "3: 华东 | 微信 | 2.0", "4: 华南 | 华南 | 3.0"]


def test_a_merged_figure_is_counted_once(bench: Bench) -> None:
    rows: list[list[object]] = [["渠道", "预算"], ["抖音", 100], ["微信", None]]
    outcome = bench.rows(*rows, merge=["B2:B3"])
    assert picture(outcome).splitlines()[1:] == ["2: 抖音 | 100.0", "3: 微信 | None"]
    assert told(outcome, Severity.WARNING) == ["kpi.xlsx!目标!B2:B3: DATA038 合并单元格里的数字只算一次，记在第一行，其余各行为空"]
    filled = bench.rows(*rows, merge=["B2:B3"], fill_down=["预算"])
    assert picture(filled).splitlines()[1:] == ["2: 抖音 | 100.0", "3: 微信 | 100.0"]
    assert not filled.diagnostics


def test_blanks_are_filled_down_where_declared(bench: Bench) -> None:
    outcome = bench.csv("大区,消耗\n华东,1\n,2\n华南,3\n,\n,4\n合计,10\n", fill_down=["大区"])
    assert picture(outcome).splitlines()[1:] == ["2: 华东 | 1.0", "3: 华东 | 2.0", "4: 华南 | 3.0", "6: 华南 | 4.0"]
    outcome = bench.csv("大区,消耗\n华东,1\n", fill_down=["大曲"])
    assert told(outcome) == ["weekly.csv: DATA033 fill_down 提到的列“大曲”不存在，现有：大区、消耗"]


def test_overlapping_merges_of_a_hostile_file_end_quickly(bench: Bench) -> None:
    rows: list[list[object]] = [["a", "b"]]
    rows += [["x", "y"] for _ in range(50)]
    outcome = bench.rows(*rows, merge=[f"A2:B{row}" for row in range(3, 51)])
    assert outcome.value is not None
