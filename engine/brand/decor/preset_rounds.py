"""Preset shapes with curves: rounded and cut corners, circles and parts of them, brackets (ECMA-376-1, annex D)."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.brand.decor.preset_box import LIGHTER, Box, Preset, turned
from engine.brand.decor.tracing import Traced, Tracer

Corner = tuple[str, int, bool]
"""Name and default of the adjustment that is its size, and whether it is cut and not rounded."""

_ROUND = ("adj", 16_667, False)
_STARTS = (180, 270, 0, 90)


def _corners(*corners: Corner) -> Preset:
    """Return a rectangle with these corners, from the top left clockwise."""

    def draw(box: Box) -> tuple[Traced, ...]:
        tracer = Tracer()
        for number, (name, default, cut) in enumerate(corners):
            size = box.share(name, default, 0.5) * box.short
            entry, leave = _ends(box, number, size)
            tracer = tracer.line(entry) if number else tracer.move(*entry)
            if size and not cut:
                tracer.arc(size, size, _STARTS[number], 90)
            elif size:
                tracer.line(leave)
        return (tracer.close().path(),)

    return draw


def _ends(box: Box, number: int, size: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where a corner of a size begins and ends, going clockwise."""
    w, h = box.w, box.h
    ends = (((0.0, size), (size, 0.0)), ((w - size, 0.0), (w, size)), ((w, h - size), (w - size, h)), ((size, h), (0.0, h - size)))
    return ends[number]


def ellipse(box: Box) -> tuple[Traced, ...]:
    return (Tracer().move(0, box.h / 2).arc(box.w / 2, box.h / 2, 180, 360).close().path(),)


