from __future__ import annotations

from dataclasses import replace

from engine.base.diagnostics import Language
from engine.base.units import Rect
from engine.model.blocks import Chart
from engine.model.charts import ChartData, Series
from engine.model.deck import ChartBox, TableBox
from engine.model.numbers import NumberStyle
from engine.plan.deck.patterns import chart
from tests.support import gallery
from tests.support.planning import AT, BODY, assert_reads, canvas, drawn, outline, pages, t

COLUMNS = ChartData(
    "column",
    t("GMV"),
    ("一季度", "二季度"),
    (Series("实际", (34_760_000.0, 47_840_000.0), NumberStyle(10_000, 0, "万元", "#,##0"), facts=("q1", "q2")),),
    where=AT,
)
TWO = replace(COLUMNS, series=(*COLUMNS.series, replace(COLUMNS.series[0], name="目标", facts=())))


def first(block: object) -> Chart:
    assert isinstance(block, Chart)
    return block


TARGET = first(gallery.target_actual().items[0].blocks[0])
FUNNEL = first(gallery.funnel().items[0].blocks[0])
TREND = first(gallery.trend()[0])


def test_title_with_its_unit_and_the_chart() -> None:
    assert_reads(
        drawn(Chart(COLUMNS), 6, 3),
        """
        chart-title 0 0 6×0.28 12 GMV，万元
        chart 0 0.38 6×2.62 column
        """,
    )


def test_an_english_title_has_an_english_comma() -> None:
    assert "12 GMV, 万元" in drawn(Chart(COLUMNS), 6, 3, language=Language.EN)


def test_the_legend_stands_at_the_right_or_below_a_long_title() -> None:
    beside = drawn(Chart(TWO), 6, 3)
    below = drawn(Chart(replace(TWO, title=t("上半年活动成交总额，按支付口径，剔除取消与退货订单"))), 6, 3)
    assert_reads(
        beside + "\n\n" + below,
        """
        chart-title 0 0 4.5×0.28 12 GMV，万元
        legend 5.67 0 0.33×0.28 10.5 目标
        swatch 5.45 0.07 0.14×0.14
        legend-2 4.88 0 0.33×0.28 10.5 实际
        swatch-2 4.66 0.07 0.14×0.14
        chart 0 0.38 6×2.62 column

        chart-title 0 0 6×0.28 12 上半年活动成交总额，按支付口径，剔除取消与退货订单，万元
        legend 1.01 0.28 0.33×0.26 10.5 目标
        swatch 0.79 0.34 0.14×0.14
        legend-2 0.22 0.28 0.33×0.26 10.5 实际
        swatch-2 0 0.34 0.14×0.14
        chart 0 0.64 6×2.36 column
        """,
    )


def test_a_legend_too_long_for_its_row_is_an_error_and_stays_inside() -> None:
    page = canvas()
    long = replace(TWO, series=(replace(TWO.series[0], name="成交" * 40), TWO.series[1]))
    chart.draw(Chart(long, AT), Rect.inches(0, 0, 6, 3), page.at(AT), 0)
    assert [(finding.code, str(finding.where)) for finding in page.findings] == [("FIT001", "content/h1/report.yaml:12:5")]


def test_values_stand_below_the_columns_they_belong_to() -> None:
    page = canvas()
    chart.draw(TARGET, BODY, page, 0)
    (values,) = (element for element in page.elements if isinstance(element, TableBox))
    (plot,) = (element for element in page.elements if isinstance(element, ChartBox))
    assert values.frame.y == plot.frame.bottom
    assert len(values.widths) == 7 and len({round(width.inches, 1) for width in values.widths[1:]}) == 1
    assert [row.height.inches for row in values.rows[1:]] == [0.385] * 4


def test_values_stand_beside_bars_and_the_weak_one_has_a_band() -> None:
    lines = drawn(FUNNEL, 7.92, 5.12).splitlines()
    assert_reads(
        "\n".join(line for line in lines if line.startswith(("weak", "side-head", "side-value "))),
        """
        weak 0 4.32 7.92×0.79
        side-head 4.86 0 0.94×0.28 10.5 本期转化率
        side-value 4.86 1.42 0.94×0.3 15 20.0%
        side-head-2 5.88 0 0.94×0.28 10.5 去年同期
        side-head-3 6.9 0 0.94×0.28 10.5 变化
        """,
    )


def test_names_of_bands_stand_in_their_tops() -> None:
    assert [line for line in drawn(TREND, 12, 3.6).splitlines() if line.startswith("band")] == [
        "band 0.46 0.52 1.69×0.24 11 年货节",
        "band-2 2.24 0.52 1.69×0.24 11 开春焕新",
        "band-3 4.03 0.52 2.13×0.24 11 三八节",
        "band-4 6.26 0.52 1.69×0.24 11 会员周",
        "band-5 8.05 0.52 1.69×0.24 11 五一出游",
        "band-6 9.83 0.52 2.13×0.24 11 618 大促",
    ]


def test_a_small_chart_has_a_title_line_only() -> None:
    page = canvas()
    chart.draw_plain(TWO, Rect.inches(0, 0, 3, 2), page)
    assert_reads(
        outline(page.elements),
        """
        chart-title 0 0 3×0.26 11 GMV，万元
        chart 0 0.3 3×1.7 column
        """,
    )


def test_a_chart_knows_its_facts_and_describes_itself() -> None:
    page = canvas()
    chart.draw(Chart(TWO), BODY, page, 0)
    (box,) = (element for element in page.elements if isinstance(element, ChartBox))
    assert (box.facts, box.alt) == (("q1", "q2"), "GMV：一季度、二季度")


def test_a_chart_is_never_divided() -> None:
    assert pages(Chart(COLUMNS, AT), height=1.5) == "Chart @3\nFIT002 content/h1/report.yaml:12:5"
    assert pages(Chart(COLUMNS, AT), height=2.2) == "Chart @1"
