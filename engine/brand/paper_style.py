"""What planner and writers know of a company's document template: page geometry by section role, styles by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from engine.base.records import dataclass
from engine.base.units import Length, Rect, Size
from engine.brand.deck_layout import OfficeTheme
from engine.brand.paper_lists import ListLevel
from engine.model.decor import Decor
from engine.model.paper import ParagraphRole
from engine.model.theme import Color, Theme

SECTION_ROLES = ("cover", "contents", "body", "landscape")
OTHER_STYLES = (
    "cover_unit", "cover_title", "cover_subtitle", "cover_peak", "cover_peak_label", "cover_label", "cover_value", "cover_note",
    "contents_title", "contents_1", "contents_2", "contents_label", "contents_figure", "figure", "gap", "header", "footer",
)  # fmt: skip
STYLE_ROLES = (*OTHER_STYLES, *(role.value for role in ParagraphRole))
"""What a template must have a paragraph style for."""


@dataclass(frozen=True, slots=True)
class StyleRule:
    """A border of a paragraph: `width` in points, `space` between it and the text, `color` RRGGBB."""

    side: str
    width: float
    space: float
    color: str


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """A paragraph style with everything it inherits. Lengths are in points.

    `pitch` is the exact line distance, None when lines grow with their content: then they are `lines` times as far apart as single ones, None
    when the style does not say. `first` below zero is a hanging indent. `font` is the East Asian face and `latin` the other (empty: none is
    named), `color` RRGGBB (empty: automatic). `numbering` is (numId, level), None for a style without a number. `ground` is the shading
    behind it, empty for none; `new_page` that it begins a page.
    """

    id: str
    name: str
    size: float
    pitch: float | None
    bold: bool
    color: str
    font: str
    before: float
    after: float
    left: float
    right: float
    first: float
    align: str
    keep_next: bool
    numbering: tuple[int, int] | None
    lines: float | None = None
    latin: str = ""
    ground: str = ""
    rules: tuple[StyleRule, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """A header or footer of a section: `tag` is `header` or `footer`, `kind` its `w:type`, `part` the part name inside the package."""

    tag: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class RunningPiece:
    """Words of a header or footer, or what stands there for the report's own: `kind` is `text`, `title`, `footer`, `contents`, `page`, `pages`
    or `chapter`. `color` is RRGGBB, empty for Word's automatic one.
    """

    text: str
    kind: str
    size: float
    bold: bool
    color: str


@dataclass(frozen=True, slots=True)
class RunningSegment:
    """Words between two tabs: `align` says which side of them stands `at` so many points from the left margin."""

    align: str
    at: float
    pieces: tuple[RunningPiece, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a header or footer, in points: `y` from the upper edge of the page, `height` with the white around, `pitch` without it.

    `drawings` are those of the line while it is read.
    """

    y: float
    height: float
    pitch: float
    before: float
    segments: tuple[RunningSegment, ...]
    rules: tuple[StyleRule, ...] = ()
    drawings: tuple[Any, ...] = ()
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class RunningPicture:
    frame: Rect
    blob: bytes
    name: str


@dataclass(frozen=True, slots=True)
class RunningShape:
    """A rectangle, or a line along the longer side of its frame; None for a side without colour. `width` of the line in points."""

    frame: Rect
    fill: Color | None
    stroke: Color | None
    width: float
    is_line: bool


@dataclass(frozen=True, slots=True)
class RunningRule:
    y: Length
    x: Length
    length: Length
    color: Color
    width: float


@dataclass(frozen=True, slots=True)
class RunningArt:
    """What of the company stands in a header or footer, in its places on the page; `skipped` names drawings that a PDF cannot show.

    `decor` lies below everything else: what is more than plain rectangles, lines and whole pictures.
    """

    tag: str
    lines: tuple[TextLine, ...]
    pictures: tuple[RunningPicture, ...]
    shapes: tuple[RunningShape, ...]
    rules: tuple[RunningRule, ...]
    skipped: tuple[str, ...]
    decor: tuple[Decor, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperSection:
    """Page geometry of a section. `properties` are the children of `w:sectPr` but for headers and footers, as XML with the prefix `w`.

    `art` is what of the company stands in its header and footer; one that holds the report's own words alone has none.
    """

    size: Size
    left: Length
    right: Length
    top: Length
    bottom: Length
    header: Length
    footer: Length
    running: tuple[Running, ...]
    properties: str
    art: tuple[RunningArt, ...] = ()

    @property
    def decor(self) -> tuple[Decor, ...]:
        """What lies below the pages of the section, in drawing order."""
        return tuple(mark for art in self.art for mark in art.decor)

    @property
    def text_width(self) -> Length:
        return self.size.width - self.left - self.right

    @property
    def text_height(self) -> Length:
        return self.size.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PaperBrand:
    """Everything a document takes from its template. `styles` has every role of `STYLE_ROLES`, `sections` every one of `SECTION_ROLES`.

    `table_style` and `hyperlink_style` are style ids; `english_headings` is the list (`w:numId`) that numbers headings in English;
    `lists` are the levels of the template's lists. On a `light_cover` the words stand on the page itself: its header has the company's marks; on
    an `own_cover` its whole design, and no motif of ours is drawn.
    """

    theme: Theme
    template_path: Path
    sections: Mapping[str, PaperSection]
    styles: Mapping[str, PaperStyle]
    table_style: str
    hyperlink_style: str
    english_headings: int
    office: OfficeTheme
    lists: Mapping[int, tuple[ListLevel, ...]] = field(default_factory=dict)
    light_cover: bool = False
    own_cover: bool = False

    def section(self, role: str) -> PaperSection:
        return self.sections[role]

    def style(self, role: str | ParagraphRole) -> PaperStyle:
        return self.styles[role.value if isinstance(role, ParagraphRole) else role]
