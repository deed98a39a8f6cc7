"""Kernel blocks: the closed set that every planner and writer understands. Author blocks (`engine.blocks`) are built from these."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass
from engine.model.charts import ChartData
from engine.model.inlines import EMPTY, Text, Tone


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a topic; `level` 1 is the highest below the topic."""

    text: Text
    level: int = 1
    where: Location = NOWHERE


LONGEST_LABEL = 30
"""Characters of a bold paragraph that is a label, not a statement."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    where: Location = NOWHERE

    @property
    def is_label(self) -> bool:
        """A short paragraph that is bold throughout names what follows, as 具体做法 does."""
        spans = [span for span in self.text.spans if span.text.strip()]
        return bool(spans) and all(span.bold for span in spans) and len(self.text.plain) <= LONGEST_LABEL


@dataclass(frozen=True, slots=True)
class BulletItem:
    """`continued` items go on from another slide: they get no mark and no number."""

    text: Text
    children: tuple[Text, ...] = ()
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """`first` is the number of the first item of an ordered list."""

    items: tuple[BulletItem, ...]
    ordered: bool = False
    where: Location = NOWHERE
    first: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process: title, one sentence, and an optional small label above it (a date, a page range)."""

    title: Text
    body: Text = EMPTY
    label: Text = EMPTY
    bullets: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps that follow one another; drawn as chevrons with the text below, or as numbered paragraphs."""

    items: tuple[Step, ...]
    where: Location = NOWHERE


class Align(Enum):
    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`unit` is printed once in the header. `weight` shares the width, None means by content. `numeric` columns never wrap."""

    header: Text
    unit: str = ""
    align: Align = Align.LEFT
    weight: float | None = None
    numeric: bool = False


