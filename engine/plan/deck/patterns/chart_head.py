"""What stands above a chart: its title with what must be said about its axes, and the legend, beside the title or in rows below it."""

from __future__ import annotations

from engine.base.diagnostics import Phrase, error
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect
from engine.layout.fair import fair_widths
from engine.model.charts import ChartData
from engine.model.deck import Anchor, Geometry, Stroke
from engine.model.figure import ChartFigure, LegendEntry, Swatch
from engine.model.inlines import EMPTY, Span, Text, text
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

TITLE_ROW = 0.28
LEGEND_ROW = 0.26
LEGEND_GAP = 0.24
SWATCH, STROKE_SWATCH = 0.14, 0.28
BETWEEN = 0.16
"""Least space between title and legend in one row, in design inches like all of these."""

MOST_BELOW = 0.45
"""Part of the frame that remark and legend may take before the chart would be too low."""


@dataclass(frozen=True, slots=True)
class ChartHead:
    """`remark` stands on lines of its own below the title, empty when the title's row has room for it; `rows` of the legend likewise below.

    `beside` is the legend that stands in the title's row.
    """

    title: Text
    remark: Text
    remark_lines: int
    beside: tuple[LegendEntry, ...]
    rows: tuple[tuple[LegendEntry, ...], ...]

    def below(self, sheet: Sheet) -> Length:
        """Return what the head takes below the title's row."""
        return sheet.u(LEGEND_ROW) * (self.remark_lines + len(self.rows))


def head_of(data: ChartData, figure: ChartFigure, width: Length, sheet: Sheet) -> ChartHead:
    """Return the head in the lowest form that a width allows: all in one row, then the legend below, then the remark too."""
    whole = title_text(data, figure, sheet)
    style = sheet.style("chart_title")
    wide, legend = sheet.width(whole, style), legend_width(figure.legend, sheet)
    if (not figure.legend and wide <= width) or (figure.legend and wide + sheet.u(BETWEEN) + legend <= width):
        return ChartHead(whole, EMPTY, 0, figure.legend, ())
    rows = legend_rows(figure.legend, width, sheet)
    remark = _remark(figure, sheet)
    if wide <= width or not remark:
        return ChartHead(whole, EMPTY, 0, (), rows)
    lines = sheet.line_count(remark, sheet.style("legend"), width)
    return ChartHead(title_text(data, replace(figure, remark=""), sheet), remark, lines, (), rows)


def title_text(data: ChartData, figure: ChartFigure, sheet: Sheet) -> Text:
    """Return the title with unit and remark."""
    unit = "" if figure.second_axis else figure.unit  # two units: each stands in the legend behind its series
    spans = [replace(span, bold=True) for span in data.title.spans]
    remark = f"{words.OPEN.in_(sheet.language)}{figure.remark}{words.CLOSE.in_(sheet.language)}" if figure.remark else ""
    tail = (f"{words.CLAUSE.in_(sheet.language)}{unit}" if unit else "") + remark
    return Text((*spans, Span(tail)) if tail else tuple(spans), data.title.where)


def _remark(figure: ChartFigure, sheet: Sheet) -> Text:
    return text(f"{words.OPEN.in_(sheet.language)}{figure.remark}{words.CLOSE.in_(sheet.language)}") if figure.remark else EMPTY


def draw_head(head: ChartHead, row: Rect, canvas: Canvas) -> None:
    """Draw title, remark and legend; `row` is the title's."""
    sheet = canvas.sheet
    legend = legend_width(head.beside, sheet)
    free = row.width - legend - sheet.u(BETWEEN) if head.beside else row.width
    canvas.text("chart-title", replace(row, width=free), head.title, sheet.style("chart_title"), anchor=Anchor.MIDDLE)
    draw_legend(head.beside, row, canvas)
    y = row.bottom
    if head.remark:
        height = sheet.u(LEGEND_ROW) * head.remark_lines
        canvas.text("chart-remark", Rect(row.x, y, row.width, height), head.remark, sheet.style("legend"), anchor=Anchor.MIDDLE)
        y += height
    for entries in head.rows:
        width = min(row.width, legend_width(entries, sheet))
        draw_legend(entries, Rect(row.x, y, width, sheet.u(LEGEND_ROW)), canvas)
        y += sheet.u(LEGEND_ROW)