def _plaque(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.share("adj", 16_667, 0.5) * box.short
    tracer = Tracer().move(0, x).arc(x, x, 90, -90).line((w - x, 0)).arc(x, x, 180, -90).line((w, h - x)).arc(x, x, 270, -90)
    return (tracer.line((x, h)).arc(x, x, 0, -90).close().path(),)


def _donut(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.depth("adj", 25_000, box.short / 2)
    tracer = Tracer().move(0, h / 2).arc(w / 2, h / 2, 180, 360).close()
    return (tracer.move(x, h / 2).arc(w / 2 - x, h / 2 - x, 180, -360).close().path(),)


def _on(box: Box, degrees: float, inset: float = 0.0) -> tuple[float, float]:
    """Return the point of the box's ellipse, made smaller by `inset`, that is seen at an angle."""
    wide, high, angle = box.w / 2 - inset, box.h / 2 - inset, math.radians(degrees)
    along = math.atan2(wide * math.sin(angle), high * math.cos(angle))
    return box.w / 2 + wide * math.cos(along), box.h / 2 + high * math.sin(along)


def _pie(box: Box) -> tuple[Traced, ...]:
    start, end = box.angle("adj1", 0), box.angle("adj2", 270)
    tracer = Tracer().move(*_on(box, start)).arc(box.w / 2, box.h / 2, start, _sweep(start, end))
    return (tracer.line((box.w / 2, box.h / 2)).close().path(),)


def _chord(box: Box) -> tuple[Traced, ...]:
    start, end = box.angle("adj1", 45), box.angle("adj2", 270)
    return (Tracer().move(*_on(box, start)).arc(box.w / 2, box.h / 2, start, _sweep(start, end)).close().path(),)


def _arc(box: Box) -> tuple[Traced, ...]:
    start, end = box.angle("adj1", 270), box.angle("adj2", 0)
    inside = Tracer().move(*_on(box, start)).arc(box.w / 2, box.h / 2, start, _sweep(start, end))
    rim = Tracer().move(*_on(box, start)).arc(box.w / 2, box.h / 2, start, _sweep(start, end))
    return inside.line((box.w / 2, box.h / 2)).close().path(stroked=False), rim.path(shade=None)


def _block_arc(box: Box) -> tuple[Traced, ...]:
    start, end, depth = box.angle("adj1", 180), box.angle("adj2", 0), box.depth("adj3", 25_000, box.short / 2)
    sweep = _sweep(start, end)
    tracer = Tracer().move(*_on(box, start)).arc(box.w / 2, box.h / 2, start, sweep).line(_on(box, end, depth))
    return (tracer.arc(box.w / 2 - depth, box.h / 2 - depth, end, -sweep).close().path(),)


def _sweep(start: float, end: float) -> float:
    return (end - start) % 360 or 360.0


def _teardrop(box: Box) -> tuple[Traced, ...]:
    w, h, part = box.w / 2, box.h / 2, box.share("adj", 100_000, 2)
    tip, over = (w + w * part, h - h * part), ((w + (w + w * part)) / 2, (h + (h - h * part)) / 2)
    tracer = Tracer().move(0, h).arc(w, h, 180, 90).quadratic((over[0], 0), tip).quadratic((2 * w, over[1]), (2 * w, h))
    return (tracer.arc(w, h, 0, 90).arc(w, h, 90, 90).close().path(),)


def _moon(box: Box) -> tuple[Traced, ...]:
    w, h, part = box.w, box.h, box.share("adj", 50_000, 0.875)
    return (Tracer().move(w, h).arc(w, h / 2, 90, 180).arc(w * (1 - part), h / 2, 270, -180).close().path(),)


def _heart(box: Box) -> tuple[Traced, ...]:
    w, h = box.w, box.h
    dx, top = w * 49 / 48, h / 4
    far, near = w / 2 + dx, w * 10 / 48
    tracer = Tracer().move(w / 2, top).cubic((w / 2 + near, -h / 3), (far, top), (w / 2, h))
    return (tracer.cubic((w / 2 - dx, top), (w / 2 - near, -h / 3), (w / 2, top)).close().path(),)


def _wave(box: Box) -> tuple[Traced, ...]:
    w, h, rise = box.w, box.h, box.h * box.share("adj1", 12_500, 0.2)
    shift = w * min(max(box.guides.get("adj2", 0) / 100_000, -0.1), 0.1)
    left, right, swing = max(0.0, -2 * shift), w - max(0.0, 2 * shift), rise * 10 / 3
    third = (right - left) / 3
    low_left, low_right = left + 2 * shift, right + 2 * shift
    tracer = (
        Tracer()
        .move(left, rise)
        .cubic((left + third, rise - swing), (left + 2 * third, rise + swing), (right, rise))
        .line((low_right, h - rise))
    )
    tracer.cubic((low_left + 2 * third, h - rise + swing), (low_left + third, h - rise - swing), (low_left, h - rise))
    return (tracer.close().path(),)


def _can(box: Box) -> tuple[Traced, ...]:
    w, h, y = box.w, box.h, box.depth("adj", 25_000, box.h / 2) / 2
    side = Tracer().move(0, y).arc(w / 2, y, 180, -180).line((w, h - y)).arc(w / 2, y, 0, 180).close().path()
    return side, Tracer().move(0, y).arc(w / 2, y, 180, 360).close().path(shade=LIGHTER)


def _terminator(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.w * 3475 / 21600
    return (Tracer().move(x, 0).line((w - x, 0)).arc(x, h / 2, 270, 180).line((x, h)).arc(x, h / 2, 90, 180).close().path(),)


def _delay(box: Box) -> tuple[Traced, ...]:
    w, h = box.w, box.h
    return (Tracer().move(0, 0).line((w / 2, 0)).arc(w / 2, h / 2, 270, 180).line((0, h)).close().path(),)


def _document(box: Box) -> tuple[Traced, ...]:
    w, h = box.w, box.h
    low, out, back = h * 20172 / 21600, h * 17322 / 21600, h * 23922 / 21600
    return (Tracer().move(0, 0).line((w, 0), (w, out)).cubic((w / 2, out), (w / 2, back), (0, low)).close().path(),)


def _folded(box: Box) -> tuple[Traced, ...]:
    w, h, depth = box.w, box.h, box.depth("adj", 16_667, box.short / 2)
    x, y = w - depth, h - depth
    sheet = Tracer().move(0, 0).line((w, 0), (w, y), (x, h), (0, h)).close().path()
    return sheet, Tracer().move(x, h).line((x + depth / 5, y + depth / 5), (w, y)).close().path(shade=-0.2)


def _bracket(box: Box) -> tuple[Traced, ...]:
    w, h, y = box.w, box.h, box.depth("adj", 8_333, box.h / 2)
    outline = tuple(Tracer().move(w, h).arc(w, y, 90, 90).line((0, y)).arc(w, y, 180, 90).steps)
    return Traced((*outline, ("h", ())), stroked=False), Traced(outline, None)


def _brace(box: Box) -> tuple[Traced, ...]:
    w, h, depth = box.w / 2, box.h, box.depth("adj1", 8_333, box.h / 4)
    middle = h * box.share("adj2", 50_000, 1)
    tracer = Tracer().move(2 * w, h).arc(w, depth, 90, 90).line((w, middle + depth)).arc(w, depth, 0, -90).arc(w, depth, 90, -90)
    outline = tuple(tracer.line((w, depth)).arc(w, depth, 180, 90).steps)
    return Traced((*outline, ("h", ())), stroked=False), Traced(outline, None)


def _bracket_pair(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.share("adj", 16_667, 0.5) * box.short
    left = Tracer().move(x, h).arc(x, x, 90, 90).line((0, x)).arc(x, x, 180, 90).path(shade=None)
    right = Tracer().move(w - x, 0).arc(x, x, 270, 90).line((w, h - x)).arc(x, x, 0, 90).path(shade=None)
    (inside,) = _corners(_ROUND, _ROUND, _ROUND, _ROUND)(box)
    return Traced(inside.outline, stroked=False), left, right


def _curved(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.guides.get("adj1", 50_000) / 100_000 * box.w
    tracer = Tracer().move(0, 0).cubic((x / 2, 0), (x, h / 4), (x, h / 2)).cubic((x, h * 3 / 4), ((x + w) / 2, h), (w, h))
    return (tracer.path(shade=None),)


ROUNDS: Mapping[str, Preset] = {
    "ellipse": ellipse,
    "flowChartConnector": ellipse,
    "roundRect": _corners(_ROUND, _ROUND, _ROUND, _ROUND),
    "flowChartAlternateProcess": _corners(*(("", 16_667, False),) * 4),
    "round1Rect": _corners(("", 0, False), ("adj", 16_667, False), ("", 0, False), ("", 0, False)),
    "round2SameRect": _corners(("adj1", 16_667, False), ("adj1", 16_667, False), ("adj2", 0, False), ("adj2", 0, False)),
    "round2DiagRect": _corners(("adj1", 16_667, False), ("adj2", 0, False), ("adj1", 16_667, False), ("adj2", 0, False)),
    "snip1Rect": _corners(("", 0, True), ("adj", 16_667, True), ("", 0, True), ("", 0, True)),
    "snip2SameRect": _corners(("adj1", 16_667, True), ("adj1", 16_667, True), ("adj2", 0, True), ("adj2", 0, True)),
    "snip2DiagRect": _corners(("adj1", 0, True), ("adj2", 16_667, True), ("adj1", 0, True), ("adj2", 16_667, True)),
    "snipRoundRect": _corners(("adj1", 16_667, False), ("adj2", 16_667, True), ("", 0, True), ("", 0, True)),
    "plaque": _plaque,
    "donut": _donut,
    "pie": _pie,
    "chord": _chord,
    "arc": _arc,
    "blockArc": _block_arc,
    "teardrop": _teardrop,
    "moon": _moon,
    "heart": _heart,
    "wave": _wave,
    "can": _can,
    "flowChartTerminator": _terminator,
    "flowChartDelay": _delay,
    "flowChartDocument": _document,
    "foldedCorner": _folded,
    "leftBracket": _bracket,
    "rightBracket": turned(_bracket, across=True),
    "bracketPair": _bracket_pair,
    "leftBrace": _brace,
    "rightBrace": turned(_brace, across=True),
    "curvedConnector3": _curved,
}
