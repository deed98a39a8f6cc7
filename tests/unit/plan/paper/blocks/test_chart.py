from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import Chart, Shares
from engine.model.charts import Band, ChartData, Series, ValueRow
from engine.model.inlines import EMPTY
from engine.model.numbers import NumberStyle
from engine.plan.paper.blocks.chart import chart_height, with_prefix, write_chart, write_shares
from tests.support.every_block import EVERY_BLOCK
from tests.support.papers import flow, sheet, told
from tests.support.planning import t

DATA = ChartData("column", t("成交"), ("商城", "直播间"), (Series("成交", (3.0, 4.0)),), source=t("台账"))


def test_a_chart_has_title_caption_and_source() -> None:
    made = flow()
    write_chart(Chart(DATA), made)
    assert told(made.blocks) == "chart column [图 1-1] 成交 成交 来源：台账"
    assert made.charts == {"chart-1": DATA}


def test_a_chart_without_a_title_is_called_after_its_topic() -> None:
    made = flow()
    write_chart(Chart(replace(DATA, title=EMPTY, source=EMPTY)), made)
    assert told(made.blocks) == "chart column [图 1-1] 要点 要点"


def test_of_two_units_neither_stands_in_the_title() -> None:
    series = (Series("单价", (21.4, 31.8), NumberStyle(unit="元")), Series("占比", (41.2, 50.8), NumberStyle(unit="%"), secondary=True))
    made = flow()
    write_chart(Chart(replace(DATA, kind="combo", series=series, source=EMPTY)), made)
    assert told(made.blocks) == "chart combo [图 1-1] 成交 成交"


def test_bands_are_named_below() -> None:
    made = flow()
    line = ChartData(
        "line",
        t("走势"),
        tuple(f"W{n}" for n in range(1, 9)),
        (Series("成交", tuple(float(n) for n in range(1, 9))),),
        bands=(Band("年货节", 0, 2), Band("复盘周", 5, 5)),
    )
    write_chart(Chart(line), made)
    assert "图中区间：年货节（W1–W3）、复盘周（W6）" in told(made.blocks)


def test_values_beside_a_chart_are_a_table_below() -> None:
    made = flow()
    rows = (ValueRow(t("目标"), (t("3"), t("5"))),)
    write_chart(Chart(replace(DATA, value_rows=rows)), made)
    write_chart(Chart(replace(DATA, kind="bar", value_rows=rows)), made)
    assert told(made.blocks).splitlines()[1:4] == ["table [表 1-1] 成交明细", "  #  ; 商城 ; 直播间", "  | 目标 ; 3 ; 5"]
    assert told(made.blocks).splitlines()[5:] == ["table [表 1-2] 成交明细", "  # 类目 ; 目标", "  | 商城 ; 3", "  | 直播间 ; 5"]


def test_what_is_wrong_with_a_chart_is_reported() -> None:
    made = flow()
    write_chart(Chart(replace(DATA, kind="cube")), made)
    assert [finding.code for finding in made.findings] == ["CHART001"]


def test_more_bars_are_higher() -> None:
    assert chart_height(replace(DATA, kind="bar")) < chart_height(replace(DATA, kind="bar", categories=("甲", "乙", "丙")))


def test_shares_are_a_bar_and_a_table() -> None:
    made = flow()
    shares = EVERY_BLOCK["shares"]
    assert isinstance(shares, Shares)
    write_shares(shares, made)
    lines = told(made.blocks).splitlines()
    assert lines[0].startswith("chart stacked [图 1-1] ")
    assert lines[2] == "  # 项目 ; 金额（单位：万元） ; 占比 ; 说明"


def test_a_source_says_so_once() -> None:
    assert with_prefix(t("台账"), sheet()).plain == "来源：台账"
    assert with_prefix(t("数据来源：台账"), sheet()).plain == "数据来源：台账"
    assert not with_prefix(EMPTY, sheet())
