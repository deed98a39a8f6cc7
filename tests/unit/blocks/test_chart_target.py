from __future__ import annotations

import pytest

from engine.model.charts import ChartData
from engine.model.inlines import Tone
from tests.support.review import NB, chart, refusal

BY_METRIC = "kind: target-actual, title: 活动 GMV, metric: by_event, by: 活动"
BY_TABLE = "kind: target-actual, title: 活动 GMV, table: sales, by: 活动, value: sum(GMV), target: sum(目标), unit: 元"
WRITTEN = "kind: target-actual, title: 活动 GMV, rows: [[年货节, 2268万元, 2100万元], [开年焕新, 1044万元, 1200万元]]"


def rows(data: ChartData) -> list[str]:
    return [f"{row.label.plain}: {' '.join(cell.plain for cell in row.cells)}".replace(NB, "_") for row in data.value_rows]


@pytest.mark.parametrize("content", [BY_METRIC, BY_TABLE])
def test_target_and_actual_with_the_rows_below(content: str) -> None:
    data = chart(content)
    assert [series.name for series in data.series] == ["目标", "实际"]
    assert rows(data) == [
        "目标: 2,100 1,200 1,900 1,500 1,800 3,500",
        "偏差: +168 −156 +190 −45 +36 +647",
        "完成率: 108.0% 87.0% 110.0% 97.0% 102.0% 118.5%",
        "状态: ▲ 超额完成 ▼ 未达成 ▲ 超额完成 ◆ 待改进 ● 达成 ▲ 超额完成",
    ]
    tones = [cell.spans[0].tone for cell in data.value_rows[1].cells]
    assert tones == [Tone.NORMAL, Tone.MISSED, Tone.NORMAL, Tone.IMPROVE, Tone.NORMAL, Tone.NORMAL]
    assert data.target is None


def test_written_rows_are_actual_then_target() -> None:
    assert rows(chart(WRITTEN))[1:3] == ["偏差: +168 −156", "完成率: 108.0% 87.0%"]


def test_metrics_of_different_units_are_compared_by_attainment() -> None:
    data = chart("kind: target-actual, title: 核心指标, metrics: [gmv, satisfaction, retention]")
    assert [series.style.unit for series in data.series] == ["%", "%"]
    assert data.series[0].values == (1.0, 1.0, 1.0)
    assert rows(data)[:2] == ["目标: 12,000_万元 4.60_分 20.0%", "偏差: +840_万元 +0.02_分 −3.0_个百分点"]
    assert data.metrics == ("gmv", "satisfaction", "retention")
    assert data.source.plain == "交易中台"


def test_lower_is_better_for_a_table_as_well() -> None:
    data = chart("kind: target-actual, title: 费用, better: lower, rows: [[媒介, 90万元, 100万元], [补贴, 120万元, 100万元]]")
    assert rows(data)[2:] == ["完成率: 111.1% 83.3%", "状态: ▲ 超额完成 ▼ 未达成"]


def test_rows_can_be_left_out() -> None:
    assert chart(f"{BY_METRIC}, value_rows: false").value_rows == ()


def test_a_category_without_a_value_is_a_gap_without_a_grade() -> None:
    data = chart("kind: target-actual, title: x, unit: 元, rows: [[a, null, 100], [b, 100, 100]]")
    assert data.series[1].values == (None, 100.0)
    assert rows(data)[1:] == ["偏差: — 0", "完成率: — 100.0%", "状态: — ● 达成"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("title: x, table: sales, by: 活动, value: sum(GMV)", "FACT013 这张图画不出来：缺少 value 或 target"),
        ("title: x, rows: [[a, 1]]", "FACT013 这张图画不出来：每行要有类目、实际和目标"),
        ("title: x, metrics: [events]", "FACT011 指标“events”没有定义目标"),
    ],
)
def test_there_must_be_a_target(content: str, expected: str) -> None:
    assert refusal(f"- chart: {{kind: target-actual, {content}}}").endswith(expected)
