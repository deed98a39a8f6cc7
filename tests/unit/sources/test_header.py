from __future__ import annotations

from engine.base.diagnostics import Severity
from tests.unit.sources.conftest import Bench, picture, told


def head(bench: Bench, *rows: list[object], **spec: object) -> str:
    return picture(bench.rows(*rows, **spec)).splitlines()[0]


def test_the_header_is_the_first_row_that_fills_the_table(bench: Bench) -> None:
    rows: list[list[object]] = [["2025 年投放"], ["单位：万元"], [None], ["渠道", "消耗", "曝光"], ["抖音", 1, 2]]
    outcome = bench.rows(*rows)
    assert picture(outcome) == "渠道:text | 消耗:number | 曝光:number\n5: 抖音 | 1.0 | 2.0"
    assert told(outcome, Severity.INFO) == ["kpi.xlsx!目标!4:4: DATA034 跳过标题行，以第 4 行为表头"]


def test_a_title_merged_over_the_table_is_no_header(bench: Bench) -> None:
    assert head(bench, ["标题", None], ["渠道", "消耗"], ["抖音", 1], merge=["A1:B1"]) == "渠道:text | 消耗:number"


def test_years_and_months_may_be_names(bench: Bench) -> None:
    assert head(bench, ["指标", 2024, "2025年"], ["曝光", 1, 2]) == "指标:text | 2024:number | 2025年:number"
    assert head(bench, ["指标", "2024", "2025-07"], ["曝光", 1, 2]) == "指标:text | 2024:number | 2025-07:number"


def test_data_without_a_header_are_not_taken_for_one(bench: Bench) -> None:
    outcome = bench.rows(["抖音", 100, 200], ["微信", 50, 20])
    assert told(outcome) == ["kpi.xlsx!目标!B1: DATA030 第 1 行像数据而不像表头（“100”是数字）"]
    hint = outcome.diagnostics[0].hint
    assert hint is not None
    assert hint.zh == "若确是表头，写 header_row: 1；若缺表头，补一行列名"
    assert head(bench, ["周", 1, 2], ["消耗", 5, 6], header_row=1) == "周:text | 1:number | 2:number"


def test_a_declared_header_row(bench: Bench) -> None:
    assert head(bench, ["a", "b"], ["c", "d"], [1, 2], header_row=2) == "c:number | d:number"
    assert told(bench.rows(["a", "b"], [1, 2], header_row=9)) == ["kpi.xlsx!目标: DATA030 表头行 9 不在表内，内容到第 2 行为止"]
    assert told(bench.rows(["a", "b"], [None], [1, 2], header_row=2)) == ["kpi.xlsx!目标!2:2: DATA030 第 2 行是空的，不能作表头"]


def test_two_header_rows_are_joined(bench: Bench) -> None:
    outcome = bench.csv("渠道,曝光,,点击,\n,目标,实际,目标,实际\n抖音,1,2,3,4\n", header_rows=2)
    assert picture(outcome).splitlines()[0] == "渠道:text | 曝光/目标:number | 曝光/实际:number | 点击/目标:number | 点击/实际:number"


def test_two_header_rows_not_declared_are_told(bench: Bench) -> None:
    outcome = bench.csv("渠道,曝光,,点击,\n,目标,实际,目标,实际\n抖音,1,2,3,4\n")
    assert told(outcome) == ["weekly.csv!C1: DATA032 这一列有内容却没有列名", "weekly.csv!E1: DATA032 这一列有内容却没有列名"]
    hint = outcome.diagnostics[0].hint
    assert hint is not None
    assert "header_rows: 2" in hint.zh


def test_names_are_one_line_and_trimmed(bench: Bench) -> None:
    assert head(bench, [" 消耗\n（元） ", "click \n rate"], [1, 2]) == "消耗（元）:number | click rate:number"


def test_a_name_twice_and_columns_without_any(bench: Bench) -> None:
    outcome = bench.rows(["渠道", "消耗", None, None, "消耗"], ["抖音", 1, 2, None, 3])
    assert told(outcome) == ["kpi.xlsx!目标!C1: DATA032 这一列有内容却没有列名", "kpi.xlsx!目标!E1: DATA031 列名“消耗”重复，B1 已经用过"]
    assert head(bench, ["渠道", None, "消耗"], ["抖音", None, 3]) == "渠道:text | 消耗:number"


def test_columns_are_renamed(bench: Bench) -> None:
    spec = {"rename": {"消耗（元）": "消耗"}, "types": {"消耗": "number"}}
    assert head(bench, ["渠道", "消耗（元）"], ["抖音", 1], **spec) == "渠道:text | 消耗:number"
    outcome = bench.rows(["渠道", "消耗"], ["抖音", 1], rename={"销耗": "x"})
    assert told(outcome) == ["kpi.xlsx!目标: DATA033 rename 提到的列“销耗”不存在，现有：渠道、消耗"]


def test_a_table_of_one_column(bench: Bench) -> None:
    assert picture(bench.csv("团队\n华东\n华南\n")) == "团队:text\n2: 华东\n3: 华南"
