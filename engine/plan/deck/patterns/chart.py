"""Charts on a slide: title row with legend, the native chart, and values printed below the columns or beside the bars (05, 06, 08)."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import ZERO, Length, Rect, Size, pt
from engine.charts import build_figure
from engine.charts.definition import ChartLook
from engine.charts.geometry import band_rect, break_marks, category_center, category_pitch, funnel_bridges, plot_rect
from engine.charts.line import BAND_OPACITY
from engine.model.blocks import Align, Chart
from engine.model.charts import ChartData, ValueRow
from engine.model.deck import Anchor, CellBox, ChartBox, RowBox, TableBox
from engine.model.figure import ChartFigure
from engine.model.inlines import Text, text
from engine.model.theme import Color, mixed
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas, Para
from engine.plan.deck.patterns.chart_head import TITLE_ROW, draw_head, head_of, report_tall, title_text
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

TITLE_GAP = 0.10
LEAST_PLOT = 1.9
NAMES_ROW, VALUES_ROW = 0.36, 0.385
SIDEWAYS = frozenset({"bar", "funnel"})
SIDE_COLUMN = 1.02
LABEL_GUTTER = 0.84
FUNNEL_ROW = 0.56


def _rows_below(data: ChartData) -> bool:
    return bool(data.value_rows) and data.kind not in SIDEWAYS


def _rows_height(data: ChartData, sheet: Sheet, level: int) -> Length:
    if not _rows_below(data):
        return ZERO
    return sheet.u(NAMES_ROW) + sheet.u(VALUES_ROW - 0.02 * max(0, level)) * len(data.value_rows)


def _plot_least(data: ChartData, sheet: Sheet, level: int) -> Length:
    if data.kind in SIDEWAYS:
        return sheet.u(max(1.2, (FUNNEL_ROW if data.kind == "funnel" else 0.34) * len(data.categories)))
    return sheet.u(LEAST_PLOT - 0.1 * max(0, level))


def minimum(block: Chart, _width: Length, sheet: Sheet, level: int) -> Length:
    return sheet.u(TITLE_ROW + TITLE_GAP) + _plot_least(block.data, sheet, level) + _rows_height(block.data, sheet, level)


def maximum(block: Chart, width: Length, sheet: Sheet, level: int) -> Length:
    tallest = sheet.tall(5.12)
    if block.data.kind == "bar":
        tallest = sheet.tall(TITLE_ROW + TITLE_GAP + max(2.4, 0.92 * len(block.data.categories)))
    return max(minimum(block, width, sheet, level), min(tallest, sheet.tall(5.12)))


def draw(block: Chart, frame: Rect, canvas: Canvas, level: int) -> None:
    data, sheet = block.data, canvas.sheet
    below = _rows_height(data, sheet, level)
    side = sheet.u(SIDE_COLUMN) * len(data.value_rows) if data.value_rows and not below else ZERO
    area = Rect(
        frame.x, frame.y + sheet.u(TITLE_ROW + TITLE_GAP), frame.width - side, frame.height - sheet.u(TITLE_ROW + TITLE_GAP) - below
    )
    gutter = sheet.u(LABEL_GUTTER) if below else None
    figure = _figure(data, area, canvas, gutter=gutter, category_labels=not below)
    if figure is None:
        return
    row = Rect(frame.x, frame.y, frame.width - side, sheet.u(TITLE_ROW))
    head = head_of(data, figure, row.width, sheet)
    if head.below(sheet):
        report_tall(head, data, area.height, canvas)
        taken = min(head.below(sheet), area.height.over(2))
        area = Rect(area.x, area.y + taken, area.width, area.height - taken)
        figure = _figure(data, area, canvas, gutter=gutter, category_labels=not below) or figure
    draw_head(head, row, canvas)
    if side:
        _draw_side_values(data, figure, area, frame, canvas)
    for corners in funnel_bridges(figure, area) if data.kind == "funnel" else ():
        canvas.polygon("bridge", [(corner.x, corner.y) for corner in corners], "surface2")
    _add_chart(data, figure, area, canvas)
    for corners in break_marks(figure, area):
        canvas.polygon("axis-break", [(corner.x, corner.y) for corner in corners], "bg")
    _draw_band_labels(data, figure, area, canvas)
    if below:
        _add_values_below(data, Rect(frame.x, area.bottom, frame.width, below), figure, area, canvas)


def draw_plain(data: ChartData, frame: Rect, canvas: Canvas) -> None:
    """Draw a small chart with its title line only (inside a panel)."""
    sheet = canvas.sheet
    title = sheet.u(0.30) if data.title else ZERO
    area = Rect(frame.x, frame.y + title, frame.width, frame.height - title)
    figure = _figure(data, area, canvas, gutter=None, category_labels=True)
    if figure is None:
        return
    if data.title:
        color = "ondeep3" if sheet.dark else "ink2"
        canvas.text(
            "chart-title",
            Rect(frame.x, frame.y, frame.width, sheet.u(0.26)),
            title_text(data, figure, sheet),
            sheet.style("caption", color),
        )
    _add_chart(data, figure, area, canvas)


def _figure(data: ChartData, area: Rect, canvas: Canvas, *, gutter: Length | None, category_labels: bool) -> ChartFigure | None:
    sheet = canvas.sheet
    look = ChartLook(
        sheet.theme,
        Size(area.width, area.height),
        sheet.language,
        on_dark=sheet.dark,
        gutter=gutter,
        category_labels=category_labels,
        scale=sheet.theme.scale,
    )
    outcome = build_figure(data, look)
    canvas.findings.extend(outcome.diagnostics)
    return outcome.value


def _add_chart(data: ChartData, figure: ChartFigure, area: Rect, canvas: Canvas) -> None:
    language = canvas.sheet.language
    alt = data.alt or f"{data.title.plain}{words.COLON.in_(language)}{words.COMMA.in_(language).join(data.categories)}"
    canvas.add(ChartBox(canvas.unique("chart"), area, figure, alt, data.facts))


# values below -------------------------------------------------------------------------------------------------------


def _add_values_below(data: ChartData, frame: Rect, figure: ChartFigure, area: Rect, canvas: Canvas) -> None:
    """Add the value table whose columns stand under the chart's categories."""
    sheet = canvas.sheet
    count = len(data.categories)
    plot_left = plot_rect(figure, area).x - frame.x
    pitch = category_pitch(figure, area)
    widths = (plot_left, *(pitch for _ in range(count - 1)), frame.width - plot_left - pitch * (count - 1))
    names = sheet.u(NAMES_ROW)
    row_height = (frame.height - names).over(len(data.value_rows))
    head = [CellBox(()), *(_cell(text(name), sheet.style("value_name", align=Align.CENTER), pitch, canvas) for name in data.categories)]
    head_rule, rule = canvas.stroke("line2", 1.0), canvas.stroke("line", 0.75)
    rows = [RowBox(names, tuple(replace(cell, bottom=head_rule) for cell in head))]
    rows += [
        RowBox(row_height, tuple(replace(cell, bottom=rule) for cell in _value_cells(row, plot_left, pitch, canvas)))
        for row in data.value_rows
    ]
    height = names + row_height * len(data.value_rows)
    canvas.add(
        TableBox(canvas.unique("values"), Rect(frame.x, frame.y, frame.width, height), widths, tuple(rows), ZERO, alt=data.title.plain)
    )


