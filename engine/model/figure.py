"""A chart as it is drawn: groups of styled series on fixed axes in a fixed plot rectangle.

Both the native chart (PPTX, DOCX) and the vector drawing (PDF) are made from this, so they agree by construction. Values are *scaled*
(already in the printed unit); None is a gap.
"""

from __future__ import annotations

from enum import Enum

from engine.base.records import dataclass
from engine.model.theme import Color, FontFace


@dataclass(frozen=True, slots=True)
class Pen:
    """A line of a chart; `width` in points."""

    color: Color
    width: float
    dashed: bool = False


class LabelPosition(Enum):
    """The value is the DrawingML `c:dLblPos`."""

    OUTSIDE = "outEnd"
    INSIDE = "inEnd"
    CENTER = "ctr"
    ABOVE = "t"
    BELOW = "b"
    LEFT = "l"
    RIGHT = "r"


class LabelShows(Enum):
    """VALUE in the series format, PERCENT of the whole (pie and doughnut), or the CATEGORY's name; the value is the DrawingML element."""

    VALUE = "c:showVal"
    PERCENT = "c:showPercent"
    CATEGORY = "c:showCatName"


@dataclass(frozen=True, slots=True)
class PointLabel:
    """The label of one point: what `shows` says, or `text`, when it is not None, in these very words.

    `note` follows in regular weight, on the same line. `lift` moves the label up from its position, as a part of the frame's height.
    """

    index: int
    color: Color
    size: float
    bold: bool = True
    position: LabelPosition = LabelPosition.OUTSIDE
    text: str | None = None
    note: str = ""
    shows: LabelShows = LabelShows.VALUE
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class PointFill:
    """A point that looks different from its series; fill None is no fill."""

    index: int
    fill: Color | None
    outline: Pen | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    size: float
    fill: Color


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """`fill` None draws nothing (an invisible base); `pen` is the outline of bars and areas, the line of lines. `format` is an Excel number format.

    `opacity` below 1 lets the gridlines show through (bands behind a line). `x` are the horizontal values of scatter and bubble series,
    `sizes` the bubble areas; both empty elsewhere. `facts` are the ledger ids that each value is, or is made of where the series
    is `derived` (empty: none known).
    """

    name: str
    values: tuple[float | None, ...]
    fill: Color | None = None
    pen: Pen | None = None
    format: str = "General"
    marker: Marker | None = None
    points: tuple[PointFill, ...] = ()
    labels: tuple[PointLabel, ...] = ()
    x: tuple[float, ...] = ()
    sizes: tuple[float, ...] = ()
    opacity: float = 1.0
    facts: tuple[tuple[str, ...], ...] = ()
    derived: bool = False


class GroupKind(Enum):
    COLUMN = "column"
    BAR = "bar"
    LINE = "line"
    AREA = "area"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    SCATTER = "scatter"
    BUBBLE = "bubble"
    RADAR = "radar"


class Grouping(Enum):
    CLUSTERED = "clustered"
    STACKED = "stacked"
    PERCENT = "percentStacked"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class SeriesGroup:
    """Series of one mark. `gap` and `overlap` are Office percentages of the bar width; `hole` the doughnut hole in %
    (LibreOffice draws 50 whatever it says).
    """

    kind: GroupKind
    series: tuple[FigureSeries, ...]
    grouping: Grouping = Grouping.CLUSTERED
    gap: int = 80
    overlap: int = 0
    hole: int = 50
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """A fixed scale; `labels` False hides the tick labels, `grid` None the gridlines."""

    minimum: float
    maximum: float
    major: float
    format: str = "General"
    labels: bool = True
    grid: Pen | None = None
    line: Pen | None = None
    color: Color | None = None
    size: float = 10.0


@dataclass(frozen=True, slots=True)
class CategoryAxis:
    """`labels` False hides the names; `reverse` puts the first category on top of a bar chart.

    `between` False lets the first and last category stand on the plot's edges (area charts). `scale` is the horizontal value
    axis of scatter and bubble charts, None elsewhere. Office knows no single bold category: `bold` is for all of them.
    """

    labels: bool = True
    line: Pen | None = None
    color: Color | None = None
    size: float = 10.5
    bold: bool = False
    reverse: bool = False
    between: bool = True
    scale: ValueAxis | None = None


@dataclass(frozen=True, slots=True)
class PlotArea:
    """The inner plot rectangle as fractions of the chart frame."""

    x: float
    y: float
    width: float
    height: float


class Swatch(Enum):
    FILL = "fill"
    HOLLOW = "hollow"
    LINE = "line"
    DASH = "dash"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    label: str
    swatch: Swatch
    color: Color


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """`name` is the chart kind; `unit` the printed unit. Pie and doughnut use no axes.

    A line break inside a category is a planned second line. `header` is the workbook's first cell (what the categories are).
    `legend` is drawn by the planner beside the title, as is `remark`, which discloses a scale that does not start at zero or is not
    linear (“纵轴自 2,700 起”), and a mark on each bar in `cut` (category indexes). `reference` are true values that the drawn ones are made
    from; they stand in the workbook, right of the drawn series, and are not drawn. `scale` is what sizes in points were multiplied by.
    """

    name: str
    categories: tuple[str, ...]
    groups: tuple[SeriesGroup, ...]
    plot: PlotArea
    value_axis: ValueAxis
    category_axis: CategoryAxis
    face: FontFace
    text_color: Color
    second_axis: ValueAxis | None = None
    unit: str = ""
    header: str = ""
    legend: tuple[LegendEntry, ...] = ()
    remark: str = ""
    cut: tuple[int, ...] = ()
    reference: tuple[FigureSeries, ...] = ()
    scale: float = 1.0

    @property
    def series(self) -> tuple[FigureSeries, ...]:
        return tuple(series for group in self.groups for series in group.series)
