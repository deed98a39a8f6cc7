"""The outlines of shapes as paths in points, y downwards, each closed path running clockwise."""

from __future__ import annotations

from typing import assert_never

from engine.model.deck import Geometry, Line, Polygon, Shape
from engine.model.decor import Outline

ARC = 0.5522847498  # control points at this part of the radius make a Bézier curve a quarter circle (error below 0.03 %)


def polygon(*points: tuple[float, float]) -> Outline:
    """Return a closed path, turned clockwise so that merged paths never cancel each other."""
    turn = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True))
    ordered = points if turn >= 0 else tuple(reversed(points))
    return (("m", ordered[0]), *(("l", point) for point in ordered[1:]), ("h", ()))


def round_rect(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    r = min(radius, width / 2, height / 2)
    k = r * (1 - ARC)
    right, bottom = x + width, y + height
    return (
        ("m", (x + r, y)),
        ("l", (right - r, y)),
        ("c", (right - k, y, right, y + k, right, y + r)),
        ("l", (right, bottom - r)),
        ("c", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("l", (x + r, bottom)),
        ("c", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("l", (x, y + r)),
        ("c", (x, y + k, x + k, y, x + r, y)),
        ("h", ()),
    )


def ellipse(x: float, y: float, width: float, height: float) -> Outline:
    rx, ry = width / 2, height / 2
    cx, cy, kx, ky = x + rx, y + ry, rx * ARC, ry * ARC
    right, bottom = x + width, y + height
    return (
        ("m", (cx, y)),
        ("c", (cx + kx, y, right, cy - ky, right, cy)),
        ("c", (right, cy + ky, cx + kx, bottom, cx, bottom)),
        ("c", (cx - kx, bottom, x, cy + ky, x, cy)),
        ("c", (x, cy - ky, cx - kx, y, cx, y)),
        ("h", ()),
    )


def shape_outline(shape: Shape) -> Outline:
    """Return the outline of a preset shape as DrawingML defines it; `shape.radius` is its one adjustment."""
    frame = shape.frame
    x, y, width, height = frame.x.points, frame.y.points, frame.width.points, frame.height.points
    right, bottom, middle, centre = x + width, y + height, y + height / 2, x + width / 2
    depth = shape.radius.points
    match shape.geometry:
        case Geometry.RECT:
            return polygon((x, y), (right, y), (right, bottom), (x, bottom))
        case Geometry.ROUND_RECT:
            return round_rect(x, y, width, height, depth)
        case Geometry.OVAL:
            return ellipse(x, y, width, height)
        case Geometry.DIAMOND:
            return polygon((centre, y), (right, middle), (centre, bottom), (x, middle))
        case Geometry.TRIANGLE:
            return polygon((centre, y), (right, bottom), (x, bottom))
        case Geometry.TRIANGLE_DOWN:
            return polygon((x, y), (right, y), (centre, bottom))
        case Geometry.CHEVRON:
            return polygon((x, y), (right - depth, y), (right, middle), (right - depth, bottom), (x, bottom), (x + depth, middle))
        case Geometry.HOME_PLATE:
            return polygon((x, y), (right - depth, y), (right, middle), (right - depth, bottom), (x, bottom))
        case Geometry.PARALLELOGRAM:
            return polygon((x + depth, y), (right, y), (right - depth, bottom), (x, bottom))
        case _:
            assert_never(shape.geometry)


def polygon_outline(shape: Polygon) -> Outline:
    return polygon(*((point.x.points, point.y.points) for point in shape.points))


def line_outline(line: Line) -> Outline:
    return (("m", (line.start.x.points, line.start.y.points)), ("l", (line.end.x.points, line.end.y.points)))