def report_tall(head: ChartHead, data: ChartData, height: Length, canvas: Canvas) -> None:
    """Report FIT007 when remark and legend leave too little of the frame's height to the chart."""
    if head.below(canvas.sheet) <= height * MOST_BELOW:
        return
    count = sum(len(entries) for entries in head.rows)
    title = data.title.plain or data.kind
    canvas.findings.add(
        error(
            "FIT007",
            f"图表“{title}”的图例有 {count} 项，占了 {len(head.rows)} 行，图就太矮了",
            f"the legend of chart {title!r} has {count} entries in {len(head.rows)} rows, which leaves the chart too low",
            data.where,
            Phrase(
                "用 top 只留前几名（其余并为“其他”）、缩短名称，或给图更宽的一栏",
                "keep the first ones with `top` (the rest becomes “other”), shorten the names, or give the chart a wider column",
            ),
        )
    )


def legend_rows(entries: tuple[LegendEntry, ...], width: Length, sheet: Sheet) -> tuple[tuple[LegendEntry, ...], ...]:
    """Return the entries in as many rows as they need in a width."""
    rows: list[tuple[LegendEntry, ...]] = []
    for entry in entries:
        if rows and legend_width((*rows[-1], entry), sheet) <= width:
            rows[-1] = (*rows[-1], entry)
        else:
            rows.append((entry,))
    return tuple(rows)


def legend_width(entries: tuple[LegendEntry, ...], sheet: Sheet) -> Length:
    style = sheet.style("legend")
    each = (_label_width(entry, style, sheet) + sheet.u(0.08) + _swatch_width(entry, sheet) for entry in entries)
    return sum(each, ZERO) + sheet.u(LEGEND_GAP) * max(0, len(entries) - 1)


def _label_width(entry: LegendEntry, style: Style, sheet: Sheet) -> Length:
    return sheet.width(text(entry.label), style) + sheet.u(0.03)


def _swatch_width(entry: LegendEntry, sheet: Sheet) -> Length:
    return sheet.u(STROKE_SWATCH if entry.swatch in {Swatch.LINE, Swatch.DASH} else SWATCH)


def draw_legend(entries: tuple[LegendEntry, ...], row: Rect, canvas: Canvas) -> None:
    """Draw the legend flush right; labels too long for the row share what it has."""
    sheet = canvas.sheet
    style = sheet.style("legend", "ondeep2" if sheet.dark else "ink2")
    labels = [_label_width(entry, style, sheet) for entry in entries]
    marks = legend_width(entries, sheet) - sum(labels, ZERO)
    x = row.right
    for entry, width in zip(reversed(entries), reversed(fair_widths(labels, row.width - marks)), strict=True):
        x = x - width
        canvas.text("legend", Rect(x, row.y, width, row.height), text(entry.label), style, anchor=Anchor.MIDDLE)
        x = _draw_swatch(entry, x - sheet.u(0.08), row, canvas) - sheet.u(LEGEND_GAP)


def _draw_swatch(entry: LegendEntry, right: Length, row: Rect, canvas: Canvas) -> Length:
    sheet = canvas.sheet
    middle = row.y + row.height.over(2)
    side = sheet.u(SWATCH)
    square = Rect(right - side, middle - side.over(2), side, side)
    match entry.swatch:
        case Swatch.FILL:
            canvas.box("swatch", square, entry.color)
        case Swatch.HOLLOW:
            canvas.box("swatch", square, "bg", stroke=Stroke(entry.color, 1.0))
        case Swatch.DOT:
            dot = square.inset(sheet.u(0.02), sheet.u(0.02))
            canvas.box("swatch", dot, entry.color, geometry=Geometry.OVAL)
        case Swatch.LINE | Swatch.DASH:
            width = sheet.u(STROKE_SWATCH)
            canvas.rule("swatch", Point(right - width, middle), width, entry.color, 2.25) if entry.swatch is Swatch.LINE else canvas.dash(
                "swatch", Point(right - width, middle), width, entry.color
            )
            return right - width
    return square.x
