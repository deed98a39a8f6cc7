from __future__ import annotations

import pytest

from engine.model.charts import ChartData
from tests.support.review import chart, refusal


def outline(data: ChartData) -> str:
    """Return the chart as `categories / series: printed values`."""
    lines = [" ".join(data.categories)]
    for series in data.series:
        values = " ".join("-" if value is None else f"{series.style.scaled(value):g}" for value in series.values)
        lines.append(f"{series.name} [{series.style.unit}]{'²' if series.secondary else ''}: {values}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("kind: column, title: 金额, metrics: [gmv, cost]", "活动 GMV 活动费用\n金额 [万元]: 12840 2880"),
        ("kind: column, title: GMV, metric: gmv, by: 渠道", "商城 直播间 社群\nGMV [万元]: 8505 2880 1455"),
        ("kind: bar, title: 费用, metric: cost, by: 活动, top: 2", "618 五一 其他\n费用 [万元]: 880 600 1400"),
        ("kind: column, title: G, metric: gmv, by: 渠道, order: label", "商城 直播间 社群\nG [万元]: 8505 2880 1455"),
        (
            "kind: line, title: GMV, table: sales, by: 日期, value: sum(GMV), unit: 元, where: \"渠道 = '商城'\"",
            "1/15 3/15 6/15\nGMV [万元]: 2268 2090 4147",
        ),
        ("kind: bar, title: GMV, table: sales, by: 活动, value: sum(GMV), unit: 元, top: 2", "618 年货节 其他\nGMV [万元]: 4147 2268 6425"),
        ("kind: bar, title: 转化率, table: sales, by: 活动, value: avg(转化率), top: 2", "618 春日焕新 其他\n转化率 [%]: 12 11 9.25"),
        (
            "kind: stacked, title: GMV, table: sales, by: 日期, split: 渠道, value: sum(GMV), unit: 元, where: GMV > 20000000",
            "1/15 3/15 6/15\n商城 [万元]: 2268 2090 4147",
        ),
        (
            (
                "kind: combo, title: x, table: sales, by: 渠道, unit: 元, "
                "series: [{name: GMV, value: sum(GMV)}, {name: 转化, value: avg(转化率), unit: '%', secondary: true}]"
            ),
            "商城 直播间 社群\nGMV [万元]: 8505 2880 1455\n转化 [%]²: 11 9 9",
        ),
        (
            "kind: column, title: 笔数, rows: [[一月, 1200], [二月, null], [三月, 2.5万]], unit: 笔",
            "一月 二月 三月\n笔数 [笔]: 1200 - 25000",
        ),
        (
            "kind: column, title: x, series: [本期, 上期], rows: [[GMV, '{{ m.gmv }}', 10800万元], [费用, '{{ m.cost }}', 2400万元]]",
            "GMV 费用\n本期 [万元]: 12840 2880\n上期 [万元]: 10800 2400",
        ),
        ("kind: pie, title: x, rows: [[是, 80%], [否, 20%]]", "是 否\nx [%]: 80 20"),
    ],
)
def test_the_forms_of_data(content: str, expected: str) -> None:
    assert outline(chart(content)) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("title: x, metrics: [gmv, rate]", "1:32: FACT013 这张图画不出来：指标的单位不同：元、%"),
        ("title: x, metrics: [gmw]", "1:43: FACT001 没有指标“gmw”"),
        ("title: x, metric: gmv, by: 渠到", "1:3: FACT003 数据表“sales”没有列“渠到”"),
        ("title: x, table: sale, by: 渠道, value: sum(GMV)", "1:63: FACT002 没有数据表“sale”"),
        ("title: x, table: sales, by: 渠到, value: sum(GMV)", "1:64: FACT003 数据表“sales”没有列“渠到”"),
        ("title: x, table: sales, by: 渠道, value: sum(GNV)", "1:64: FACT003 数据表“sales”没有列“GNV”"),
        ("title: x, table: sales, by: 渠道, value: sum(GMV), where: GMV < 0", "1:32: FACT013 数据表“sales”没有要显示的行"),
        ("title: x, rows: [[a, 1, 2], [b, 3]]", "1:42: FACT013 这张图画不出来：每行应有类目和 1 个数"),
        ("title: x, rows: [[a, 许多]]", "1:45: FACT008 看不懂数值“许多”"),
        ("title: x, stages: [{label: a, value: 3}]", "1:32: FACT013 这张图画不出来：stages 只用于漏斗图"),
    ],
)
def test_what_cannot_be_plotted_is_told_at_its_place(content: str, expected: str) -> None:
    found = refusal(f"- chart: {{kind: column, {content}}}")
    assert found.partition(": ")[2] == expected.partition(": ")[2]
    assert found.startswith("report.yaml:1:")


def test_several_metrics_by_a_dimension_are_series() -> None:
    found = chart("kind: bar, title: 收与支, metrics: [gmv, cost], by: 渠道")
    assert found.categories == ("商城", "直播间", "社群")
    assert [(series.name, series.values) for series in found.series] == [
        ("活动 GMV", (8505e4, 2880e4, 1455e4)),
        ("活动费用", (1680e4, 1000e4, 200e4)),
    ]
    top = chart("kind: bar, title: 收与支, metrics: [gmv, cost], by: 渠道, top: 2")
    assert (top.categories, top.series[1].values) == (("商城", "直播间", "其他"), (1680e4, 1000e4, 200e4))


def test_metrics_of_different_units_share_no_axis() -> None:
    assert "FACT013 这张图画不出来：指标的单位不同：元、场" in refusal(
        "- chart: {kind: bar, title: 不同, metrics: [gmv, events], by: 渠道}"
    )
