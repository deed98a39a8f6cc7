import re

from engine.model.figure import (
    ChartFigure,
    FigureSeries,
    GroupKind,
    LabelPosition,
    LabelShows,
    Marker,
    Pen,
    PointFill,
    PointLabel,
    SeriesGroup,
)
from engine.writers.ooxml.chart_series import series_xml
from engine.writers.ooxml.chart_sheet import SeriesCells
from tests.support.charts import THEME, chart, figure, series

INK = THEME.color("ink")
CELLS = SeriesCells("Sheet1!$B$1", "Sheet1!$B$2:$B$3")
BASE: ChartFigure = figure(chart("column", "华东 华南", series("GMV", 1, 2)))


def xml(kind: GroupKind, one: FigureSeries, cells: SeriesCells = CELLS) -> str:
    return series_xml(BASE, SeriesGroup(kind, (one,)), one, 4, cells, "Sheet1!$A$2:$A$3")


def order(text: str) -> list[str]:
    """Return the children of `c:ser`."""
    inner = re.sub(r"^<c:ser>|</c:ser>$", "", text)
    names, depth = [], 0
    for closing, name, empty in re.findall(r"<(/?)([\w:]+)[^>]*?(/?)>", inner):
        if closing:
            depth -= 1
            continue
        if depth == 0:
            names.append(name)
        depth += 0 if empty else 1
    return names


def test_children_stand_in_the_order_of_the_schema() -> None:
    label = PointLabel(0, INK, 12)
    bar = FigureSeries("GMV", (1, 2), INK, points=(PointFill(0, None),), labels=(label,))
    assert order(xml(GroupKind.COLUMN, bar)) == [
        "c:idx",
        "c:order",
        "c:tx",
        "c:spPr",
        "c:invertIfNegative",
        "c:dPt",
        "c:dLbls",
        "c:cat",
        "c:val",
    ]
    line = FigureSeries("GMV", (1, None), pen=Pen(INK, 2.25), labels=(label,))
    assert order(xml(GroupKind.LINE, line)) == ["c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:dLbls", "c:cat", "c:val", "c:smooth"]
    assert order(xml(GroupKind.AREA, bar))[-4:] == ["c:dPt", "c:dLbls", "c:cat", "c:val"]
    assert "c:smooth" not in order(xml(GroupKind.RADAR, line))


def test_points_of_scatter_and_bubble_have_x_y_and_size() -> None:
    one = FigureSeries("y", (1, 2), INK, x=(3, 4), sizes=(5, 6), marker=Marker(8, INK))
    cells = SeriesCells("Sheet1!$C$1", "Sheet1!$C$2:$C$3", "Sheet1!$B$2:$B$3", "Sheet1!$D$2:$D$3")
    assert order(xml(GroupKind.SCATTER, one, cells))[-3:] == ["c:xVal", "c:yVal", "c:smooth"]
    assert order(xml(GroupKind.BUBBLE, one, cells))[-4:] == ["c:xVal", "c:yVal", "c:bubbleSize", "c:bubble3D"]


def test_a_gap_has_no_point_in_the_cache() -> None:
    text = xml(GroupKind.LINE, FigureSeries("GMV", (1.5, None), format="#,##0"))
    assert '<c:formatCode>#,##0</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>1.5</c:v></c:pt></c:numCache>' in text


def test_a_label_shows_exactly_one_thing() -> None:
    shown = {
        what: re.findall(
            r'<c:show(\w+) val="1"/>', xml(GroupKind.PIE, FigureSeries("x", (1, 2), labels=(PointLabel(0, INK, 12, shows=what),)))
        )
        for what in LabelShows
    }
    assert shown == {LabelShows.VALUE: ["Val"], LabelShows.PERCENT: ["Percent"], LabelShows.CATEGORY: ["CatName"]}


def test_worded_labels_are_rich_text_with_a_regular_note() -> None:
    text = xml(GroupKind.LINE, FigureSeries("x", (1, 2), labels=(PointLabel(1, INK, 11, text="708", note="高峰"),)))
    assert re.findall(r'b="(\d)".*?<a:t>([^<]*)</a:t>', text) == [("1", "708"), ("0", "  高峰")]


def test_words_in_one_look_are_a_number_format_that_writer_colours() -> None:
    text = xml(GroupKind.BAR, FigureSeries("x", (1, 2), labels=(PointLabel(1, INK, 11, text="58,860"),), format="0.0"))
    assert '<c:numFmt formatCode="&quot;58,860&quot;;&quot;58,860&quot;;&quot;58,860&quot;" sourceLinked="0"/>' in text
    assert "<c:rich>" not in text
    assert '<a:defRPr sz="1100" b="1"' in text
    assert "<c:rich>" in xml(GroupKind.BAR, FigureSeries("x", (1, 2), labels=(PointLabel(1, INK, 11, text='5 " x'),)))


def test_positions_are_those_the_kind_knows() -> None:
    outside = FigureSeries("x", (1, 2), labels=(PointLabel(0, INK, 11, position=LabelPosition.OUTSIDE),))
    assert '<c:dLblPos val="outEnd"/>' in xml(GroupKind.COLUMN, outside)
    assert '<c:dLblPos val="t"/>' in xml(GroupKind.LINE, outside)
    assert "dLblPos" not in xml(GroupKind.DOUGHNUT, outside)


def test_hostile_names_are_text() -> None:
    assert "<c:v>&lt;=cmd&amp;</c:v>" in xml(GroupKind.COLUMN, FigureSeries("<=cmd&", (1, 2)))
