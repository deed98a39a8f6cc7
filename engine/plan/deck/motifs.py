"""What a cover draws above the decor of its layout: the `motif` of a theme, one function each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.base.units import Rect
from engine.model.report import Skyline
from engine.plan.deck.beams import draw_beams
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.skyline import draw_skyline
from engine.plan.deck.strokes import draw_strokes

Motif = Callable[[Skyline | None, Rect, Rect, Canvas], None]
"""Draws on a cover: the first series of the report (None without one), the page, and what the words above take up, which it keeps clear of."""


def _nothing(_series: Skyline | None, _page: Rect, _words: Rect, _canvas: Canvas) -> None:
    """The cover is as the template has it."""


MOTIFS: Mapping[str, Motif] = {"none": _nothing, "skyline": draw_skyline, "beams": draw_beams, "strokes": draw_strokes}
EXPLAINED = frozenset({"skyline", "beams", "strokes"})
"""Motifs that plot the series: the cover's note says what they show."""
