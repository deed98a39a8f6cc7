"""Colours reckoned from colours: mixtures, and the nearest shade that can be read on its grounds."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

from engine.model.theme import Color, contrast

BLACK, WHITE = "000000", "FFFFFF"
READABLE = 4.5
"""WCAG contrast of text that is not large."""
_STEPS = 50


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour that is `share` of the way from one RRGGBB to another."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def ratio(one: str, other: str) -> float:
    """Return the WCAG contrast of two colours, 1 to 21."""
    return contrast(Color(one), Color(other))


def least_ratio(color: str, grounds: Sequence[str]) -> float:
    """Return the contrast with the ground that it contrasts with least; 21 without grounds."""
    return min((ratio(color, ground) for ground in grounds), default=21.0)


def readable(color: str, grounds: Sequence[str], least: float = READABLE) -> str:
    """Return the shade nearest to a colour, darker or lighter, that reaches a contrast on all grounds; the better of black and white if none does."""
    if least_ratio(color, grounds) >= least:
        return color
    for step in range(1, _STEPS + 1):
        shades = [mixed(color, end, step / _STEPS) for end in (BLACK, WHITE)]
        found = [shade for shade in shades if least_ratio(shade, grounds) >= least]
        if found:
            return max(found, key=lambda shade: least_ratio(shade, grounds))
    return max((BLACK, WHITE), key=lambda end: least_ratio(end, grounds))


def faded(ink: str, ground: str, share: float, grounds: Sequence[str]) -> str:
    """Return an ink faded towards a ground, by `share` at most and only as far as it can be read on all grounds."""
    for step in range(_STEPS, 0, -1):
        shade = mixed(ink, ground, share * step / _STEPS)
        if least_ratio(shade, grounds) >= READABLE:
            return shade
    return ink


def is_dark(color: str) -> bool:
    """Tell whether white text reads better on a colour than black."""
    return ratio(color, WHITE) > ratio(color, BLACK)


def is_colourful(color: str) -> bool:
    """Tell whether a colour has a hue that people would name."""
    red, green, blue = (part / 255 for part in _parts(color))
    _, light, full = colorsys.rgb_to_hls(red, green, blue)
    return full > 0.22 and 0.08 < light < 0.92


def _parts(color: str) -> tuple[int, ...]:
    return tuple(int(color[at : at + 2], 16) for at in (0, 2, 4))
