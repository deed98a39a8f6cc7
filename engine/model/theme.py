"""A theme: palette, fonts and type scale. Colours carry the Office theme slot they live in, so a recoloured template recolours the page."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.records import dataclass
from engine.base.units import ZERO, Length
from engine.model.inlines import Tone


@dataclass(frozen=True, slots=True)
class Color:
    """`hex` is RRGGBB; `slot` the scheme colour that equals it in the template (`accent1`, `tx1`, …), empty when there is none."""

    hex: str
    slot: str = ""


@dataclass(frozen=True, slots=True)
class FontFace:
    """`latin` and `ea` are the names written into Office files; `pdf` the installed family that PDF and measuring use."""

    latin: str
    ea: str
    pdf: str


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size and exact line pitch in points at full size, the smallest size the fit ladder may reach, and the largest on a page with much room.

    `maximum` None means that the role is never larger than its size.
    """

    size: float
    pitch: float
    minimum: float
    bold: bool = False
    maximum: float | None = None

    @property
    def leading(self) -> float:
        return self.pitch / self.size


@dataclass(frozen=True, slots=True)
class Theme:
    """`colors` by token (`ink`, `primary`, `surface` …), `type_scale` by role (`page_title`, `body` …): see assets/themes.

    `heading` sets titles and big numbers (`HEADING_ROLES`), `serif` the body text of documents; None takes the body face. `scale` is what the
    sizes of the deck's roles were multiplied by: points that the planner adds of itself grow with it. `motif` is what the cover draws above
    the decor of its layout. `pill_radius` None rounds pills fully; `card_rule` is the height of the rule on the top edge of cards, zero for
    none. `dark_panels` False draws panels that would stand on dark ground on light ground with a strong rule: such a theme is for paper.
    `series` are the colours of series and parts of charts on the ground of content, in order; empty: shades of `primary`.
    """

    name: str
    colors: Mapping[str, Color]
    heading: FontFace
    body: FontFace
    type_scale: Mapping[str, TypeRole]
    card_radius: Length
    chip_radius: Length
    serif: FontFace | None = None
    scale: float = 1.0
    motif: str = "none"
    pill_radius: Length | None = None
    card_rule: Length = ZERO
    dark_panels: bool = True
    series: tuple[Color, ...] = ()

    def face(self, role: str) -> FontFace:
        """Return the face that a type role of slides is set in."""
        return self.heading if role in HEADING_ROLES else self.body

    def color(self, token: str) -> Color:
        return self.colors[token]

    def tone(self, tone: Tone) -> Color:
        """Return the text colour of a tone on light ground."""
        return self.colors[_TONE_TOKENS[tone]]

    def tint(self, tone: Tone) -> Color:
        """Return the ground colour of a status tone; `surface` for tones that are no status."""
        return self.colors[f"{tone.value}_tint"] if tone in STATUS_TONES else self.colors["surface"]

    def role(self, name: str) -> TypeRole:
        return self.type_scale[name]


HEADING_ROLES = frozenset(
    {
        "cover_title", "agenda_title", "agenda_number", "divider_number", "divider_title", "page_title",
        "kpi_value", "hero", "hero_small", "card_value", "result_value", "side_figure", "strip_figure", "band_figure", "equation_value",
        "card_stat", "side_value", "share_amount",
    }
)  # fmt: skip
"""Roles of slides that the heading face sets: titles of pages and big numbers."""

TEXT_CONTRAST, LARGE_CONTRAST = 4.5, 3.0
LARGE, LARGE_BOLD, ORNAMENT = 18.0, 14.0, 72.0
"""Points from which text is large, from which bold text is, and above which figures are ornament."""
STATUS_TONES = frozenset({Tone.EXCEED, Tone.MET, Tone.IMPROVE, Tone.MISSED})
STATUS_GLYPHS: Mapping[Tone, str] = {Tone.EXCEED: "▲", Tone.MET: "●", Tone.IMPROVE: "◆", Tone.MISSED: "▼"}

_TONE_TOKENS = {
    Tone.NORMAL: "ink",
    Tone.QUIET: "ink3",
    Tone.STRONG: "primary",
    Tone.EXCEED: "exceed",
    Tone.MET: "met",
    Tone.IMPROVE: "improve",
    Tone.MISSED: "missed",
}


def mixed(below: Color, above: Color, opacity: float) -> Color:
    """Return what is seen where one colour lies over another with an opacity from 0 to 1."""
    parts = ((int(below.hex[at : at + 2], 16), int(above.hex[at : at + 2], 16)) for at in (0, 2, 4))
    return Color("".join(f"{round(low + (high - low) * opacity):02X}" for low, high in parts))


def contrast(one: Color, other: Color) -> float:
    """Return the WCAG contrast ratio, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def contrast_wanted(size: float, *, bold: bool) -> float:
    """Return the contrast that words of so many points need on a widescreen slide (WCAG 2.2, 1.4.3: large text is of 18 pt, or of 14 pt and bold)."""
    return LARGE_CONTRAST if size >= LARGE or (bold and size >= LARGE_BOLD) else TEXT_CONTRAST


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(int(color.hex[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
