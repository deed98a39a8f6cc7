"""A key figure with the value it came from, as every look of `figures` prints it."""

from __future__ import annotations

from engine.model.blocks import FigureItem
from engine.model.inlines import Text, text


def figure_text(item: FigureItem) -> Text:
    """Return “36% → 51%”, or the figure alone."""
    if not item.before:
        return item.figure
    return Text((*item.before.spans, *text(" → ").spans, *item.figure.spans), item.figure.where)
