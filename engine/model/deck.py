"""A planned deck: slides of positioned, measured elements. Writers obey it; they decide nothing about content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum
from typing import assert_never

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Point, Rect, Size
from engine.model.blocks import Align
from engine.model.decor import Decor
from engine.model.facts import Ledger
from engine.model.figure import ChartFigure
from engine.model.inlines import EMPTY, Text
from engine.model.report import PdfMaker
from engine.model.theme import Color, FontFace, Theme


@dataclass(frozen=True, slots=True)
class Stroke:
    """`width` in points; `dashed` is the system dash."""

    color: Color
    width: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look; `size` in points. `fact` is the ledger id of a printed fact, None for typed text.

    `link` is an absolute URL, `target` the bookmark of a text box of the same document (papers only); None for none.
    """

    text: str
    size: float
    color: Color
    bold: bool = False
    face: FontFace | None = None
    fact: str | None = None
    link: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class BulletMark:
    """A square bullet: colour, and the hanging indent of the text behind it. `face` sets a mark that is text; None takes the theme's.

    `left` is how far the mark of a nested list stands in from the text box.
    """

    color: Color
    indent: Length
    text: str = "■"
    scale: float = 0.42
    face: FontFace | None = None
    left: Length = ZERO

    @property
    def room(self) -> Length:
        """How far the text stands in from the text box."""
        return self.left + self.indent


@dataclass(frozen=True, slots=True)
class TextLine:
    r"""One measured paragraph.

    `pitch` is the exact line distance in points; `breaks` are the offsets (in the concatenated run text) at which planned lines start,
    without the first; a `\n` in a run is a soft return the author or the planner asked for and is itself a break.
    `after` is the space below in points. Papers only: `first_indent` stands before the first line, `spacing` are the points added to every
    character of each line (empty: none), which is how planned lines are justified.
    """

    runs: tuple[Run, ...]
    pitch: float
    align: Align = Align.LEFT
    breaks: tuple[int, ...] = ()
    after: float = 0.0
    bullet: BulletMark | None = None
    first_indent: Length = ZERO
    spacing: tuple[float, ...] = ()

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


class TextTag(Enum):
    """What a text box of a paper is to somebody who listens to the page; RUNNING text (headers, footers) is skipped."""

    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    TEXT = "p"
    HEADING_1 = "h1"
    HEADING_2 = "h2"
    HEADING_3 = "h3"
    HEADING_4 = "h4"
    CAPTION = "figcaption"
    RUNNING = "running"


class Anchor(Enum):
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a box with zero insets. `slot` names the placeholder of the slide's layout it fills, None for a free text box.

    `bookmark` is what a run's `target` names, empty for none. `one_line` says that its one paragraph is a figure or a word that no program may wrap.
    `where` is where its words were written, as far as that is known.
    """

    name: str
    frame: Rect
    paragraphs: tuple[TextLine, ...]
    anchor: Anchor = Anchor.TOP
    slot: str | None = None
    tag: TextTag = TextTag.TEXT
    bookmark: str = ""
    where: Location = NOWHERE
    one_line: bool = False

    @property
    def plain(self) -> str:
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)


class Geometry(Enum):
    """Preset shapes; the value is the DrawingML preset name."""

    RECT = "rect"
    ROUND_RECT = "roundRect"
    OVAL = "ellipse"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    TRIANGLE_DOWN = "flowChartMerge"
    CHEVRON = "chevron"
    HOME_PLATE = "homePlate"
    PARALLELOGRAM = "parallelogram"


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled and/or outlined shape without text. `radius` is the corner radius of a round rect, the point depth of an arrow."""

    name: str
    frame: Rect
    geometry: Geometry = Geometry.RECT
    fill: Color | None = None
    stroke: Stroke | None = None
    radius: Length = Length(0)