def _value_cells(row: ValueRow, label_width: Length, pitch: Length, canvas: Canvas) -> list[CellBox]:
    sheet = canvas.sheet
    style = sheet.style("value_cell", align=Align.CENTER)
    return [
        _cell(row.label, sheet.style("value_cell", "ink3"), label_width, canvas),
        *(_cell(cell, style, pitch, canvas) for cell in row.cells),
    ]


def _cell(content: Text, style: Style, width: Length, canvas: Canvas) -> CellBox:
    return CellBox(canvas.lines_in_cell((Para(content, style),), width, pt(style.pitch)))


# values beside ------------------------------------------------------------------------------------------------------


def _draw_side_values(data: ChartData, figure: ChartFigure, area: Rect, frame: Rect, canvas: Canvas) -> None:
    """Print the value rows as right-aligned columns beside the bars, the first one strong; a highlighted bar gets a tinted band."""
    sheet = canvas.sheet
    for index in data.highlight:
        band = band_rect(figure, area, index, index)
        canvas.box("weak", Rect(frame.x, band.y, frame.width, band.height), "improve_tint", radius=canvas.sheet.theme.card_radius)
    for number, row in enumerate(data.value_rows):
        x = area.right + sheet.u(SIDE_COLUMN) * number
        column = Rect(x, frame.y, sheet.u(SIDE_COLUMN) - sheet.u(0.08), sheet.u(TITLE_ROW))
        canvas.text("side-head", column, row.label, sheet.style("note", "ink3", align=Align.RIGHT), anchor=Anchor.MIDDLE)
        style = sheet.style("side_value" if number == 0 else "value_cell", "ink" if number == 0 else "ink2", align=Align.RIGHT)
        for index, cell in enumerate(row.cells):
            color = sheet.color("improve") if index in data.highlight and number != 1 else style.color
            height = sheet.u(0.30)
            middle = category_center(figure, area, index)
            place = Rect(column.x, middle - height.over(2), column.width, height)
            canvas.text("side-value", place, cell, style.colored(color), anchor=Anchor.MIDDLE)


# bands --------------------------------------------------------------------------------------------------------------


def _draw_band_labels(data: ChartData, figure: ChartFigure, area: Rect, canvas: Canvas) -> None:
    """Print campaign names inside the tops of their bands; the last band carries the message."""
    sheet = canvas.sheet
    for number, band in enumerate(data.bands):
        place = band_rect(figure, area, band.first, band.last)
        last = number == len(data.bands) - 1
        style = sheet.style("caption", "ink" if last else _band_ink(sheet), bold=last)
        name = Rect(place.x + sheet.u(0.08), place.y + sheet.u(0.06), place.width - sheet.u(0.10), pt(style.pitch))
        canvas.text("band", name, text(band.label), style)


def _band_ink(sheet: Sheet) -> Color:
    """Return the colour of names on a band, which lets the page shine through."""
    page, band = sheet.color("bg"), sheet.color("ink3")
    return sheet.ink_on(mixed(page, band, BAND_OPACITY), "ink2")
