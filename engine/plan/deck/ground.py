"""The colours of words and lines where the template, not the planner, says what is below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from engine.base.records import dataclass
from engine.base.units import Rect
from engine.brand.deck_layout import DeckLayout, Tone
from engine.model.theme import Color, Theme, contrast

LEAST_CONTRAST: Final = 4.5
BLACK, WHITE = Color("000000"), Color("FFFFFF")
_ON_LIGHT: Final = ("ink", "ink2", "ink3", "line", "line2", "p200", "primary", "p200")
_ON_DARK: Final = ("ondeep", "ondeep2", "ondeep3", "deep3", "ondeep3", "deep3", "accent", "p400")


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours on one ground: of words that are strong, normal or quiet, of rules and the axis above a list, of ornament, of the one spot and
    of what is done before it.

    `ground` are the colours below, none where they can't be told.
    """

    strong: Color
    normal: Color
    quiet: Color
    rule: Color
    axis: Color
    ornament: Color
    spot: Color
    done: Color
    ground: tuple[str, ...] = ()

    def readable(self, color: Color) -> Color:
        """Return a colour if it can be read here, else that of strong words."""
        return color if is_readable(color, self.ground) else self.strong


def inks_on(theme: Theme, ground: tuple[str, ...], tone: Tone | None = None) -> Inks:
    """Return the theme's colours for light or for dark ground, whichever can be read on `ground`.

    `tone` says which is meant and overrules the colours that are known. A colour of words with too little contrast gives way to the next
    stronger one, in the end to black or white. Without known colours and tone the ground is that of the theme's pages.
    """
    families = [tuple(theme.color(token) for token in tokens) for tokens in (_ON_LIGHT, _ON_DARK)]
    if tone is not None:
        known = tuple(color for color in ground if _is_dark(color) is (tone is Tone.DARK))
        family = sorted(families, key=lambda each: contrast(each[0], BLACK))[-1 if tone is Tone.DARK else 0]
    else:
        known = ground or (theme.color("bg").hex,)
        family = max(families, key=lambda each: least_contrast(each[0], known))  # of equals that for pages
    strong, normal, quiet, rule, axis, ornament, spot, done = family
    strong = _first((strong, *_extremes(tone)), known)
    normal = _first((normal, strong), known)
    return Inks(strong, normal, _first((quiet, normal), known), rule, axis, ornament, spot, done, known)


def slot_inks(theme: Theme, layout: DeckLayout, slot: str) -> Inks:
    """Return the colours of words in a slot of a layout."""
    return inks_on(theme, layout.ground_of(slot), layout.tone_of(slot))


def area_inks(theme: Theme, layout: DeckLayout, frame: Rect) -> Inks:
    """Return the colours of words in a frame on a page of a layout."""
    return inks_on(theme, layout.beneath.colors(frame), layout.tone)


def ink_on(theme: Theme, fill: Color, wanted: Color) -> Color:
    """Return the wanted colour of words on a fill of the planner's own, or another of the theme where it cannot be read there."""
    return _first((wanted, *(theme.color(token) for token in ("ondeep", "ink", "deep", "bg"))), (fill.hex,))


def is_readable(color: Color, ground: Sequence[str]) -> bool:
    return least_contrast(color, ground) >= LEAST_CONTRAST


def least_contrast(color: Color, ground: Iterable[str]) -> float:
    """Return the contrast with the least different colour of a ground; the greatest there is on an unknown one."""
    return min((contrast(color, Color(each)) for each in ground), default=21.0)


def carries_pages(theme: Theme, layout: DeckLayout) -> bool:
    """Tell whether the theme's own words can be read where a layout has its content; else it needs a sheet of the theme's ground below it."""
    ink = theme.color("ink")
    known = layout.ground_of("body_area")
    tone = layout.tone_of("body_area")
    if tone is not None:
        return (contrast(ink, WHITE) < contrast(ink, BLACK)) is (tone is Tone.DARK)
    return all(is_readable(theme.color(token), known) for token in ("ink", "ink2"))


def _first(colors: Iterable[Color], ground: Sequence[str]) -> Color:
    """Return the first colour that can be read on a ground, or the one that can be read best."""
    candidates = (*colors, WHITE, BLACK) if ground else tuple(colors)
    readable = next((color for color in candidates if is_readable(color, ground)), None)
    return readable or max(candidates, key=lambda color: least_contrast(color, ground))


def _extremes(tone: Tone | None) -> tuple[Color, ...]:
    return () if tone is None else (WHITE,) if tone is Tone.DARK else (BLACK,)


def _is_dark(color: str) -> bool:
    return contrast(Color(color), WHITE) > contrast(Color(color), BLACK)
