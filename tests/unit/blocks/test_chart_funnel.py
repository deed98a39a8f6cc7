from __future__ import annotations

import pytest

from engine.blocks.chart_funnel import Conversion, weakest
from engine.metrics.numbers import percent_style
from engine.metrics.quantity import Look, Origin, Quantity
from engine.model.charts import ChartData
from engine.model.inlines import Tone
from tests.support.review import chart, context, refusal

STAGES = "stages: [{label: 触达, value: sum(触达)}, {label: 点击, value: sum(点击)}, {label: 支付, value: sum(支付)}]"


def rows(data: ChartData) -> list[str]:
    return [f"{row.label.plain}: {' '.join(cell.plain or '·' for cell in row.cells)}" for row in data.value_rows]


def test_rates_last_year_and_change() -> None:
    data = chart(f"kind: funnel, title: 转化, table: funnel, previous: last_year, unit: 人次, {STAGES}")
    assert data.categories == ("触达", "点击", "支付")
    assert data.series[0].values == (25_000_000.0, 5_250_000.0, 1_575_000.0)
    assert rows(data) == ["本期转化率: · 21.0% 30.0%", "去年同期: · 20.0% 40.5%", "变化: · +1.0 −10.5"]
    assert data.highlight == (2,)
    assert [row.cells[2].spans[0].tone for row in data.value_rows] == [Tone.IMPROVE, Tone.NORMAL, Tone.IMPROVE]


def test_without_last_year_there_are_rates_only() -> None:
    data = chart(f"kind: funnel, title: 转化, table: funnel, where: \"渠道 = '商城'\", {STAGES}")
    assert rows(data) == ["本期转化率: · 18.8% 33.3%"]
    assert data.highlight == ()


def test_stages_may_be_metrics_facts_or_numbers() -> None:
    data = chart("kind: funnel, title: x, stages: [{label: a, value: gmv}, {label: b, value: '{{ m.cost }}'}, {label: c, value: 720万}]")
    assert rows(data) == ["本期转化率: · 22.4% 25.0%"]
    assert data.metrics == ("gmv",)


def test_written_rows_make_a_funnel_too() -> None:
    assert rows(chart("kind: funnel, title: x, rows: [[a, 200], [b, 50]]")) == ["本期转化率: · 25.0%"]


def test_the_authors_highlight_wins_and_small_stages_get_a_decimal() -> None:
    data = chart("kind: funnel, title: x, highlight: [b], unit: 人, stages: [{label: a, value: 4280万}, {label: b, value: 64.2万}]")
    assert data.highlight == (1,)
    assert data.series[0].style.decimals == 1


def test_a_stage_that_names_nothing_is_told() -> None:
    found = refusal("- chart: {kind: funnel, title: x, stages: [{label: a, value: gmw}, {label: b, value: gmv}]}")
    assert found == "report.yaml:1:62: FACT001 没有指标“gmw”"


@pytest.mark.parametrize(("changes", "expected"), [((0.01, -0.02), 2), ((-0.05, -0.02), 1), ((0.01, 0.0), None), ((None, None), None)])
def test_the_weakest_stage_is_the_one_that_fell_most(changes: tuple[float | None, ...], expected: int | None) -> None:
    def quantity(value: float | None) -> Quantity:
        return Quantity(value, Origin("x"), Look(percent_style()), context().metrics.desk)

    found = [Conversion(quantity(0.5), quantity(0.5), quantity(change)) for change in changes]
    assert weakest(found) == expected
