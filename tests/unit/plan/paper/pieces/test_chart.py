from __future__ import annotations

from dataclasses import replace

from engine.base.units import Point, Size, inch
from engine.charts import build_figure
from engine.charts.definition import ChartLook
from engine.model.blocks import Chart
from engine.model.charts import Band, ChartData, Series
from engine.model.deck import ChartBox, Polygon, TextBox, TextTag
from engine.model.figure import ChartFigure
from engine.model.paper import PaperChart, ParagraphRole
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.pieces.chart import ChartPiece, caption_height, fitted_name
from engine.plan.paper.pieces.piece import Piece
from tests.support.papers import canvas, flow, frame, sheet, write
from tests.support.planning import t

DATA = ChartData("column", t("成交"), ("商城", "直播间"), (Series("目标", (3.0, 4.0)), Series("实际", (2.0, 5.0))), source=t("台账"))


def piece(data: ChartData = DATA) -> ChartPiece:
    made = write(Chart(data))
    (chart,) = (block for block in made.blocks if isinstance(block, PaperChart))
    return ChartPiece(chart, data, frame().width, sheet())


def drawn(made: ChartPiece) -> Canvas:
    page = canvas()
    made.draw(Point(inch(1), inch(2)), page)
    return page


def redraw(_name: str, size: Size) -> ChartFigure | None:
    return build_figure(DATA, ChartLook(sheet().theme, size, sheet().language)).value


def test_title_and_legend_above_caption_and_source_below() -> None:
    words = [each.plain for each in drawn(piece()).elements if isinstance(each, TextBox)]
    assert words == ["成交", "目标", "实际", "图\u00a01-1\u3000成交", "来源：台账"]


def test_a_chart_may_be_set_lower_but_not_too_low() -> None:
    made = piece()
    lower = made.lowered(made.height - 20, redraw)
    assert lower is not None
    assert round(made.height - lower.height) == 20
    assert made.lowered(made.height / 2, redraw) is None
    assert made.lowered(made.height + 1, redraw) is None
    whole: Piece = made
    assert whole.divided(100) is None


def test_a_funnel_has_bridges_and_bands_have_names() -> None:
    funnel = ChartData("funnel", t("转化"), ("曝光", "点击", "支付"), (Series("人数", (100.0, 40.0, 10.0)),))
    assert any(isinstance(each, Polygon) for each in drawn(piece(funnel)).elements)
    line = ChartData(
        "line",
        t("走势"),
        tuple(f"W{n}" for n in range(1, 9)),
        (Series("成交", tuple(map(float, range(1, 9)))),),
        bands=(Band("年货节", 0, 3),),
    )
    running = [each.plain for each in drawn(piece(line)).elements if isinstance(each, TextBox) and each.tag is TextTag.RUNNING]
    assert running == ["年货节"]


def test_long_legends_take_rows_of_their_own() -> None:
    many = replace(DATA, kind="stacked", series=tuple(Series(f"很长的系列名称 {n}", (1.0, 2.0)) for n in range(5)))
    assert piece(many).height > piece(replace(DATA, kind="stacked")).height
    assert any(isinstance(each, ChartBox) for each in drawn(piece(many)).elements)


def test_names_of_narrow_bands_are_cut() -> None:
    look = sheet().look(ParagraphRole.CHART_TITLE)
    assert fitted_name("年货节", inch(2), look, sheet()).plain == "年货节"
    assert fitted_name("年货节预热", inch(0.5), look, sheet()).plain.endswith("…")
    assert not fitted_name("年货节", inch(0.05), look, sheet())
    assert caption_height(None, t(""), frame().width, sheet()) == 0.0
    assert flow().charts == {}


def test_a_chart_may_be_set_higher_once_but_a_single_bar_may_not() -> None:
    made = piece()
    higher = made.raised(0.5, redraw)
    assert higher is not None
    assert round(higher.height - made.height, 1) == round(made.reserve / 2, 1) > 0
    assert higher.raised(1.0, redraw) is None
    bar = piece(ChartData("stacked", t("构成"), ("预算",), (Series("媒介", (3.0,)), Series("补贴", (2.0,)))))
    assert (bar.reserve, bar.raised(1.0, redraw)) == (0.0, None)
