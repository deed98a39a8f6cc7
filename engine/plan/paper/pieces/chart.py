"""A chart on a page: rule, title and legend, the native chart, hairline, caption and source. It never divides, but may be set lower."""

from __future__ import annotations

from collections.abc import Callable

from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, Size, pt
from engine.charts.geometry import band_rect, break_marks, funnel_bridges
from engine.model.charts import ChartData
from engine.model.deck import Anchor, ChartBox, Polygon, TextTag
from engine.model.figure import ChartFigure
from engine.model.inlines import Text, text
from engine.model.paper import Caption, PaperChart, ParagraphRole
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.looks import Look
from engine.plan.paper.pieces.legend import draw_legend, legend_rows, legend_width
from engine.plan.paper.pieces.table import caption_text
from engine.plan.paper.sheet import Sheet

TITLE_ABOVE, TITLE_BELOW = 6.0, 10.0
CHART_BELOW = 4.0
TITLE_TO_LEGEND = pt(14)
SHRINKS_TO = 0.72
"""A chart may be set this much lower to stay on the page of its text."""
RISES_TO = 1.35
"""A chart may be set this much higher on a page that ends with white."""
LEAST_HEIGHT = 110.0

Redraw = Callable[[str, Size], ChartFigure | None]
"""Name and size of a chart → its figure in that size."""


@dataclass(frozen=True, slots=True)
class ChartPiece:
    chart: PaperChart
    data: ChartData
    width: Length
    sheet: Sheet
    is_lowered: bool = False

    @property
    def before(self) -> float:
        return self._look.before

    @property
    def after(self) -> float:
        return self.sheet.look(ParagraphRole.SOURCE).after

    @property
    def height(self) -> float:
        return self._around + self.chart.size.height.points

    @property
    def least(self) -> float:
        return self.height

    @property
    def keep_next(self) -> bool:
        return False

    @property
    def bookmarks(self) -> tuple[str, ...]:
        return (self.chart.caption.bookmark,) if self.chart.caption else ()

    def divided(self, room: float) -> None:  # noqa: ARG002  a chart is one thing
        return None

    @property
    def spare(self) -> float:
        """Points that it may be set lower by: none when it was set lower once."""
        height = self.chart.size.height.points
        return 0.0 if self.is_lowered else height - max(LEAST_HEIGHT, height * SHRINKS_TO)

    def lowered(self, room: float, redraw: Redraw) -> ChartPiece | None:
        """Return the chart set so low that it fits `room`; None when that would be too low."""
        height = self.chart.size.height.points
        wished = room - self._around
        if wished < max(LEAST_HEIGHT, height * SHRINKS_TO) or wished > height:
            return None
        size = Size(self.chart.size.width, pt(wished))
        figure = redraw(self.chart.name, size)
        return None if figure is None else replace(self, chart=replace(self.chart, figure=figure, size=size), is_lowered=True)

    @property
    def reserve(self) -> float:
        """Points that it may be set higher by: none for a single bar, and none when its height was changed once."""
        height = self.chart.size.height.points
        return height * (RISES_TO - 1) if not self.is_lowered and height >= LEAST_HEIGHT else 0.0

    def raised(self, part: float, redraw: Redraw) -> ChartPiece | None:
        """Return the chart higher by a part of its reserve; None when it has none or can't be drawn so."""
        size = Size(self.chart.size.width, self.chart.size.height + pt(self.reserve * part))
        figure = redraw(self.chart.name, size) if self.reserve else None
        return None if figure is None else replace(self, chart=replace(self.chart, figure=figure, size=size), is_lowered=True)

    @property
    def _look(self) -> Look:
        return self.sheet.look(ParagraphRole.CHART_TITLE)

    @property
    def _beside(self) -> bool:
        """Tell whether title and legend stand in one row."""
        legend = self.chart.figure.legend
        return (
            not legend
            or self.sheet.width(self.chart.title, self._look) + TITLE_TO_LEGEND + legend_width(legend, self._look, self.sheet) <= self.width
        )

    @property
    def _head(self) -> float:
        """Height of what stands above the chart."""
        legend = self.chart.figure.legend
        rows = 0 if self._beside else len(legend_rows(legend, self.width, self._look, self.sheet))
        title = (
            max(1, self.sheet.set(self.chart.title, self._look, self.width).count) if self.chart.title or (legend and self._beside) else 0
        )
        return TITLE_ABOVE + self._look.pitch * (title + rows) + TITLE_BELOW

    @property
    def _around(self) -> float:
        return self._head + CHART_BELOW + caption_height(self.chart.caption, self.chart.source, self.width, self.sheet)

    def draw(self, at: Point, canvas: Canvas) -> None:
        canvas.rule("figure-top", at, self.width, "ink", 1.0)
        self._draw_head(Rect(at.x, at.y + pt(TITLE_ABOVE), self.width, pt(self._look.pitch)), canvas)
        frame = Rect(at.x, at.y + pt(self._head), self.chart.size.width, self.chart.size.height)
        self._draw_chart(frame, canvas)
        end = Point(at.x, frame.bottom + pt(CHART_BELOW))
        canvas.rule("figure-end", end, self.width, "line", 0.75)
        draw_caption(self.chart.caption, self.chart.source, Rect(end.x, end.y, self.width, ZERO), canvas)

    def _draw_head(self, row: Rect, canvas: Canvas) -> None:
        legend = self.chart.figure.legend
        if self._beside:
            if self.chart.title:
                canvas.line("chart-title", row, self.chart.title, self._look, anchor=Anchor.MIDDLE)
            draw_legend(legend, row, self._look, canvas)
            return
        height = canvas.wrapped("chart-title", row, self.chart.title, self._look)
        top = row.y + pt(max(self._look.pitch, height))
        for index, entries in enumerate(legend_rows(legend, self.width, self._look, self.sheet)):
            draw_legend(entries, Rect(row.x, top + row.height * index, self.width, row.height), self._look, canvas)

    def _draw_chart(self, frame: Rect, canvas: Canvas) -> None:
        figure = self.chart.figure
        for corners in funnel_bridges(figure, frame) if figure.name == "funnel" else ():
            canvas.add(Polygon(canvas.unique("bridge"), corners, self.sheet.color("surface2")))
        canvas.add(ChartBox(canvas.unique(self.chart.name), frame, figure, self.chart.alt, self.chart.facts))
        for corners in break_marks(figure, frame):
            canvas.add(Polygon(canvas.unique("axis-break"), corners, self.sheet.color("bg")))
        look = replace(self._look, size=9.0, pitch=13.0)
        for band in self.data.bands:  # the source line names them too, for those who see no bands
            place = band_rect(figure, frame, band.first, band.last)
            name = fitted_name(band.label, place.width - pt(4), look, self.sheet)
            canvas.line("band", Rect(place.x + pt(3), place.y + pt(2), place.width, pt(13)), name, look, tag=TextTag.RUNNING)


