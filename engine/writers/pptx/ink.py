"""Colours, fills and lines as DrawingML."""

from __future__ import annotations

from engine.base.units import EMU_PER_POINT
from engine.brand.deck_layout import OfficeTheme
from engine.model.deck import Stroke
from engine.model.theme import Color

NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"


class Ink:
    """Writes a colour as a scheme colour when the template's theme really has it there, so that a recoloured theme recolours the deck."""

    def __init__(self, office: OfficeTheme) -> None:
        self._office = office
        self._fills: dict[Color, str] = {}

    def color(self, color: Color) -> str:
        return f'<a:schemeClr val="{color.slot}"/>' if self._office.has(color) else f'<a:srgbClr val="{color.hex}"/>'

    def fill(self, color: Color | None) -> str:
        """Return a solid fill; None is no fill at all."""
        if color is None:
            return NO_FILL
        known = self._fills.get(color)
        if known is None:
            known = self._fills[color] = f"<a:solidFill>{self.color(color)}</a:solidFill>"
        return known

    def line(self, stroke: Stroke | None, tag: str = "a:ln") -> str:
        """Return a line of the given tag (`a:ln`, or an edge of a table cell); None is no line."""
        if stroke is None:
            return f"<{tag}>{NO_FILL}</{tag}>"
        dash = "sysDash" if stroke.dashed else "solid"
        return f'<{tag} w="{round(stroke.width * EMU_PER_POINT)}">{self.fill(stroke.color)}<a:prstDash val="{dash}"/></{tag}>'
