"""A chart as the author means it: kind, categories and series in raw values. How it is drawn is decided in `engine.charts`."""

from __future__ import annotations

from enum import Enum

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass
from engine.model.facts import Better
from engine.model.inlines import EMPTY, Text
from engine.model.numbers import NumberStyle


class Emphasis(Enum):
    """How a series stands among the others."""

    AUTO = "auto"
    HIGHLIGHT = "highlight"
    MUTED = "muted"
    HOLLOW = "hollow"


@dataclass(frozen=True, slots=True)
class Series:
    """`values` are raw, one per category, None for a gap. `facts` are ledger ids per value (empty tuple: none).

    `secondary` puts it on the second axis (combo only: drawn as a line there).
    """

    name: str
    values: tuple[float | None, ...]
    style: NumberStyle = NumberStyle()
    emphasis: Emphasis = Emphasis.AUTO
    secondary: bool = False
    facts: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A labelled stretch of the category axis (a campaign), first and last category index inclusive; `fact` is the ledger id of its target."""

    label: str
    first: int
    last: int
    target: float | None = None
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A short annotation at one point of the first series."""

    index: int
    label: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A row of printed values aligned with the categories: below the columns of a chart, beside the bars of a funnel or bar chart."""

    label: Text
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """`kind` is a name of `engine.charts.CHARTS`. `highlight` are category indexes that carry the message; `total` are the indexes of
    waterfall bars that stand on the axis (none: first and last); `axis_from` starts a cut axis of a waterfall or line chart (None: 0).
    `value_rows` are printed beside the plot. `target` is a horizontal target line in raw values, None for none;
    `better` says on which side of it values should be.

    Order of series: target-actual has target, actual; scatter across, up; bubble across, up, size. A waterfall series with
    `Emphasis.HIGHLIGHT` is one that should rise, so that its falls are the bars to explain.
    """

    kind: str
    title: Text
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    highlight: tuple[int, ...] = ()
    bands: tuple[Band, ...] = ()
    notes: tuple[Note, ...] = ()
    total: tuple[int, ...] = ()
    axis_from: float | None = None
    value_rows: tuple[ValueRow, ...] = ()
    target: float | None = None
    source: Text = EMPTY
    alt: str = ""
    metrics: tuple[str, ...] = ()
    where: Location = NOWHERE
    target_fact: str | None = None
    better: Better = Better.HIGHER

    @property
    def facts(self) -> tuple[str, ...]:
        """The ledger ids of all that is drawn to scale: points, then target lines."""
        points = (fact for series in self.series for fact in series.facts)
        return tuple(dict.fromkeys(fact for fact in (*points, *(band.fact for band in self.bands), self.target_fact) if fact))
