"""The scale of a deck: how large the design system's inch and point are on the pages of a template."""

from __future__ import annotations

from typing import Final

from engine.base.units import Length, inch

DESIGN_WIDTH: Final = inch(12)
"""Width of the body area that the measures of the design system are given for."""
DESIGN_HEIGHT: Final = inch(5.12)
LEAST_STRETCH: Final = 0.8
MOST_STRETCH: Final = 1.5
"""How many times as high as that, in the design system's inches, a body area may be and still be filled by blocks made for it."""
NARROWEST: Final = inch(10)
"""Fewer inches across than this, in those of the design system, and cards and columns would be too narrow for their words."""


def grid_scale(width: Length, height: Length) -> float:
    """Return the scale for a body area: its width over twelve inches; larger where the area is upright, so that its height is used too.

    A theme for such a template says the same number as its `scale`.
    """
    across = width / DESIGN_WIDTH
    return max(across, min(height / (DESIGN_HEIGHT * MOST_STRETCH), width / NARROWEST))


def grid_stretch(height: Length, scale: float) -> float:
    """Return how many times higher than that of the design system a body area is at a scale, within `LEAST_STRETCH` and `MOST_STRETCH`."""
    return min(max(LEAST_STRETCH, height / (DESIGN_HEIGHT * scale)), MOST_STRETCH)
