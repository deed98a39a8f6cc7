"""The drawing of a cover: flat rectangles from back to front, and where the label of the peak stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engine.base.records import dataclass
from engine.base.units import Rect
from engine.model.blocks import Align
from engine.model.inlines import Span, Text
from engine.model.report import Skyline
from engine.model.theme import Color, Theme
from engine.plan.paper.cover_places import CoverPlaces

DEFAULT_HEIGHTS: Final = (
    0.32, 0.42, 0.54, 0.45, 0.16, 0.22, 0.27, 0.30, 0.35, 0.48, 0.37, 0.30, 0.26, 0.31, 0.38, 0.33, 0.44, 0.58, 0.47, 0.36, 0.34, 0.52, 0.66, 0.80,
    1.00, 0.50,
)  # fmt: skip
"""Built-in series for reports that give none: it labels nothing."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A flat rectangle."""

    name: str
    frame: Rect
    color: Color


@dataclass(frozen=True, slots=True)
class PeakLabel:
    """Where the label of the peak stands: value above name, or both in one line (`joined`). `frame` is that of the first line."""

    frame: Rect
    align: Align
    joined: bool = False

    def lines(self, skyline: Skyline) -> tuple[tuple[str, Text], ...]:
        """Return the lines from top to bottom, each with the role of its style; empty ones are left out."""
        value, name = skyline.peak_value, skyline.peak_label
        if self.joined and value and name:
            return (("cover_peak", Text((*name.spans, Span("  "), *value.spans), value.where)),)
        return tuple((role, words) for role, words in (("cover_peak", value), ("cover_peak_label", name)) if words)


@dataclass(frozen=True, slots=True)
class CoverArt:
    """`label` is None where there is no peak to name."""

    patches: tuple[Patch, ...]
    label: PeakLabel | None = None


Draw = Callable[[Skyline | None, CoverPlaces, Theme], CoverArt]
"""Draws the first series of the report (None without one) around the places of the words."""


def series(skyline: Skyline | None) -> tuple[tuple[float, ...], float]:
    """Return the values to draw, none of them below zero, and the largest of them: zero where there is nothing to draw."""
    values = tuple(max(value, 0.0) for value in (skyline.values if skyline else DEFAULT_HEIGHTS))
    return values, max(values, default=0.0)


def has_peak(skyline: Skyline | None) -> bool:
    """Tell whether one of the values is the peak, and has something to say."""
    return skyline is not None and 0 <= skyline.peak < len(skyline.values) and bool(skyline.peak_value)
