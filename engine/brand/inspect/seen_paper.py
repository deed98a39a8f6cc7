"""What a Word file offers as a template, as plain facts: sections with their pages, styles with what they inherit, fonts."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.base.units import Length, Size
from engine.brand.inspect.seen_deck import FontUse
from engine.brand.inspect.seen_theme import SeenTheme


@dataclass(frozen=True, slots=True)
class SeenPage:
    """`states_size` is False when the section names no page size, so that Word takes Letter (12 240 × 15 840 twips)."""

    size: Size
    page: str
    landscape: bool
    states_size: bool
    left: Length
    right: Length
    top: Length
    bottom: Length
    columns: int

    @property
    def text_width(self) -> Length:
        return self.size.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class SeenRunning:
    """A header or footer: `kind` is `default`, `first` or `even`; `own` is False when it is that of the section before."""

    tag: str
    kind: str
    part: str
    text: str
    pictures: int
    own: bool


@dataclass(frozen=True, slots=True)
class SeenPaperSection:
    """`different_first` and the document's `different_even` decide which headers and footers are shown."""

    number: int
    page: SeenPage
    different_first: bool
    running: tuple[SeenRunning, ...]


@dataclass(frozen=True, slots=True)
class SeenStyle:
    """A paragraph, character, table or numbering style.

    `name` is the one stored, `built_in` Word's own name for it (empty: none of Word's), `shown` what a Chinese Word lists, `found_by` how the
    built-in was told: `name`, `shown` (a translated name was stored), or empty. `outline` is 1 to 9, None for body text. `size` in points;
    `color` RRGGBB, empty for Word's automatic one; `ground` the shading behind it, empty for the page; `numbering` the text of the number
    such as `%1.%2`, empty without one. `used` counts paragraphs, runs or tables.
    """

    id: str
    kind: str
    name: str
    built_in: str
    shown: str
    found_by: str
    based_on: str
    outline: int | None
    size: float
    bold: bool
    color: str
    ground: str
    latin: str
    ea: str
    numbering: str
    used: int


@dataclass(frozen=True, slots=True)
class SeenPaper:
    """`form` is `document` or `template`, after the content type; `theme` is None when the file has none."""

    form: str
    sections: tuple[SeenPaperSection, ...]
    different_even: bool
    styles: tuple[SeenStyle, ...]
    theme: SeenTheme | None
    fonts: tuple[FontUse, ...]
    embedded_fonts: tuple[str, ...]
    macros: tuple[str, ...]

    def style(self, built_in: str, kind: str = "paragraph") -> SeenStyle | None:
        """Return the style that plays one of Word's own, None when there is none."""
        return next((style for style in self.styles if style.kind == kind and style.built_in == built_in), None)
