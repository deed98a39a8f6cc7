"""The outline of a static shape as polygons, well enough for a coarse picture: curves become chords."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lxml import etree

from engine.brand.office_theme import child
from engine.brand.template_package import NS

Dots = tuple[float, float]
Polygon = tuple[Dots, ...]

_TURN = 60_000
_ROUND_CORNERS = 24
_PRESETS: dict[str, Polygon] = {
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "parallelogram": ((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
}
_WHOLE: Polygon = ((0, 0), (1, 0), (1, 1), (0, 1))
_ELLIPSE: Polygon = tuple(
    (0.5 + math.cos(2 * math.pi * at / _ROUND_CORNERS) / 2, 0.5 + math.sin(2 * math.pi * at / _ROUND_CORNERS) / 2)
    for at in range(_ROUND_CORNERS)
)


def outline_of(properties: etree._Element) -> Iterator[Polygon]:
    """Yield the polygons of a shape in parts of its frame (0 to 1 across and down), turned and flipped as its transform says.

    A preset that is not known is taken for its frame.
    """
    transform, custom, preset = (child(properties, name) for name in ("xfrm", "custGeom", "prstGeom"))
    name = preset.get("prst", "rect") if preset is not None else "rect"
    plain = list(_paths(custom)) if custom is not None else [_ELLIPSE if name == "ellipse" else _PRESETS.get(name, _WHOLE)]
    for polygon in plain:
        yield polygon if transform is None else _placed(polygon, transform)


def _paths(custom: etree._Element) -> Iterator[Polygon]:
    for path in custom.iterfind("a:pathLst/a:path", NS):
        width, height = float(path.get("w", "0")), float(path.get("h", "0"))
        points: list[Dots] = []
        for node in path.iter(f"{{{NS['a']}}}pt"):
            try:
                points.append((float(node.get("x", "0")) / (width or 1), float(node.get("y", "0")) / (height or 1)))
            except ValueError:
                continue  # a point may be named by a guide
        if len(points) > 2:
            yield tuple(points)


def _placed(polygon: Polygon, transform: etree._Element) -> Polygon:
    """Return a polygon after flips and rotation, still in parts of the frame that is not turned."""
    size = child(transform, "ext")
    width, height = (float(size.get(name, "1")) or 1.0 for name in ("cx", "cy")) if size is not None else (1.0, 1.0)
    across = -1 if transform.get("flipH") == "1" else 1
    down = -1 if transform.get("flipV") == "1" else 1
    angle = math.radians(int(transform.get("rot", "0")) / _TURN)
    cos, sin = math.cos(angle), math.sin(angle)
    placed: list[Dots] = []
    for x, y in polygon:
        dx, dy = (x - 0.5) * across * width, (y - 0.5) * down * height
        placed.append((0.5 + (dx * cos - dy * sin) / width, 0.5 + (dx * sin + dy * cos) / height))
    return tuple(placed)
