"""A figure as `c:chartSpace` (DrawingML charts, ECMA-376 part 1, 21.2). Child order follows the schema; nothing is left to Office's defaults."""

from __future__ import annotations

from engine.model.figure import CategoryAxis, ChartFigure, GroupKind, SeriesGroup, ValueAxis
from engine.writers.ooxml.chart_series import series_xml
from engine.writers.ooxml.chart_sheet import ChartSheet, SeriesCells
from engine.writers.ooxml.chart_style import line_properties, shape_properties, text_properties, val
from engine.writers.ooxml.numbers import number_text
from engine.writers.ooxml.xml import DECLARATION, element

NAMESPACES = {
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}

# Any positive numbers do, as long as each axis crosses its partner; python-pptx's negative ones break the schema.
PRIMARY_AXES = (1001, 1002)
SECONDARY_AXES = (1003, 1004)

_AXISLESS = (GroupKind.PIE, GroupKind.DOUGHNUT)
_VALUE_AXES_ONLY = (GroupKind.SCATTER, GroupKind.BUBBLE)


def chart_xml(figure: ChartFigure, sheet: ChartSheet, workbook_id: str) -> bytes:
    """Return the chart part; `workbook_id` is the relationship that leads to the embedded workbook."""
    chart = element(
        "c:chart",
        None,
        val("c:autoTitleDeleted", 1),
        _plot_area(figure, sheet),
        val("c:plotVisOnly", 1),
        val("c:dispBlanksAs", "gap"),
    )
    space = element(
        "c:chartSpace",
        NAMESPACES,
        val("c:date1904", 0),
        val("c:lang", "zh-CN"),
        val("c:roundedCorners", 0),
        chart,
        shape_properties(None),
        text_properties(figure.category_axis.size, figure.text_color, figure.face),
        element("c:externalData", {"r:id": workbook_id}, val("c:autoUpdate", 0)),
    )
    return (DECLARATION + space).encode()


def _plot_area(figure: ChartFigure, sheet: ChartSheet) -> str:
    groups = []
    first = 0
    for group in figure.groups:
        last = first + len(group.series)
        groups.append(_group(figure, group, first, sheet.series[first:last], sheet.categories))
        first = last
    return element("c:plotArea", None, _layout(figure), *groups, _axes(figure), shape_properties(None))


def _layout(figure: ChartFigure) -> str:
    plot = figure.plot
    edges = {"c:x": plot.x, "c:y": plot.y, "c:w": plot.width, "c:h": plot.height}
    return element(
        "c:layout",
        None,
        element(
            "c:manualLayout",
            None,
            val("c:layoutTarget", "inner"),
            val("c:xMode", "edge"),
            val("c:yMode", "edge"),
            *(val(name, f"{share:.6f}") for name, share in edges.items()),
        ),
    )


def _group(figure: ChartFigure, group: SeriesGroup, first: int, cells: tuple[SeriesCells, ...], categories: str) -> str:
    series = [
        series_xml(figure, group, one, first + offset, refs, categories)
        for offset, (one, refs) in enumerate(zip(group.series, cells, strict=True))
    ]
    return element(f"c:{_ELEMENTS[group.kind]}", None, *_before_series(group), *series, *_after_series(group), *_axis_ids(group))


_ELEMENTS = {
    GroupKind.COLUMN: "barChart",
    GroupKind.BAR: "barChart",
    GroupKind.LINE: "lineChart",
    GroupKind.AREA: "areaChart",
    GroupKind.PIE: "pieChart",
    GroupKind.DOUGHNUT: "doughnutChart",
    GroupKind.SCATTER: "scatterChart",
    GroupKind.BUBBLE: "bubbleChart",
    GroupKind.RADAR: "radarChart",
}


def _before_series(group: SeriesGroup) -> tuple[str, ...]:
    plain = val("c:varyColors", 0)
    match group.kind:
        case GroupKind.COLUMN | GroupKind.BAR:
            direction = val("c:barDir", "col" if group.kind is GroupKind.COLUMN else "bar")
            return (direction, val("c:grouping", group.grouping.value), plain)
        case GroupKind.LINE | GroupKind.AREA:
            return (val("c:grouping", "standard" if group.grouping.value == "clustered" else group.grouping.value), plain)
        case GroupKind.PIE | GroupKind.DOUGHNUT:
            return (val("c:varyColors", 1),)
        case GroupKind.SCATTER:
            return (val("c:scatterStyle", "lineMarker"), plain)
        case GroupKind.RADAR:
            return (val("c:radarStyle", "marker"), plain)
        case GroupKind.BUBBLE:
            return (plain,)


