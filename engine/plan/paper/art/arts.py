"""The drawings by the name of a theme's motif."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.model.report import Skyline
from engine.model.theme import Theme
from engine.plan.paper.art import beams, skyline, strokes
from engine.plan.paper.art.definition import CoverArt, Draw
from engine.plan.paper.cover_places import CoverPlaces

ARTS: Final[Mapping[str, Draw]] = {"none": skyline.draw, "skyline": skyline.draw, "beams": beams.draw, "strokes": strokes.draw}
"""`none` leaves the cover of a deck to the decor of its layout; Word templates have none, so theirs has the skyline."""


def cover_art(series: Skyline | None, places: CoverPlaces, theme: Theme) -> CoverArt:
    """Draw the motif of a theme, nothing on a cover of the company's own."""
    return CoverArt(()) if places.own else ARTS[theme.motif](series, places, theme)