class Badge(Enum):
    """A small filled mark that carries a cell's text (a grade, a risk number)."""

    NONE = "none"
    SQUARE = "square"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class TableCell:
    """`second` is a quieter second line. `tone` colours the text; `tinted` fills the cell with the tone's tint."""

    text: Text
    second: Text = EMPTY
    tone: Tone = Tone.NORMAL
    bold: bool = False
    badge: Badge = Badge.NONE
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[TableCell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """A band above the header that spans `span` columns; `strong` marks the band that carries the message."""

    label: Text
    span: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`groups` is empty or covers all columns. `arrows` draws the groups as a process (problem → cause → measure)."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    caption: Text = EMPTY
    note: Text = EMPTY
    source: Text = EMPTY
    groups: tuple[ColumnGroup, ...] = ()
    arrows: bool = False
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Chart:
    data: ChartData
    where: Location = NOWHERE


class Progress(Enum):
    DONE = "done"
    PLANNED = "planned"
    PEAK = "peak"


@dataclass(frozen=True, slots=True)
class GanttBar:
    """First and last day, both inside; `value` is a second, bold line (a target)."""

    label: Text
    start: dt.date
    end: dt.date
    progress: Progress = Progress.PLANNED
    value: Text = EMPTY


@dataclass(frozen=True, slots=True)
class GanttLane:
    label: Text
    bars: tuple[GanttBar, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    date: dt.date
    label: Text


@dataclass(frozen=True, slots=True)
class GanttPeriod:
    """A header over a stretch of months: `label` left, `value` right; `strong` for the stretch still to come."""

    label: Text
    start: dt.date
    end: dt.date
    value: Text = EMPTY
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Gantt:
    """A calendar of whole months from `start` to `end` (both inside). `today` draws a dashed line, None leaves it out."""

    start: dt.date
    end: dt.date
    lanes: tuple[GanttLane, ...]
    milestones: tuple[Milestone, ...] = ()
    periods: tuple[GanttPeriod, ...] = ()
    today: dt.date | None = None
    today_label: Text = EMPTY
    source: Text = EMPTY
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class MatrixItem:
    """A marked point: column and row index from the lower left."""

    code: Text
    column: int
    row: int
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class MatrixZone:
    """Look of one cell: `tone` gives the tint, NORMAL and QUIET the neutral grounds; `label` stands in its corner."""

    column: int
    row: int
    tone: Tone
    label: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Matrix:
    """A grid of levels, rows from low to high, with marked points (risk matrix)."""

    title: Text
    columns: tuple[Text, ...]
    rows: tuple[Text, ...]
    zones: tuple[MatrixZone, ...]
    items: tuple[MatrixItem, ...]
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Image:
    """`path` is relative to the workspace root. `alt` is never empty."""

    path: str
    alt: str
    caption: Text = EMPTY
    source: Text = EMPTY
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Stat:
    """A small labelled value."""

    label: Text
    value: Text
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Tile:
    """A KPI: name, verdict pill, big value, progress track (attainment as a ratio, None hides it) and up to three stats."""

    name: Text
    value: Text
    status: Text = EMPTY
    tone: Tone = Tone.NORMAL
    attainment: float | None = None
    stats: tuple[Stat, ...] = ()


@dataclass(frozen=True, slots=True)
class Tiles:
    """`legend` explains the grades once per deck, in words that the glyph of their tone precedes; empty elsewhere."""

    items: tuple[Tile, ...]
    legend: tuple[tuple[Tone, Text], ...] = ()
    where: Location = NOWHERE


class CardStyle(Enum):
    """POINT: titled statement; TOPPED: coloured rule on top (summary); QUOTE: a voice with its follow-up; NUMBERED: number chip before the title."""

    POINT = "point"
    TOPPED = "topped"
    QUOTE = "quote"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Card:
    """A titled statement. Every part except the title may be empty.

    `figure` is the number that proves it and `caption` names that number; `share` (0–1) draws a bar with `share_note`; `footer`
    is a closing labelled line (the next step); `stats` are small figures. For quotes `body` is the quote and `caption` the person.
    """

    title: Text
    body: Text = EMPTY
    bullets: tuple[Text, ...] = ()
    subtitle: Text = EMPTY
    figure: Text = EMPTY
    caption: Text = EMPTY
    tag: Text = EMPTY
    tone: Tone = Tone.NORMAL
    stats: tuple[Stat, ...] = ()
    share: float | None = None
    share_note: Text = EMPTY
    footer: Stat | None = None
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Cards:
    """`first` is the number of the first card."""

    items: tuple[Card, ...]
    style: CardStyle = CardStyle.POINT
    where: Location = NOWHERE
    first: int = 1


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A figure with a heading and a sentence, stacked in a side panel."""

    figure: Text
    title: Text
    body: Text = EMPTY
    tone: Tone = Tone.STRONG


@dataclass(frozen=True, slots=True)
class Panel:
    """A side panel or callout: one key figure, calculation rows, bullets, a small chart or stacked entries; dark panels carry the hero number."""

    title: Text = EMPTY
    subtitle: Text = EMPTY
    figure: Text = EMPTY
    caption: Text = EMPTY
    status: Text = EMPTY
    tone: Tone = Tone.NORMAL
    rows: tuple[Stat, ...] = ()
    heading: Text = EMPTY
    bullets: tuple[Text, ...] = ()
    body: Text = EMPTY
    entries: tuple[PanelEntry, ...] = ()
    charts: tuple[ChartData, ...] = ()
    dark: bool = False
    where: Location = NOWHERE


class FiguresStyle(Enum):
    """STRIP: one card per figure; LINE: one band with ruled figures; EQUATION: dark band with operators between the figures."""

    STRIP = "strip"
    LINE = "line"
    EQUATION = "equation"


@dataclass(frozen=True, slots=True)
class FigureItem:
    """`before` is the value it came from (“36% → 51%”); `badge` a grade letter; `action` a word at the right edge."""

    figure: Text
    title: Text
    note: Text = EMPTY
    before: Text = EMPTY
    badge: Text = EMPTY
    action: Text = EMPTY
    tone: Tone = Tone.STRONG


@dataclass(frozen=True, slots=True)
class Figures:
    """`operators` stand between the items of an EQUATION (one fewer than items); the last item is the result.

    `names` say what `before` and `figure` of the items are; empty, where the title or the items do.
    """

    items: tuple[FigureItem, ...]
    style: FiguresStyle = FiguresStyle.STRIP
    operators: tuple[str, ...] = ()
    title: Text = EMPTY
    note: Text = EMPTY
    where: Location = NOWHERE
    names: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class ShareItem:
    """`ratio` is the part of the whole (0–1); `hollow` marks the reserve."""

    label: Text
    amount: Text
    ratio: float
    ratio_text: Text
    note: Text = EMPTY
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Shares:
    """How a total is divided: one 100 % bar (`data`, a stacked chart of one category) and a list below it."""

    title: Text
    unit: str
    items: tuple[ShareItem, ...]
    data: ChartData
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class ColumnItem:
    """`weight` is a number of twelfths; the weights of one `Columns` add up to 12."""

    weight: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    items: tuple[ColumnItem, ...]
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class PageBreak:
    where: Location = NOWHERE


Block = (
    Heading
    | Paragraph
    | Bullets
    | Steps
    | Table
    | Chart
    | Gantt
    | Matrix
    | Image
    | Tiles
    | Cards
    | Panel
    | Figures
    | Shares
    | Columns
    | PageBreak
)
