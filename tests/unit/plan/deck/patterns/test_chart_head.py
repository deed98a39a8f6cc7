from __future__ import annotations

from dataclasses import replace

from engine.base.units import Length, Rect, inch
from engine.model.blocks import Chart
from engine.model.charts import ChartData, Series
from engine.model.deck import ChartBox, TextBox
from engine.model.numbers import NumberStyle
from engine.plan.deck.patterns import chart
from engine.plan.deck.patterns.chart_head import legend_rows, legend_width
from tests.support.charts import figure
from tests.support.planning import AT, canvas, sheet, t

NAMES = ("企业微信社群", "内容种草", "直播间专场", "短信触达", "线下茶馆试饮", "信息流广告")
SHARES = ChartData("doughnut", t("成交构成"), NAMES, (Series("成交", (6.0, 5.0, 4.0, 3.0, 2.0, 1.0), NumberStyle()),), where=AT)
POINTS = replace(
    SHARES, kind="scatter", series=tuple(Series(name, (6.0, 5.0, 4.0, 3.0, 2.0, 1.0), NumberStyle()) for name in ("费用", "成交额"))
)


def drawn(data: ChartData, width: float, height: float = 4) -> tuple[list[str], list[TextBox], Rect]:
    """Return the codes reported, the texts drawn and the frame of the chart itself."""
    target = canvas()
    chart.draw(Chart(data), Rect.inches(0, 0, width, height), target, 0)
    texts = [element for element in target.elements if isinstance(element, TextBox)]
    (frame,) = [element.frame for element in target.elements if isinstance(element, ChartBox)]
    return [finding.code for finding in target.findings], texts, frame


def tops(texts: list[TextBox], name: str) -> list[Length]:
    return sorted({box.frame.y for box in texts if name in box.name})


def test_a_legend_stands_beside_the_title_where_there_is_room() -> None:
    codes, texts, _ = drawn(SHARES, 12)
    assert codes == []
    assert tops(texts, "legend") == tops(texts, "title")


def test_a_long_legend_takes_as_many_rows_as_it_needs_and_the_chart_the_rest() -> None:
    codes, texts, frame = drawn(SHARES, 2.6)
    assert codes == []
    rows = tops(texts, "legend")
    assert len(rows) == 3
    assert frame.y >= rows[-1] + inch(0.2)
    assert all(box.paragraphs[0].runs[0].size == texts[1].paragraphs[0].runs[0].size for box in texts[1:])  # none had to shrink


def test_a_legend_that_leaves_the_chart_too_low_is_an_error_with_its_mend() -> None:
    many = replace(
        SHARES, categories=tuple(f"第{n}个名字很长的渠道" for n in range(16)), series=(Series("成交", (1.0,) * 16, NumberStyle()),)
    )
    target = canvas()
    chart.draw(Chart(many), Rect.inches(0, 0, 2, 3), target, 0)
    found = next(finding for finding in target.findings if finding.code == "FIT007")
    assert found.where == AT
    assert found.message.zh == "图表“成交构成”的图例有 16 项，占了 16 行，图就太矮了"
    assert found.hint is not None and "top" in found.hint.en


def test_what_the_axes_are_moves_below_a_title_that_has_no_room_for_it() -> None:
    _, wide, _ = drawn(POINTS, 8)
    assert wide[0].plain == "成交构成（横轴：费用；纵轴：成交额）"
    codes, narrow, frame = drawn(POINTS, 2.2)
    assert codes == []
    assert [box.plain for box in narrow[:2]] == ["成交构成", "（横轴：费用；纵轴：成交额）"]
    assert frame.y > narrow[1].frame.y


def test_rows_are_filled_from_the_first_entry_on() -> None:
    entries = figure(SHARES).legend
    assert legend_rows(entries, inch(20), sheet()) == (entries,)
    rows = legend_rows(entries, legend_width(entries[:2], sheet()), sheet())
    assert rows[0] == entries[:2]
    assert tuple(entry for row in rows for entry in row) == entries
    assert len(legend_rows(entries, inch(0.1), sheet())) == len(entries)
