"""Where the shapes of a slide stand, those in groups too: in points from its top left corner, turned ones by the box around them."""

from __future__ import annotations

import math

from lxml import etree

from engine.base.records import dataclass
from engine.probe.drawn import DrawnBox
from engine.probe.slide_styles import A, P

EMU = 12_700


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the coordinates of a group's children lie on the slide, in points. `alt`: the group as a whole says what it shows."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0
    alt: str = ""

    def box(self, node: etree._Element | None) -> DrawnBox | None:
        """Return the box around an `xfrm`."""
        offset, extent = (None, None) if node is None else (node.find(f"{A}off"), node.find(f"{A}ext"))
        if node is None or offset is None or extent is None:
            return None
        x, y = self.x + points(offset, "x") * self.across, self.y + points(offset, "y") * self.down
        width, height = points(extent, "cx") * self.across, points(extent, "cy") * self.down
        turned = math.radians(number_of(node, "rot") / 60_000)
        wide = abs(width * math.cos(turned)) + abs(height * math.sin(turned))
        high = abs(width * math.sin(turned)) + abs(height * math.cos(turned))
        return DrawnBox(x + (width - wide) / 2, y + (height - high) / 2, wide, high)

    def inside(self, group: etree._Element, alt: str) -> Placement:
        """Return where the children of a group lie."""
        node = group.find(f"{P}grpSpPr/{A}xfrm")
        own, offset, extent = (None if node is None else node.find(f"{A}{name}") for name in ("ext", "chOff", "chExt"))
        outer = self.box(node)
        if outer is None or own is None or offset is None or extent is None:
            return Placement(self.x, self.y, self.across, self.down, alt or self.alt)
        across = self.across * points(own, "cx") / (points(extent, "cx") or 1.0)
        down = self.down * points(own, "cy") / (points(extent, "cy") or 1.0)
        return Placement(outer.x - points(offset, "x") * across, outer.y - points(offset, "y") * down, across, down, alt or self.alt)


def number_of(node: etree._Element, name: str) -> int:
    value = node.get(name, "0")
    return int(value) if value.lstrip("-").isdecimal() else 0


def points(node: etree._Element, name: str) -> float:
    return number_of(node, name) / EMU
