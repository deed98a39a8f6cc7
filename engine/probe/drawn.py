"""What a finished file shows, as checks ask for it: texts, pictures, charts, headings, links, fonts and pages, of whichever format.

A page is a slide, or a page of a PDF, counted from 1; a Word document has none before it is opened, so everything in it is on page 0.
"""

from __future__ import annotations

import re
from enum import Enum

from engine.base.records import dataclass

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")

SHEET_SLACK = 0.01


class Kind(Enum):
    """What an object on a page is. PLACEHOLDER: one that nobody filled."""

    TEXT = "text"
    PICTURE = "picture"
    CHART = "chart"
    TABLE = "table"
    SHAPE = "shape"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """Where an object stands, in points from the top left corner of its page, as it is seen: turned shapes by the box around them."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class DrawnObject:
    """One object of a slide; `box` is None where neither it nor its layout says. `words` are those in it."""

    page: int
    name: str
    kind: Kind
    box: DrawnBox | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class DrawnText:
    """Characters of one look. `size` in points, 0 when unknown; `has_ea`: a font for Han is named for it, here or by what it inherits.

    `latin` and `ea` are the families it is set in, empty where none is named; `faces` those of them that the characters name themselves,
    without those of the theme, and `color` the RRGGBB that they name, empty where they take one of the theme or inherit theirs.
    """

    page: int
    place: str
    words: str
    size: float
    has_ea: bool = True
    latin: str = ""
    ea: str = ""
    color: str = ""
    faces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """`width` and `height` in points as placed; `pixels` are those of the part that is seen, None for a drawing that has none.

    `alt` is empty where nothing says what it shows; `decorative` pictures need no such words.
    """

    page: int
    name: str
    width: float
    height: float
    pixels: tuple[float, float] | None
    alt: str = ""
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """One data label: the number of its series, what it says, and where it stands in the frame of the chart."""

    series: int
    words: str
    box: DrawnBox


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """`kinds` such as `barChart`; `categories` of the longest series; `title` is the chart's own, `near` what stands around it.

    `has_unit`: an axis has a title, or a number format says what is counted. `page_words` are all words of its slide or document.
    `labels` are its data labels, about where they stand.
    """

    page: int
    name: str
    kinds: tuple[str, ...]
    categories: int
    series: int
    title: str
    near: str
    has_unit: bool
    page_words: str
    alt: str = ""
    labels: tuple[ChartLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnHeading:
    """`level` counts from 1. `stays`: it is kept on the page of what follows; `is_last`: nothing follows it on its page."""

    page: int
    level: int
    words: str
    stays: bool = True
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A link that leads nowhere; `words` are what it stands on, `target` what it names, empty for none."""

    page: int
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class DrawnPair:
    """Words that stand on other words of their page."""

    page: int
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class DrawnStray:
    """A line that a page break parted from its paragraph: the last one, alone at the head of its page, or the first, alone at the foot."""

    page: int
    words: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class DrawnInk:
    """Words of one colour on a ground of one colour, each RRGGBB; `size` in points."""

    page: int
    words: str
    color: str
    ground: str
    size: float
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class DrawnFont:
    """A font of a PDF by its name."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """`filled` is the part of the page, from 0 to 1, that is taken up beside its title and running lines; None when nobody can tell.

    `is_divider`: a cover or a divider, which may be empty; `layout` is the name of a slide's layout; `is_hidden`: it is not shown, nor drawn.
    Sizes in points.
    """

    number: int
    width: float
    height: float
    filled: float | None
    is_divider: bool = False
    layout: str = ""
    is_hidden: bool = False

    @property
    def is_slide(self) -> bool:
        """Tell a slide from a sheet of paper, which has the sides of the A series when it lies."""
        return self.width > self.height and abs(self.width / self.height - 2**0.5) > SHEET_SLACK


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """Everything that a file shows; what a format does not have is empty. `loose` are paragraphs that may leave a line alone on a page.

    `is_traced`: a ledger inside the file says where its numbers come from.
    """

    format: str
    pages: tuple[DrawnPage, ...] = ()
    objects: tuple[DrawnObject, ...] = ()
    texts: tuple[DrawnText, ...] = ()
    pictures: tuple[DrawnPicture, ...] = ()
    charts: tuple[DrawnChart, ...] = ()
    headings: tuple[DrawnHeading, ...] = ()
    broken_links: tuple[DrawnLink, ...] = ()
    fonts: tuple[DrawnFont, ...] = ()
    loose: tuple[str, ...] = ()
    collisions: tuple[DrawnPair, ...] = ()
    strays: tuple[DrawnStray, ...] = ()
    inks: tuple[DrawnInk, ...] = ()
    is_traced: bool = False
