"""Outlines with their fills, as elements on the page: gradients in place, pictures cropped and tiled."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from engine.base.records import replace
from engine.base.units import Rect
from engine.brand.decor.fills import Blend, Edges, Fill, PictureFill, Tile
from engine.brand.decor.picture_kinds import cannot_be_drawn, points_of
from engine.brand.decor.placement import Placed, around, moved, then
from engine.brand.decor.sheet import Sheet
from engine.brand.decor.tracing import Traced
from engine.model.decor import Decor, Flat, Gradient, Matrix, Outline, Path, Pen, PlacedPicture, Stop
from engine.model.theme import Color

_STEPS = 64
_MOST_TILES = 2_000
_ALIGNED = {"l": 0.0, "r": 1.0, "t": 0.0, "b": 1.0}


def painted(name: str, traces: Sequence[Traced], placed: Placed, look: tuple[Fill | None, Pen | None], sheet: Sheet) -> Iterator[Decor]:
    """Yield a shape as it is drawn: path by path its fill, and upon them its lines."""
    fill, pen = look
    for each in traces:
        outline = (moved(each.outline, placed.matrix),)
        if each.shade is not None and fill is not None:
            yield from _filled(name, outline, placed, shaded(fill, each.shade), sheet)
    if pen is not None:
        outlines = tuple(moved(each.outline, placed.matrix) for each in traces if each.stroked)
        if outlines:
            yield Path(name, outlines, placed.frame, None, pen)


def _filled(name: str, outlines: tuple[Outline, ...], placed: Placed, fill: Fill, sheet: Sheet) -> Iterator[Decor]:
    match fill:
        case Flat():
            yield Path(name, outlines, placed.frame, fill)
        case Blend():
            if fill.path in {"rect", "shape"}:
                yield from _nested(name, outlines, placed, fill)
            else:
                yield Path(name, outlines, placed.frame, gradient(fill, placed))
        case PictureFill():
            yield from _pictured(name, outlines, placed, fill, sheet)


def shaded(fill: Fill, shade: float) -> Fill:
    """Return a fill that is lighter (above 0: so far towards white) or darker (below 0: towards black); pictures stay as they are."""
    if not shade or isinstance(fill, PictureFill):
        return fill
    if isinstance(fill, Flat):
        return Flat(_mixed(fill.color, shade), fill.opacity)
    return replace(fill, stops=tuple(Stop(stop.at, _mixed(stop.color, shade), stop.opacity) for stop in fill.stops))


def _mixed(color: Color, shade: float) -> Color:
    ground = 255 if shade > 0 else 0
    parts = (int(color.hex[at : at + 2], 16) for at in (0, 2, 4))
    return Color("".join(f"{round(part + (ground - part) * abs(shade)):02X}" for part in parts))


def gradient(blend: Blend, placed: Placed) -> Gradient:
    """Return a gradient along an angle, or from a point to a circle, in place.

    Along an angle it reaches from corner to corner; where it is `scaled` the angle is that in a square, stretched with the shape.
    """
    w, h = placed.width, placed.height
    base = placed.matrix
    if blend.upright and placed.degrees:
        frame = placed.frame
        w, h, base = frame.width.points, frame.height.points, (1.0, 0.0, 0.0, 1.0, frame.x.points, frame.y.points)
    if blend.path is not None:
        (x, y), reach = _focus(blend, w, h)
        return Gradient(blend.stops, then((reach, 0.0, 0.0, reach, x, y), base), radial=True)
    if blend.scaled:
        return Gradient(blend.stops, then(then(_along(blend.angle, 1.0, 1.0), (w, 0.0, 0.0, h, 0.0, 0.0)), base))
    return Gradient(blend.stops, then(_along(blend.angle, w, h), base))


def _along(degrees: float, w: float, h: float) -> Matrix:
    angle = math.radians(degrees)
    across, down = round(math.cos(angle), 12), round(math.sin(angle), 12)
    length = abs(w * across) + abs(h * down)
    start = w / 2 - across * length / 2, h / 2 - down * length / 2
    return across * length, down * length, -down * length, across * length, *start


def _focus(blend: Blend, w: float, h: float) -> tuple[tuple[float, float], float]:
    """Return where the first colour of a round gradient lies, and how far the last is from it: the farthest corner of its tile."""
    left, top, right, bottom = blend.to
    x, y = w * (left + 1 - right) / 2, h * (top + 1 - bottom) / 2
    tile_left, tile_top, tile_right, tile_bottom = blend.tile
    corners = [(cx, cy) for cx in (w * tile_left, w * (1 - tile_right)) for cy in (h * tile_top, h * (1 - tile_bottom))]
    return (x, y), max(math.dist((x, y), corner) for corner in corners) or 1.0


def _nested(name: str, outlines: tuple[Outline, ...], placed: Placed, blend: Blend) -> Iterator[Path]:
    """Yield a gradient of nested boxes in steps, from the outermost, which covers all: PDF has no such gradient."""
    w, h = placed.width, placed.height
    outer, inner = _edges_of(blend.tile, w, h), _edges_of(blend.to, w, h)
    faint = any(stop.opacity < 1 for stop in blend.stops)
    boxes = [_between(inner, outer, step / _STEPS, placed) for step in range(_STEPS + 1)]
    if not faint:
        yield Path(name, outlines, placed.frame, Flat(blend.stops[-1].color))
    for step in range(_STEPS, 0, -1):
        seen = (boxes[step], boxes[step - 1]) if faint else (boxes[step],)  # what lets through is drawn as rings, or it would add up
        yield Path(name, seen, placed.frame, color_at(blend.stops, (step - 0.5) / _STEPS), clip=outlines)


def _between(inner: Edges, outer: Edges, part: float, placed: Placed) -> Outline:
    left, top, right, bottom = (to + (end - to) * part for to, end in zip(inner, outer, strict=True))
    return moved(_box(left, top, right, bottom), placed.matrix)


def _box(left: float, top: float, right: float, bottom: float) -> Outline:
    return ("m", (left, top)), ("l", (right, top)), ("l", (right, bottom)), ("l", (left, bottom)), ("h", ())


def _edges_of(edges: Edges, w: float, h: float) -> Edges:
    left, top, right, bottom = edges
    return w * left, h * top, w * (1 - right), h * (1 - bottom)


def color_at(stops: Sequence[Stop], at: float) -> Flat:
    """Return the colour of a gradient at a place between 0 and 1."""
    below = [stop for stop in stops if stop.at <= at] or [stops[0]]
    above = [stop for stop in stops if stop.at > at] or [stops[-1]]
    one, other = below[-1], above[0]
    part = min(max((at - one.at) / (other.at - one.at), 0.0), 1.0) if other.at > one.at else 0.0
    pairs = ((int(one.color.hex[index : index + 2], 16), int(other.color.hex[index : index + 2], 16)) for index in (0, 2, 4))
    mixed = Color("".join(f"{round(first + (second - first) * part):02X}" for first, second in pairs))
    return Flat(mixed, one.opacity + (other.opacity - one.opacity) * part)


def _pictured(name: str, outlines: tuple[Outline, ...], placed: Placed, fill: PictureFill, sheet: Sheet) -> Iterator[Path | PlacedPicture]:
    if not fill.shapes and (why := cannot_be_drawn(fill.blob)) is not None:
        sheet.skip(name, why.zh, why.en)
        return
    if fill.tile is not None and not fill.shapes:
        yield from _tiled(name, outlines, placed, (fill, fill.tile), sheet)
        return
    left, top, right, bottom = _edges_of(fill.inset, placed.width, placed.height)
    clip = outlines
    if max(fill.inset) > 0:
        clip = (moved(_box(left, top, right, bottom), placed.matrix),)
    seen = _whole(fill.crop, (left, top, right, bottom))
    whole = then(seen, placed.matrix)
    if fill.shapes:
        yield from _outlined(name, fill, whole, (clip, placed.frame))
    else:
        yield PlacedPicture(name, fill.blob, whole, clip, placed.frame, fill.opacity)


def _outlined(name: str, fill: PictureFill, whole: Matrix, window: tuple[tuple[Outline, ...], Rect]) -> Iterator[Path]:
    """Yield the outlines of a drawing where a picture would lie; its lines are as wide as it is large."""
    clip, frame = window
    a, b, c, d, _, _ = whole
    scale = abs(a * d - b * c) ** 0.5
    for shape in fill.shapes:
        paint = None if shape.fill is None else Flat(shape.fill.color, shape.fill.opacity * fill.opacity)
        pen = None if shape.pen is None else replace(shape.pen, width=shape.pen.width * scale, opacity=shape.pen.opacity * fill.opacity)
        yield Path(name, (moved(shape.outline, whole),), frame, paint, pen, clip, shape.winding)


def _whole(crop: Edges, seen: Edges) -> Matrix:
    """Return where the whole picture lies of which a part fills a box."""
    left, top, right, bottom = seen
    wide = (right - left) / max(1 - crop[0] - crop[2], 1e-6)
    high = (bottom - top) / max(1 - crop[1] - crop[3], 1e-6)
    return wide, 0.0, 0.0, high, left - crop[0] * wide, top - crop[1] * high


def _tiled(
    name: str, outlines: tuple[Outline, ...], placed: Placed, tiling: tuple[PictureFill, Tile], sheet: Sheet
) -> Iterator[PlacedPicture]:
    fill, tile = tiling
    size = points_of(fill.blob)
    wide, high = (0.0, 0.0) if size is None else (size[0] * tile.across, size[1] * tile.down)
    columns, rows = (math.ceil(placed.width / wide) + 1, math.ceil(placed.height / high) + 1) if wide > 0 and high > 0 else (0, 0)
    if not 0 < columns * rows <= _MOST_TILES:
        sheet.skip(name, "平铺的图片过小或大小不明", "its tiled picture is too small, or of unknown size")
        return
    along = next((_ALIGNED[letter] for letter in reversed(tile.align) if letter in "lr" and tile.align != "ctr"), 0.5)
    down = next((_ALIGNED[letter] for letter in tile.align if letter in "tb" and tile.align != "ctr"), 0.5)
    left = (placed.width - wide) * along + tile.x
    top = (placed.height - high) * down + tile.y
    left, top = left - math.ceil(left / wide) * wide, top - math.ceil(top / high) * high
    for row in range(rows + 1):
        for column in range(columns + 1):
            x, y = left + column * wide, top + row * high
            if x < placed.width and y < placed.height:
                matrix = then((wide, 0.0, 0.0, high, x, y), placed.matrix)
                yield PlacedPicture(name, fill.blob, matrix, outlines, around(matrix, 1.0, 1.0), fill.opacity)
