from __future__ import annotations

import pytest

from engine.model.blocks import Chart, Table
from tests.support.review import FULL, build, grid, one, refusal


def test_models_side_by_side_with_shares_and_a_total() -> None:
    block = one("- attribution: {metric: touch, models: [last, first, linear, position]}", definitions=FULL)
    assert isinstance(block, Table)
    assert grid(block) == (
        "渠道 | 末次 人 | 首次 人 | 线性 人 | 首尾 人\n"
        "商城 | 110.0 | 10.0 | 43.3 | 50.0\n"
        "社群 | 50.0 | 100.0 | 58.3 | 65.0\n"
        "直播间 | 0.0 | 50.0 | 58.3 | 45.0\n"
        "= 合计 | 160.0 | 160.0 | 160.0 | 160.0"
    )
    assert [cell.second.plain for cell in block.rows[0].cells] == ["", "68.8%", "6.3%", "27.1%", "31.3%"]
    assert block.note.plain.startswith("末次归因：转化全部记给最后一次触点；首次归因：")
    assert block.source.plain == "归因样本"


def test_a_chart_plots_a_model() -> None:
    (chart,) = build("- chart: {kind: bar, title: 线性归因, metric: touch, by: 渠道}", definitions=FULL).blocks
    assert isinstance(chart, Chart)
    assert dict(zip(chart.data.categories, chart.data.series[0].values, strict=True))["商城"] == pytest.approx(100 / 3 + 10)


def test_a_metric_without_touches() -> None:
    assert refusal("- attribution: gmv").endswith("FACT011 指标“gmv”没有定义归因规则")