@dataclass(frozen=True, slots=True)
class Polygon:
    """A freeform through absolute slide points, closed."""

    name: str
    points: tuple[Point, ...]
    fill: Color


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    start: Point
    end: Point
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class CellBox:
    """A planned table cell; `top`/`bottom` are its rules. `span` > 1 covers the cells to the right, which are then None in the row.

    `trailing` is space beyond the table's margin at the right: it parts numbers from the words of the next column.
    """

    paragraphs: tuple[TextLine, ...]
    fill: Color | None = None
    top: Stroke | None = None
    bottom: Stroke | None = None
    anchor: Anchor = Anchor.MIDDLE
    span: int = 1
    trailing: Length = Length(0)


@dataclass(frozen=True, slots=True)
class RowBox:
    height: Length
    cells: tuple[CellBox | None, ...]


@dataclass(frozen=True, slots=True)
class TableBox:
    """A native table; `margin` is the left and right cell margin, top and bottom are zero. Heights add up to the frame's."""

    name: str
    frame: Rect
    widths: tuple[Length, ...]
    rows: tuple[RowBox, ...]
    margin: Length
    header_rows: int = 1
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A native chart. `alt` describes what it shows in one sentence; `facts` are the ledger ids of its points."""

    name: str
    frame: Rect
    figure: ChartFigure
    alt: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """`path` is the image file relative to the workspace root, `blob` its bytes."""

    name: str
    frame: Rect
    path: str
    blob: bytes
    alt: str


Element = TextBox | Shape | Polygon | Line | TableBox | ChartBox | Picture


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `id` is stable (`topic-2-3`, `topic-2-3-b` for a continuation); `layout` is a role of the template contract.

    `title` is the plain title (also when it is not drawn); elements are in drawing order. `notes` are the speaker notes, with their facts. `size` is that of a
    page that differs from the others (a landscape page of a paper), None for the size of the whole.
    """

    id: str
    layout: str
    title: str
    elements: tuple[Element, ...]
    notes: Text = EMPTY
    section: str = ""
    where: Location = NOWHERE
    size: Size | None = None


def fact_places(slide: Slide) -> Iterator[tuple[str, str]]:
    """Yield (shape name, fact id) for every fact that a slide prints or plots, in drawing order."""
    for element in slide.elements:
        for fact in _facts_of(element):
            yield element.name, fact


def _facts_of(element: Element) -> Iterator[str]:
    match element:
        case TextBox():
            yield from (run.fact for line in element.paragraphs for run in line.runs if run.fact)
        case TableBox():
            cells = (cell for row in element.rows for cell in row.cells if cell)
            yield from (run.fact for cell in cells for line in cell.paragraphs for run in line.runs if run.fact)
        case ChartBox():
            yield from element.facts
        case Shape() | Polygon() | Line() | Picture():
            pass
        case _:
            assert_never(element)


@dataclass(frozen=True, slots=True)
class DeckMeta:
    """Document properties; `created` makes the bytes repeatable, `pdf_maker` draws the PDF."""

    title: str
    author: str
    organisation: str
    subject: str
    keywords: str
    language: str
    created: dt.datetime
    pdf_maker: PdfMaker = PdfMaker.WEASYPRINT


@dataclass(frozen=True, slots=True)
class Deck:
    """`template` is the path of the .pptx relative to the workspace; `sections` are (name, first slide index) in order.

    `ledger` are the facts that the file carries with it. `grounds` is what the template draws below the slides of a layout, by its role;
    `unsure` are the parts of the page where it draws something else besides.
    """

    meta: DeckMeta
    size: Size
    slides: tuple[Slide, ...]
    sections: tuple[tuple[str, int], ...]
    template: str
    theme: Theme
    ledger: Ledger = Ledger()
    grounds: Mapping[str, tuple[Decor, ...]] = field(default_factory=dict)
    unsure: Mapping[str, tuple[Rect, ...]] = field(default_factory=dict)

    def outline(self) -> str:
        """Return one line per slide: number, id, layout and title, as tests and diffs read it."""
        return "\n".join(f"{n:02d} {slide.id} [{slide.layout}] {slide.title}" for n, slide in enumerate(self.slides, 1))