def _after_series(group: SeriesGroup) -> tuple[str, ...]:
    match group.kind:
        case GroupKind.COLUMN | GroupKind.BAR:
            return (val("c:gapWidth", group.gap), val("c:overlap", group.overlap))
        case GroupKind.LINE:
            return (val("c:marker", 1),)
        case GroupKind.PIE:
            return (val("c:firstSliceAng", 0),)
        case GroupKind.DOUGHNUT:
            return (val("c:firstSliceAng", 0), val("c:holeSize", group.hole))
        case GroupKind.BUBBLE:
            return (val("c:bubbleScale", 100), val("c:showNegBubbles", 0), val("c:sizeRepresents", "area"))
        case GroupKind.AREA | GroupKind.SCATTER | GroupKind.RADAR:
            return ()


def _axis_ids(group: SeriesGroup) -> tuple[str, ...]:
    if group.kind in _AXISLESS:
        return ()
    return tuple(val("c:axId", number) for number in (SECONDARY_AXES if group.secondary else PRIMARY_AXES))


def _axes(figure: ChartFigure) -> str:
    kinds = {group.kind for group in figure.groups}
    if kinds & set(_AXISLESS):
        return ""
    horizontal = GroupKind.BAR in kinds
    category_side, value_side = ("l", "b") if horizontal else ("b", "l")
    scale = figure.category_axis.scale
    across = (
        _value_axis(figure, scale, PRIMARY_AXES, category_side, "autoZero")
        if scale is not None and kinds & set(_VALUE_AXES_ONLY)
        else _category_axis(figure, PRIMARY_AXES, category_side)
    )
    axes = across + _value_axis(
        figure, figure.value_axis, PRIMARY_AXES[::-1], value_side, "max" if horizontal and figure.category_axis.reverse else "autoZero"
    )
    if figure.second_axis is None:
        return axes
    return axes + _value_axis(figure, figure.second_axis, SECONDARY_AXES[::-1], "r", "max") + _hidden_category_axis(figure)


def _category_axis(figure: ChartFigure, ids: tuple[int, int], side: str) -> str:
    axis = figure.category_axis
    return element(
        "c:catAx",
        None,
        val("c:axId", ids[0]),
        element("c:scaling", None, val("c:orientation", "maxMin" if axis.reverse else "minMax")),
        val("c:delete", 0),
        val("c:axPos", side),
        element("c:numFmt", {"formatCode": "General", "sourceLinked": 0}),
        val("c:majorTickMark", "none"),
        val("c:minorTickMark", "none"),
        val("c:tickLblPos", "low" if axis.labels else "none"),
        shape_properties(None, axis.line),
        text_properties(axis.size, axis.color or figure.text_color, figure.face, bold=axis.bold),
        val("c:crossAx", ids[1]),
        val("c:crosses", "autoZero"),
        val("c:auto", 0),
        val("c:lblAlgn", "ctr"),
        val("c:lblOffset", 100),
        val("c:noMultiLvlLbl", 1),
    )


def _hidden_category_axis(figure: ChartFigure) -> str:
    """The second value axis needs a category axis of its own to cross; nobody sees it."""
    return element(
        "c:catAx",
        None,
        val("c:axId", SECONDARY_AXES[0]),
        element("c:scaling", None, val("c:orientation", "maxMin" if figure.category_axis.reverse else "minMax")),
        val("c:delete", 1),
        val("c:axPos", "b"),
        val("c:majorTickMark", "none"),
        val("c:minorTickMark", "none"),
        val("c:tickLblPos", "none"),
        val("c:crossAx", SECONDARY_AXES[1]),
        val("c:crosses", "autoZero"),
        val("c:auto", 0),
        val("c:lblAlgn", "ctr"),
        val("c:lblOffset", 100),
        val("c:noMultiLvlLbl", 1),
    )


def _value_axis(figure: ChartFigure, axis: ValueAxis, ids: tuple[int, int], side: str, crosses: str) -> str:
    grid = element("c:majorGridlines", None, element("c:spPr", None, line_properties(axis.grid))) if axis.grid else ""
    return element(
        "c:valAx",
        None,
        val("c:axId", ids[0]),
        element(
            "c:scaling",
            None,
            val("c:orientation", "minMax"),
            val("c:max", number_text(axis.maximum)),
            val("c:min", number_text(axis.minimum)),
        ),
        val("c:delete", 0),
        val("c:axPos", side),
        grid,
        element("c:numFmt", {"formatCode": axis.format, "sourceLinked": 0}),
        val("c:majorTickMark", "none"),
        val("c:minorTickMark", "none"),
        val("c:tickLblPos", _tick_labels(figure, axis, side)),
        shape_properties(None, axis.line),
        text_properties(axis.size, axis.color or figure.text_color, figure.face),
        val("c:crossAx", ids[1]),
        val("c:crosses", crosses),
        val("c:crossBetween", _cross_between(figure.category_axis)),
        val("c:majorUnit", number_text(axis.major)),
    )


def _tick_labels(figure: ChartFigure, axis: ValueAxis, side: str) -> str:
    if not axis.labels:
        return "none"
    around = any(group.kind is GroupKind.RADAR for group in figure.groups)
    return "nextTo" if side == "r" or around else "low"


def _cross_between(axis: CategoryAxis) -> str:
    return "between" if axis.between and axis.scale is None else "midCat"
