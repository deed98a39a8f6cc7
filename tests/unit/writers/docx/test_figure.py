from __future__ import annotations

from dataclasses import replace

from engine.base.units import Length, inch
from engine.model.figure import LegendEntry, Swatch
from engine.model.inlines import EMPTY
from engine.model.paper import PaperChart, PaperPicture
from engine.model.theme import Color
from engine.writers.docx.captions import CaptionWriter
from engine.writers.docx.figure import FigureWriter, visible
from engine.writers.docx.marks import Marks
from tests.support.paper_sample import flow, harbor, week_chart
from tests.unit.writers.docx.xml_of import styles, words, writer


def figures() -> FigureWriter:
    marks = Marks()
    text = writer(marks)
    return FigureWriter(harbor(), text, marks, CaptionWriter(text, marks))


def drawn(block: PaperChart, width: Length = inch(6.268)) -> str:
    return "".join(figures().chart(block, width, page_break=False))


def test_a_chart_between_its_title_row_and_its_caption() -> None:
    made = drawn(week_chart())
    assert styles(made) == ["ChartTitle", "Figure", "FigureCaption", "Source"]
    assert words(made).split("|")[0] == "分周 GMV，万元→□ 目标　■ 实际"
    assert words(made).endswith("分周 GMV 目标与实际|数据来源：交易中台；五周合计 +647 万元")
    assert made.count("<w:keepNext/>") == 3  # title row, chart and caption stay with the source


def test_a_legend_that_does_not_fit_beside_the_title_stands_below() -> None:
    many = tuple(LegendEntry(f"很长的系列名称之{n}", Swatch.FILL, Color("1A6585")) for n in range(5))
    chart = week_chart()
    made = drawn(replace(chart, figure=replace(chart.figure, legend=many)))
    assert styles(made)[:3] == ["ChartTitle", "ChartTitle", "Figure"]
    assert '<w:pBdr><w:top w:val="nil"/></w:pBdr>' in made


def test_what_is_not_there_leaves_no_paragraph() -> None:
    chart = week_chart()
    bare = replace(chart, title=EMPTY, caption=None, source=EMPTY, figure=replace(chart.figure, legend=()))
    assert styles(drawn(bare)) == ["Figure"]
    assert "keepNext" not in drawn(bare)


def test_swatches_are_coloured_and_never_white() -> None:
    brand = harbor()
    assert visible(brand.theme.color("bg"), brand) == brand.theme.color("line2")
    assert visible(Color("1A6585"), brand) == Color("1A6585")


def test_a_picture_with_caption_and_source() -> None:
    picture = next(block for block in flow() if isinstance(block, PaperPicture))
    made = "".join(figures().picture(picture, page_break=True))
    assert styles(made) == ["Figure", "FigureCaption", "Source"]
    assert made.count("<w:pageBreakBefore/>") == 1
