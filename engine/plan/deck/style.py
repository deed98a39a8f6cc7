"""What a piece of text looks like before it is measured, and the steps of the fit ladder."""

from __future__ import annotations

from typing import Final

from engine.base.records import dataclass, replace
from engine.model.blocks import Align
from engine.model.theme import Color, FontFace, TypeRole

LEVELS: Final = (0, 1, 2, 3)
"""Steps of the fit ladder: 0 is full size, the last is the floor of each role (DESIGN-SYSTEM §8)."""

ROOMIER: Final = (-2, -1)
"""Steps above full size, the largest text first, for pages that have much room: half of the way to the largest size of each role, and all."""

PITCH_TIGHTENING: Final = 0.015
"""Each step of the ladder also takes this part of the line pitch away."""


@dataclass(frozen=True, slots=True)
class Style:
    """A type role with a colour. `unit_scale` below 1 sets the unit behind a big number smaller and regular."""

    role: TypeRole
    color: Color
    face: FontFace
    align: Align = Align.LEFT
    bold: bool = False
    unit_scale: float = 1.0
    unit_color: Color | None = None

    @property
    def size(self) -> float:
        return self.role.size

    @property
    def pitch(self) -> float:
        return self.role.pitch

    def sized(self, size: float) -> Style:
        """Return the style at another size, its pitch in proportion and its floor no higher than the size."""
        role = replace(self.role, size=size, pitch=round(size * self.role.leading, 2), minimum=min(size, self.role.minimum))
        return replace(self, role=role)

    def at(self, level: int) -> Style:
        """Return the style at a step of the fit ladder: sizes in half points from full size down to the floor, or up where there is much room."""
        if not level:
            return self
        role = self.role
        if level < 0:
            return self._grown(level)
        step = (role.size - role.minimum) * level / LEVELS[-1]
        size = max(role.minimum, round((role.size - step) * 2) / 2)
        pitch = round(size * role.leading * (1 - PITCH_TIGHTENING * level), 2)
        return replace(self, role=replace(role, size=size, pitch=pitch))

    def _grown(self, level: int) -> Style:
        """Return the style at a step above full size, its pitch in proportion; itself where the role has no largest size."""
        role = self.role
        if role.maximum is None:
            return self
        size = round((role.size + (role.maximum - role.size) * level / ROOMIER[0]) * 2) / 2
        return replace(self, role=replace(role, size=size, pitch=round(size * role.leading, 2)))

    def aligned(self, align: Align) -> Style:
        return replace(self, align=align)

    def colored(self, color: Color) -> Style:
        return replace(self, color=color)
