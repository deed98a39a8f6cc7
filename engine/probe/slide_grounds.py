"""What words on a slide stand on: its background and what was drawn before them, as colours that are certain.

Of several possible colours all are kept, such as the stops of a gradient or both sides of an edge that runs below the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from engine.base.records import dataclass
from engine.brand.ground import Ground, GroundKind
from engine.brand.grounds import background, fill_of, styled_fill
from engine.brand.office_theme import read_office_theme
from engine.probe.drawn import DrawnBox
from engine.probe.slide_styles import A, Layout, P

Colors = tuple[str, ...]
"""Each RRGGBB; none: nobody knows them."""
_WHITE = "FFFFFF"
_KNOWN = frozenset({GroundKind.FLAT, GroundKind.GRADIENT})
_OVERRIDE = f"{P}clrMapOvr/{A}overrideClrMapping"
_FULL = frozenset({"rect", "roundRect", "round2SameRect", "flowChartProcess", "flowChartAlternateProcess"})
_HIDDEN = 0.2
"""The part of some words' frame that something drawn later must cover to hide them."""


def slide_colors(root: etree._Element, layout: Layout) -> Mapping[str, str] | None:
    """Return the colours of a slide by their scheme names, None where nobody knows which map holds: a layout has one that its slide lacks."""
    if layout.theme is None or layout.master is None or layout.root is None:
        return None
    own, above = root.find(_OVERRIDE), layout.root.find(_OVERRIDE)
    if above is not None and (own is None or sorted(own.attrib.items()) != sorted(above.attrib.items())):
        return None
    return read_office_theme(layout.theme, layout.master.find(f"{P}clrMap") if own is None else own).colors


def slide_background(root: etree._Element, layout: Layout, colors: Mapping[str, str]) -> Colors:
    """Return the colours of the background that a slide has or inherits; white where nobody says."""
    assert layout.theme is not None, "slide_colors has looked"
    if root.find(_OVERRIDE) is not None and root.find(f"{P}cSld/{P}bg") is None:
        return ()
    for part in (root, layout.root, layout.master):
        found = None if part is None else background(part, layout.theme, colors)
        if found is not None:
            return known(found)
    return (_WHITE,)


def known(ground: Ground) -> Colors:
    return ground.colors if ground.kind in _KNOWN else ()


def shape_fill(node: etree._Element, theme: etree._Element, colors: Mapping[str, str]) -> Ground | None:
    """Return what a shape is filled with by itself or by its style, None for nothing."""
    properties = node.find(f"{P}spPr")
    if properties is not None and properties.find(f"{A}noFill") is not None:
        return None
    found = fill_of(properties, colors)
    reference = node.find(f"{P}style/{A}fillRef")
    return styled_fill(reference, theme, colors) if found is None and reference is not None else found


def says_fill(node: etree._Element) -> bool:
    """Tell whether a shape itself says how it is filled, if only that it is not."""
    properties = node.find(f"{P}spPr")
    own = () if properties is None else [child for child in properties if child.tag.endswith("Fill")]
    return bool(own) or node.find(f"{P}style/{A}fillRef") is not None


def fills_its_frame(node: etree._Element) -> bool:
    preset, frame = node.find(f"{P}spPr/{A}prstGeom"), node.find(f"{P}spPr/{A}xfrm")
    turned = frame is not None and frame.get("rot", "0") != "0"
    return not turned and (preset is None or preset.get("prst") in _FULL) and node.find(f"{P}spPr/{A}custGeom") is None


@dataclass(frozen=True, slots=True)
class Thing:
    """Something filled; `whole`: it fills its box."""

    box: DrawnBox
    colors: Colors
    whole: bool


class Drawn:
    """What was drawn on a slide so far, in its order."""

    def __init__(self, base: Colors) -> None:
        self._base = base
        self._things: list[tuple[float, float, float, float, Thing]] = []

    def __len__(self) -> int:
        return len(self._things)

    def add(self, thing: Thing) -> None:
        box = thing.box
        self._things.append((box.x, box.y, box.right, box.bottom, thing))

    def under(self, box: DrawnBox) -> Colors:
        """Return every colour that words in a box may stand on."""
        found = self._base
        for thing in self._touching(box, 0):
            found = thing.colors if thing.whole and _holds(thing.box, box) else both(found, thing.colors)
        return found

    def is_hidden(self, box: DrawnBox, after: int) -> bool:
        """Tell whether things drawn after the first so many cover much of a box."""
        area = box.width * box.height or 1.0
        return any(_shared(thing.box, box) > _HIDDEN * area for thing in self._touching(box, after))

    def _touching(self, box: DrawnBox, after: int) -> Iterator[Thing]:
        """Yield the things that share something with a box; a slide may have thousands."""
        x, y, right, bottom = box.x, box.y, box.right, box.bottom
        for left, top, end, foot, thing in self._things[after:] if after else self._things:
            if left < right and x < end and top < bottom and y < foot:
                yield thing


def both(one: Colors, other: Colors) -> Colors:
    """Return the colours of two grounds, none where those of one are not known."""
    return tuple(dict.fromkeys((*one, *other))) if one and other else ()


def _holds(outer: DrawnBox, inner: DrawnBox) -> bool:
    return outer.x <= inner.x + 1 and outer.y <= inner.y + 1 and outer.right >= inner.right - 1 and outer.bottom >= inner.bottom - 1


def _shared(one: DrawnBox, other: DrawnBox) -> float:
    if one.y >= other.bottom or other.y >= one.bottom:  # most things of a slide stand above or below
        return 0.0
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(across, 0.0) * max(down, 0.0)
