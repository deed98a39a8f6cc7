"""The groups above the header of a table: a band over the columns of each, or arrows from one to the next (12, 16)."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.units import ZERO, Length, Rect
from engine.model.blocks import Table
from engine.model.deck import Anchor, Geometry
from engine.plan.deck.canvas import Canvas

BAND, ARROWS = 0.32, 0.44
MARGIN = 0.08
"""Of the cells of a table, left and right."""


def draw_groups(block: Table, widths: Sequence[Length], band: Rect, canvas: Canvas) -> Length:
    """Draw the groups over their columns, as arrows or as bands, and return where the header begins."""
    sheet = canvas.sheet
    x, first = band.x, 0
    fills = (("p100", "ink"), ("p200", "ink"), ("primary", "ondeep"))
    for index, group in enumerate(block.groups):
        width = sum(widths[first : first + group.span], ZERO)
        last = index == len(block.groups) - 1
        fill, ink = (
            fills[2 if last else min(index, 1)] if block.arrows else (("primary", "ondeep") if group.strong else ("surface2", "ink2"))
        )
        if block.arrows:
            depth = sheet.u(0.16)
            box = Rect(x, band.y, width + (ZERO if last else depth - sheet.u(0.07)), band.height)
            canvas.box("group", box, fill, geometry=Geometry.CHEVRON if index else Geometry.HOME_PLATE, radius=depth)
            label = Rect(x + sheet.u(0.28 if index else 0.16), band.y, width - sheet.u(0.34), band.height)
        else:
            box = Rect(x, band.y, width - (ZERO if last else sheet.u(0.03)), band.height)
            canvas.box("group", box, fill)
            label = box.inset(sheet.u(MARGIN), ZERO)
        canvas.text("group-label", label, group.label, sheet.style("group_label", sheet.ink_on(fill, ink)), anchor=Anchor.MIDDLE)
        x, first = x + width, first + group.span
    return band.bottom + sheet.u(0.04) if block.arrows else band.bottom
