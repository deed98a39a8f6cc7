from __future__ import annotations

import pytest

from engine.model.charts import Band, ChartData, Note
from engine.model.facts import Better
from tests.support.review import build, chart, refusal

MONTHS = "kind: line, title: GMV, table: sales, by: 日期, value: sum(GMV), unit: 元"
BRIDGE = "kind: waterfall, title: 计划到实际, unit: 元, rows: [[计划, 3000万], [媒介, +64万], [补贴, -184万], [实际, '{{ m.cost }}']]"


def values(data: ChartData) -> list[str]:
    return [" ".join("-" if value is None else f"{value / 1e4:g}" for value in series.values) for series in data.series]


def test_each_value_is_a_fact_that_prints_like_the_axis() -> None:
    built = build(f"- chart: {{{MONTHS}}}")
    fact = built.ledger.get("sales.sum(GMV)[日期=2025-06-15]|chart")
    assert fact is not None
    assert (fact.raw, fact.text, fact.source.query) == (41_470_000, "4,147", "SELECT sum(GMV) FROM sales WHERE 日期 = DATE '2025-06-15'")
    assert [str(cells) for cells in fact.source.ranges] == ["data/sales.csv!D7"]
    assert {str(use.where) for use in built.ledger.uses} == {"report.yaml:1:30"}


def test_marks_by_category_written_or_printed() -> None:
    data = chart(
        f"{MONTHS}, highlight: [max, 2/15], notes: [{{at: '2025-06-15', label: 618}}], "
        "bands: [{label: 年货节, first: 1/15, last: '2025-03-15', target: 2000万}]"
    )
    assert data.highlight == (5, 1)
    assert data.notes == (Note(5, "618"),)
    assert data.bands == (Band("年货节", 0, 2, 2e7, "typed(GMV=2000万)|chart"),)


@pytest.mark.parametrize(("word", "index"), [("max", 5), ("min", 1), ("last", 5)])
def test_words_for_landmarks(word: str, index: int) -> None:
    assert chart(f"{MONTHS}, highlight: {word}").highlight == (index,)


def test_marks_on_unknown_categories_are_all_told_and_the_chart_stays() -> None:
    built = build(
        "- chart: {kind: bar, title: x, table: sales, by: 活动, value: sum(GMV), highlight: [616], notes: [{at: 双十一, label: y}]}"
    )
    assert [found.partition(": ")[2] for found in built.findings] == ["FACT006 图表没有类目“616”", "FACT006 图表没有类目“双十一”"]
    assert len(built.blocks) == 1


@pytest.mark.parametrize(
    ("target", "height", "fact"),
    [
        ("2000万", 2e7, "typed(GMV=2000万)|chart"),
        ("'{{ m.gmv.target }}'", 1.2e8, "gmv.target|chart"),
        ("avg(目标)", 2e7, "sales.avg(目标)|chart"),
    ],
)
def test_a_target_line_is_a_number_a_fact_or_an_aggregate_and_stands_in_the_ledger(target: str, height: float, fact: str) -> None:
    data = chart(f"{MONTHS}, target: {target}")
    assert (data.target, data.target_fact, data.facts[-1]) == (height, fact, fact)


def test_a_bridge_stands_on_its_first_and_last_bar() -> None:
    data = chart(f"{BRIDGE}, axis_from: 2700万")
    assert (data.total, data.axis_from) == ((0, 3), 2.7e7)
    assert values(data) == ["3000 64 -184 2880"]
    assert data.series[0].facts[3] == "cost.actual|chart"


def test_a_bridge_that_does_not_add_up_is_told() -> None:
    found = refusal(f"- chart: {{{BRIDGE.replace('-184', '-180')}}}")
    assert found.endswith("FACT013 这张图画不出来：各项相加得 2,884\u00a0万元，而“实际”是 2,880\u00a0万元")


def test_a_line_knows_on_which_side_of_its_target_it_should_be() -> None:
    assert chart(f"{MONTHS}, target: 2000万").better is Better.HIGHER
    assert chart(f"{MONTHS}, target: 2000万, better: lower").better is Better.LOWER


def test_a_bridge_with_a_subtotal() -> None:
    data = chart("kind: waterfall, title: x, total: [a, c], rows: [[a, 10], [b, -3], [c, 7], [d, 5]]")
    assert data.total == (0, 2)


def test_values_below_the_plot_on_demand() -> None:
    rows = chart(f"{MONTHS}, value_rows: true").value_rows
    assert [(row.label.plain, [cell.plain for cell in row.cells]) for row in rows] == [
        ("GMV", ["2,268", "1,044", "2,090", "1,455", "1,836", "4,147"])
    ]
    missing = chart("kind: column, title: x, value_rows: true, rows: [[a, 1], [b, null]]")
    assert [cell.plain for cell in missing.value_rows[0].cells] == ["1", "—"]


def test_source_title_and_words() -> None:
    data = chart("kind: column, title: '{{ m.gmv.label }}', metrics: [gmv, cost], decimals: 1")
    assert (data.title.plain, data.source.plain, data.series[0].style.decimals) == ("活动 GMV", "交易中台、费用台账", 1)
    assert data.alt == "柱状图：活动 GMV。活动 GMV 12,840.0\u00a0万元，活动费用 2,880.0\u00a0万元。"
    assert chart("kind: column, title: x, metrics: [gmv], source: 手工台账").source.plain == "手工台账"
