"""The reference for PPTX: the same shapes, tables and charts, drawn with python-pptx as its manual teaches."""

from __future__ import annotations

import io
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

Plain = dict[str, Any]
SHAPES = {
    "rect": MSO_SHAPE.RECTANGLE,
    "roundRect": MSO_SHAPE.ROUNDED_RECTANGLE,
    "ellipse": MSO_SHAPE.OVAL,
    "diamond": MSO_SHAPE.DIAMOND,
    "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "flowChartMerge": MSO_SHAPE.FLOWCHART_MERGE,
    "chevron": MSO_SHAPE.CHEVRON,
    "homePlate": MSO_SHAPE.PENTAGON,
    "parallelogram": MSO_SHAPE.PARALLELOGRAM,
}
ALIGNS = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
CHARTS = {
    ("column", "clustered"): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("column", "stacked"): XL_CHART_TYPE.COLUMN_STACKED,
    ("column", "percentStacked"): XL_CHART_TYPE.COLUMN_STACKED_100,
    ("bar", "clustered"): XL_CHART_TYPE.BAR_CLUSTERED,
    ("bar", "stacked"): XL_CHART_TYPE.BAR_STACKED,
    ("bar", "percentStacked"): XL_CHART_TYPE.BAR_STACKED_100,
    ("line", "standard"): XL_CHART_TYPE.LINE,
    ("area", "stacked"): XL_CHART_TYPE.AREA_STACKED,
    ("pie", "clustered"): XL_CHART_TYPE.PIE,
    ("doughnut", "clustered"): XL_CHART_TYPE.DOUGHNUT,
}


def draw(drawing: Plain) -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(drawing["width"]), Emu(drawing["height"])
    blank = deck.slide_layouts[6]
    for page in drawing["slides"]:
        slide = deck.slides.add_slide(blank)
        for element in page["elements"]:
            DRAW[element["kind"]](slide.shapes, element)
        if page["notes"]:
            slide.notes_slide.notes_text_frame.text = page["notes"]
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def draw_text(shapes: Any, element: Plain) -> None:
    box = shapes.add_textbox(*map(Emu, element["frame"]))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = ANCHORS[element["anchor"]]
    fill_paragraphs(frame, element["paragraphs"])


def fill_paragraphs(frame: Any, paragraphs: list[Plain]) -> None:
    for number, each in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = ALIGNS[each["align"]]
        paragraph.line_spacing = Pt(each["pitch"])
        if each["after"]:
            paragraph.space_after = Pt(each["after"])
        for text, size, bold, color in each["runs"]:
            run = paragraph.add_run()
            run.text = text
            font = run.font
            font.size, font.bold, font.name = Pt(size), bold, "Microsoft YaHei"
            font.color.rgb = RGBColor.from_string(color)
            etree.SubElement(run._r.get_or_add_rPr(), qn("a:ea")).set("typeface", "Microsoft YaHei")  # noqa: SLF001  python-pptx has no API for it


def draw_shape(shapes: Any, element: Plain) -> None:
    shape = shapes.add_shape(SHAPES[element["geometry"]], *map(Emu, element["frame"]))
    if element["fill"]:
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(element["fill"])
    else:
        shape.fill.background()
    paint_line(shape.line, element["stroke"])
    if element["radius"] and len(shape.adjustments):
        shape.adjustments[0] = element["radius"] / max(1, min(element["frame"][2:]))


def paint_line(line: Any, stroke: tuple[str, float] | None) -> None:
    if stroke is None:
        line.fill.background()
        return
    line.color.rgb = RGBColor.from_string(stroke[0])
    line.width = Pt(stroke[1])


def draw_line(shapes: Any, element: Plain) -> None:
    paint_line(shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Emu, element["ends"])).line, element["stroke"])


def draw_polygon(shapes: Any, element: Plain) -> None:
    first, *rest = element["points"]
    builder = shapes.build_freeform(*first)
    builder.add_line_segments(rest)
    shape = builder.convert_to_shape()
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(element["fill"])
    shape.line.fill.background()


def draw_table(shapes: Any, element: Plain) -> None:
    rows, widths = element["rows"], element["widths"]
    table = shapes.add_table(len(rows), len(widths), *map(Emu, element["frame"])).table
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row, plain in zip(table.rows, rows, strict=True):
        row.height = Emu(plain["height"])
        for cell, paragraphs in zip(row.cells, plain["cells"], strict=True):
            cell.margin_top = cell.margin_bottom = 0
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.fill.background()
            fill_paragraphs(cell.text_frame, paragraphs)
            rule = etree.SubElement(cell._tc.get_or_add_tcPr(), qn("a:lnB"))  # noqa: SLF001  python-pptx has no API for it
            rule.set("w", "9525")
            color = etree.SubElement(etree.SubElement(rule, qn("a:solidFill")), qn("a:srgbClr"))
            color.set("val", "D6DEE4")


def draw_chart(shapes: Any, element: Plain) -> None:
    data = CategoryChartData()
    data.categories = element["categories"]
    for series in element["series"]:
        data.add_series(series["name"], series["values"])
    kind = CHARTS.get(
        (element["type"], element["grouping"]), XL_CHART_TYPE.LINE if element["type"] == "line" else XL_CHART_TYPE.COLUMN_CLUSTERED
    )
    chart = shapes.add_chart(kind, *map(Emu, element["frame"]), data).chart
    chart.has_legend = False
    chart.font.size, chart.font.name = Pt(10), "Microsoft YaHei"
    for series, plain in zip(chart.plots[0].series, element["series"], strict=True):
        if plain["color"]:
            fill = series.format.line.color if element["type"] == "line" else None
            if fill is None:
                series.format.fill.solid()
                fill = series.format.fill.fore_color
            fill.rgb = RGBColor.from_string(plain["color"])
        if plain["labels"]:
            series.data_labels.show_value = True
            series.data_labels.font.size = Pt(11)
    if element["type"] not in {"pie", "doughnut"}:
        chart.value_axis.maximum_scale = element["maximum"]
        chart.value_axis.has_major_gridlines = False


def draw_picture(shapes: Any, element: Plain) -> None:
    shapes.add_picture(io.BytesIO(element["blob"]), *map(Emu, element["frame"]))


DRAW = {
    "text": draw_text,
    "shape": draw_shape,
    "line": draw_line,
    "polygon": draw_polygon,
    "table": draw_table,
    "chart": draw_chart,
    "picture": draw_picture,
}
