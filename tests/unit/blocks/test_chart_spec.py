from __future__ import annotations

from typing import get_args

import pytest

from engine.blocks.chart_spec import Kind
from engine.charts import CHARTS
from tests.support.review import refusal


def test_the_kinds_an_author_may_write_are_those_that_can_be_drawn() -> None:
    assert set(CHARTS.names) <= set(get_args(Kind))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("kind: column, title: x", "YAML025 图表没有数据"),
        ("kind: column, title: x, metrics: [gmv], rows: [[a, 1]]", "YAML025 图表数据写了两种：metrics、rows"),
        ("kind: column, title: x, table: sales, value: sum(GMV)", "YAML025 图表缺少 by（类目列）"),
        ("kind: column, title: x, table: sales, by: 渠道", "YAML025 图表缺少 value 或 series（要算什么）"),
        ("kind: column, title: x, metric: gmv, by: 渠道, where: GMV > 0", "YAML025 where 和 split 只用于 table 形式的数据"),
    ],
)
def test_one_form_of_data(content: str, expected: str) -> None:
    assert refusal(f"- chart: {{{content}}}").endswith(expected)
