"""The bars of the skyline on the lower edge of a dark block, their reflection on white (pages/01); on a light cover they stand on the page."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.units import ZERO, Rect, inch, pt
from engine.model.blocks import Align
from engine.model.report import Skyline
from engine.model.theme import Color, Theme
from engine.plan.paper.art.definition import CoverArt, Patch, PeakLabel, has_peak, series
from engine.plan.paper.cover_places import CoverPlaces

PALE = 0.28
"""How much of the accent is left in the reflection of the peak, over white."""
LABEL_WIDTH, LABEL_LINE, LABEL_WHITE = inch(2.6), pt(16), pt(4)


def draw(skyline: Skyline | None, places: CoverPlaces, theme: Theme) -> CoverArt:
    block = Patch("ground", Rect(ZERO, ZERO, places.page.width, places.horizon), theme.color("deep"))
    dash = Patch("dash", places.dash, theme.color("primary" if places.light else "accent"))
    ground = (dash,) if places.light else (block, dash)
    return CoverArt((*ground, *_bars(skyline, places, theme)), _label(skyline, places))


def _bars(skyline: Skyline | None, places: CoverPlaces, theme: Theme) -> Iterator[Patch]:
    values, top = series(skyline)
    for index, value in enumerate(values):
        bar = places.bar(index, len(values), value / top if top else 0.0)
        if bar.height <= 0:
            continue
        above, below = _colors(index, skyline, theme, light=places.light)
        yield Patch(f"sky-{index + 1}", bar, above)
        yield Patch(f"reflection-{index + 1}", places.reflection(bar), below)


def _colors(index: int, skyline: Skyline | None, theme: Theme, *, light: bool) -> tuple[Color, Color]:
    """Return the colours of a bar and of its reflection."""
    color = theme.color
    if skyline and index == skyline.peak:
        return (color("primary"), color("p100")) if light else (color("accent"), Color(mixed(color("accent").hex, PALE)))
    if skyline and index in skyline.current:
        return (color("p400"), color("p100")) if light else (color("sky_current"), color("p200"))
    return (color("p200"), color("surface")) if light else (color("sky"), color("surface2"))


def mixed(code: str, share: float) -> str:
    """Return a colour laid over white, as RRGGBB; `share` is how much of it is left."""
    parts = (int(code[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 + (part - 255) * share):02X}" for part in parts)


def _label(skyline: Skyline | None, places: CoverPlaces) -> PeakLabel | None:
    """Return the place above the peak, flush with its right edge, or with its left one where there is no room at its left."""
    if skyline is None or not has_peak(skyline):
        return None
    at, at_left = places.peak(skyline.peak, len(skyline.values), LABEL_WIDTH, LABEL_LINE * 2 + LABEL_WHITE)
    frame = Rect(at.x, at.y, min(LABEL_WIDTH, places.page.width - at.x), LABEL_LINE)
    return PeakLabel(frame, Align.LEFT if at_left else Align.RIGHT)