def fitted_name(label: str, room: Length, look: Look, sheet: Sheet) -> Text:
    """Return as much of a name as a band is wide for, nothing when that is next to nothing."""
    for length in range(len(label), 1, -1):
        short = text(label if length == len(label) else label[:length] + "…")
        if sheet.width(short, look) <= room:
            return short
    return text("")


def caption_height(caption: Caption | None, source: Text, width: Length, sheet: Sheet) -> float:
    """Return the height of a figure's caption and source."""
    height = 0.0
    if caption is not None:
        look = sheet.look(ParagraphRole.CAPTION_FIGURE)
        height += look.before + sheet.set(caption_text(caption.kind, caption.number, caption.title), look, width).count * look.pitch
    if source:
        look = sheet.look(ParagraphRole.SOURCE)
        height += sheet.set(source, look, width).count * look.pitch + (sheet.look(ParagraphRole.CAPTION_FIGURE).after if caption else 0.0)
    return height


def draw_caption(caption: Caption | None, source: Text, place: Rect, canvas: Canvas) -> None:
    y = place.y
    if caption is not None:
        look = canvas.sheet.look(ParagraphRole.CAPTION_FIGURE)
        y += pt(look.before)
        words = caption_text(caption.kind, caption.number, caption.title)
        y += pt(canvas.wrapped("caption", replace(place, y=y), words, look, bookmark=caption.bookmark)) + pt(look.after)
    canvas.wrapped("source", replace(place, y=y), source, canvas.sheet.look(ParagraphRole.SOURCE))
