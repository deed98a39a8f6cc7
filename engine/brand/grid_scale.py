"""The scale of a deck: how large the design system's inch and point are on the pages of a template."""

from __future__ import annotations

from typing import Final

from engine.base.units import Length, Size, inch

DESIGN_WIDTH: Final = inch(12)
"""Width of the body area that the measures of the design system are given for."""
DESIGN_HEIGHT: Final = inch(5.12)
PAGE_WIDTH, PAGE_HEIGHT = inch(40 / 3), inch(7.5)
LEAST_STRETCH: Final = 0.8
MOST_STRETCH: Final = 1.5
"""How many times as high as that, in the design system's inches, a body area may be and still be filled by blocks made for it."""
NARROWEST: Final = inch(10)
"""Fewer inches across than this, in those of the design system, and cards and columns would be too narrow for their words."""


NARROW: Final = inch(11)
"""As much narrower than `DESIGN_WIDTH` a body area may become, in inches of the design system, for the sake of words that can be read."""
READABLE: Final = 8 / 9
"""What is left of type sizes where a template leaves content less than the page: notes of 9 pt in 8 pt, text of 12 pt in 10.7."""


def grid_scale(width: Length, height: Length, page: Size) -> float:
    """Return the scale for a body area: its width over twelve inches; larger where the area is upright, so that its height is used too,
    and where words would be too small for the page: its own width, or less where it is low, says how large they must be.

    A theme for such a template says the same number as its `scale`.
    """
    upright = min(height / (DESIGN_HEIGHT * MOST_STRETCH), width / NARROWEST)
    return max(width / DESIGN_WIDTH, upright, least_scale(width, page))


def least_scale(width: Length, page: Size) -> float:
    """Return the scale below which words on a page could hardly be read, as far as the width of its body area allows it."""
    return min(READABLE * max(page.width / PAGE_WIDTH, min(1.0, page.height / PAGE_HEIGHT)), width / NARROW)


def grid_stretch(height: Length, scale: float) -> float:
    """Return how many times higher than that of the design system a body area is at a scale, within `LEAST_STRETCH` and `MOST_STRETCH`."""
    return min(max(LEAST_STRETCH, height / (DESIGN_HEIGHT * scale)), MOST_STRETCH)
