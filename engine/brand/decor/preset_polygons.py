"""Preset shapes with straight edges: polygons, stars, arrows, frames (ECMA-376-1, annex D)."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.brand.decor.preset_box import DARKER, LIGHTER, Box, Point, Preset, closed, opened, relative, turned
from engine.brand.decor.tracing import Traced, Tracer


def rectangle(box: Box) -> tuple[Traced, ...]:
    return closed((0, 0), (box.w, 0), (box.w, box.h), (0, box.h))


def _triangle(box: Box) -> tuple[Traced, ...]:
    return closed((0, box.h), (box.w * box.share("adj", 50_000, 1), 0), (box.w, box.h))


def _parallelogram(box: Box) -> tuple[Traced, ...]:
    x = box.depth("adj", 25_000, box.w)
    return closed((0, box.h), (x, 0), (box.w, 0), (box.w - x, box.h))


def _trapezoid(box: Box) -> tuple[Traced, ...]:
    x = box.depth("adj", 25_000, box.w / 2)
    return closed((0, box.h), (x, 0), (box.w - x, 0), (box.w, box.h))


def _pentagon(box: Box) -> tuple[Traced, ...]:
    return closed(*_around(box, 5, wide=1.05146, high=1.10557))


def _hexagon(box: Box) -> tuple[Traced, ...]:
    x, rise = box.depth("adj", 25_000, box.w / 2), box.h / 2 * box.share("vf", 115_470) * math.sin(math.pi / 3)
    top, middle, bottom = box.h / 2 - rise, box.h / 2, box.h / 2 + rise
    return closed((0, middle), (x, top), (box.w - x, top), (box.w, middle), (box.w - x, bottom), (x, bottom))


def _octagon(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.depth("adj", 29_289, box.short / 2)
    return closed((0, x), (x, 0), (w - x, 0), (w, x), (w, h - x), (w - x, h), (x, h), (0, h - x))


def _around(box: Box, count: int, *, wide: float = 1.0, high: float = 1.0, part: float = 1.0, turn: float = 0.0) -> list[Point]:
    """Return points around an ellipse that holds the box's middle, the first `turn` degrees from the top."""
    middle = box.h / 2 * high
    angles = (math.radians(turn - 90 + 360 * number / count) for number in range(count))
    return [(box.w / 2 * (1 + wide * part * math.cos(angle)), middle + box.h / 2 * high * part * math.sin(angle)) for angle in angles]


def _star(count: int, default: int, wide: float = 1.0, high: float = 1.0) -> Preset:
    def draw(box: Box) -> tuple[Traced, ...]:
        inside = box.share("adj", default, 0.5) * 2
        outer = _around(box, count, wide=wide, high=high)
        inner = _around(box, count, wide=wide, high=high, part=inside, turn=180 / count)
        return closed(*(point for pair in zip(outer, inner, strict=True) for point in pair))

    return draw


def _chevron(box: Box) -> tuple[Traced, ...]:
    x, middle = box.depth("adj", 50_000, box.w), box.h / 2
    return closed((0, 0), (box.w - x, 0), (box.w, middle), (box.w - x, box.h), (0, box.h), (x, middle))


def _home_plate(box: Box) -> tuple[Traced, ...]:
    x = box.depth("adj", 50_000, box.w)
    return closed((0, 0), (box.w - x, 0), (box.w, box.h / 2), (box.w - x, box.h), (0, box.h))


def _arrow(box: Box) -> tuple[Traced, ...]:
    return closed(*_shaft(box), (0.0, box.h / 2 + box.h / 2 * box.share("adj1", 50_000, 1)))


def _notched(box: Box) -> tuple[Traced, ...]:
    half = box.h / 2 * box.share("adj1", 50_000, 1)
    notch = half * box.depth("adj2", 50_000, box.w) / (box.h / 2) if box.h else 0.0
    return closed(*_shaft(box), (0.0, box.h / 2 + half), (notch, box.h / 2))


def _shaft(box: Box) -> tuple[Point, ...]:
    """Return the points of an arrow to the right from its top left corner to below its head."""
    half, neck, middle = box.h / 2 * box.share("adj1", 50_000, 1), box.w - box.depth("adj2", 50_000, box.w), box.h / 2
    return (0.0, middle - half), (neck, middle - half), (neck, 0.0), (box.w, middle), (neck, box.h), (neck, middle + half)


def _two_way(box: Box) -> tuple[Traced, ...]:
    half, head, middle = box.h / 2 * box.share("adj1", 50_000, 1), box.depth("adj2", 50_000, box.w / 2), box.h / 2
    neck, top, bottom = box.w - head, middle - half, middle + half
    upper = ((0.0, middle), (head, 0.0), (head, top), (neck, top), (neck, 0.0), (box.w, middle))
    return closed(*upper, (neck, box.h), (neck, bottom), (head, bottom), (head, box.h))


def _plus(box: Box) -> tuple[Traced, ...]:
    x = box.depth("adj", 25_000, box.short / 2)
    return _cross(box, (0, x, box.w - x, box.w), (0, x, box.h - x, box.h))


def _math_plus(box: Box) -> tuple[Traced, ...]:
    half, wide, high = box.share("adj1", 23_520, 0.7349) * box.short / 2, box.w * 0.36745, box.h * 0.36745
    x, y = box.w / 2, box.h / 2
    return _cross(box, (x - wide, x - half, x + half, x + wide), (y - high, y - half, y + half, y + high))


def _cross(_box: Box, across: tuple[float, ...], down: tuple[float, ...]) -> tuple[Traced, ...]:
    a, b, c, d = across
    e, f, g, h = down
    return closed((a, f), (b, f), (b, e), (c, e), (c, f), (d, f), (d, g), (c, g), (c, h), (b, h), (b, g), (a, g))


def _math_minus(box: Box) -> tuple[Traced, ...]:
    half, wide = box.share("adj1", 23_520, 1) * box.h / 2, box.w * 0.36745
    left, right, middle = box.w / 2 - wide, box.w / 2 + wide, box.h / 2
    return closed((left, middle - half), (right, middle - half), (right, middle + half), (left, middle + half))


def _frame(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.depth("adj1", 12_500, box.short / 2)
    tracer = Tracer().move(0, 0).line((w, 0), (w, h), (0, h)).close()
    return (tracer.move(x, x).line((x, h - x), (w - x, h - x), (w - x, x)).close().path(),)


def _half_frame(box: Box) -> tuple[Traced, ...]:
    w, h = box.w, box.h
    x = box.depth("adj2", 33_333, w)
    y = box.depth("adj1", 33_333, h - h * x / w if w else h)
    return closed((0, 0), (w, 0), (w - (y * w / h if h else 0), y), (x, y), (x, h - (x * h / w if w else 0)), (0, h))


def _corner(box: Box) -> tuple[Traced, ...]:
    x, y = box.depth("adj2", 50_000, box.w), box.h - box.depth("adj1", 50_000, box.h)
    return closed((0, 0), (x, 0), (x, y), (box.w, y), (box.w, box.h), (0, box.h))


def _stripe(box: Box) -> tuple[Traced, ...]:
    part = box.share("adj", 50_000, 1)
    return closed((0, box.h * part), (box.w * part, 0), (box.w, 0), (0, box.h))


def _cube(box: Box) -> tuple[Traced, ...]:
    w, h, y = box.w, box.h, box.depth("adj", 25_000, box.short)
    front = Tracer().move(0, y).line((w - y, y), (w - y, h), (0, h)).close().path()
    top = Tracer().move(0, y).line((y, 0), (w, 0), (w - y, y)).close().path(shade=LIGHTER)
    side = Tracer().move(w - y, y).line((w, 0), (w, h - y), (w - y, h)).close().path(shade=DARKER)
    return front, top, side


def _bevel(box: Box) -> tuple[Traced, ...]:
    w, h, x = box.w, box.h, box.depth("adj", 12_500, box.short / 2)
    sides = (
        (((0, 0), (w, 0), (w - x, x), (x, x)), 0.2),
        (((0, h), (x, h - x), (w - x, h - x), (w, h)), -0.2),
        (((0, 0), (x, x), (x, h - x), (0, h)), 0.4),
        (((w, 0), (w, h), (w - x, h - x), (w - x, x)), -0.4),
    )
    inner = Tracer().move(x, x).line((w - x, x), (w - x, h - x), (x, h - x)).close().path()
    return inner, *(Tracer().move(*points[0]).line(*points[1:]).close().path(shade=shade) for points, shade in sides)


def _elbow(box: Box) -> tuple[Traced, ...]:
    x = box.guides.get("adj1", 50_000) / 100_000 * box.w
    return opened((0, 0), (x, 0), (x, box.h), (box.w, box.h))


_DIAMOND = relative((0, 0.5), (0.5, 0), (1, 0.5), (0.5, 1))
_BOLT = ((8472, 0), (12860, 6080), (11050, 6797), (16577, 12007), (14767, 12877), (21600, 21600))
_BOLT_BACK = ((10012, 14915), (12222, 13987), (5022, 9705), (7602, 8382), (0, 3890))
_NEAR, _FAR = 2894 / 21600, 7906 / 21600

POLYGONS: Mapping[str, Preset] = {
    "rect": rectangle,
    "flowChartProcess": rectangle,
    "triangle": _triangle,
    "flowChartExtract": _triangle,
    "flowChartMerge": relative((0, 0), (1, 0), (0.5, 1)),
    "rtTriangle": relative((0, 1), (0, 0), (1, 1)),
    "diamond": _DIAMOND,
    "flowChartDecision": _DIAMOND,
    "parallelogram": _parallelogram,
    "flowChartInputOutput": relative((0, 1), (0.2, 0), (1, 0), (0.8, 1)),
    "trapezoid": _trapezoid,
    "flowChartManualOperation": relative((0, 0), (1, 0), (0.8, 1), (0.2, 1)),
    "flowChartManualInput": relative((0, 0.2), (1, 0), (1, 1), (0, 1)),
    "flowChartPreparation": relative((0, 0.5), (0.2, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0.2, 1)),
    "flowChartOffpageConnector": relative((0, 0), (1, 0), (1, 0.8), (0.5, 1), (0, 0.8)),
    "flowChartPunchedCard": relative((0, 0.2), (0.2, 0), (1, 0), (1, 1), (0, 1)),
    "pentagon": _pentagon,
    "hexagon": _hexagon,
    "heptagon": lambda box: closed(*_around(box, 7, wide=1.02572, high=1.05210)),
    "octagon": _octagon,
    "decagon": lambda box: closed(*((x, box.h / 2 + (y - box.h / 2) * 1.05146) for x, y in _around(box, 10, turn=18))),
    "dodecagon": relative(
        *((0, _FAR), (_NEAR, _NEAR), (_FAR, 0), (1 - _FAR, 0), (1 - _NEAR, _NEAR), (1, _FAR)),
        *((1, 1 - _FAR), (1 - _NEAR, 1 - _NEAR), (1 - _FAR, 1), (_FAR, 1), (_NEAR, 1 - _NEAR), (0, 1 - _FAR)),
    ),
    "star4": _star(4, 12_500),
    "star5": _star(5, 19_098, 1.05146, 1.10557),
    "star6": _star(6, 28_868, 1.15470),
    "star7": _star(7, 34_601, 1.02572, 1.05210),
    "star8": _star(8, 37_500),
    "star10": _star(10, 42_533, 1.05146),
    "star12": _star(12, 37_500),
    "star16": _star(16, 37_500),
    "star24": _star(24, 37_500),
    "star32": _star(32, 37_500),
    "chevron": _chevron,
    "homePlate": _home_plate,
    "rightArrow": _arrow,
    "leftArrow": turned(_arrow, across=True),
    "downArrow": turned(_arrow, aside=True),
    "upArrow": turned(_arrow, aside=True, down=True),
    "notchedRightArrow": _notched,
    "leftRightArrow": _two_way,
    "upDownArrow": turned(_two_way, aside=True),
    "plus": _plus,
    "mathPlus": _math_plus,
    "mathMinus": _math_minus,
    "frame": _frame,
    "halfFrame": _half_frame,
    "corner": _corner,
    "diagStripe": _stripe,
    "cube": _cube,
    "bevel": _bevel,
    "lightningBolt": relative(*((x / 21600, y / 21600) for x, y in (*_BOLT, *_BOLT_BACK))),
    "line": lambda box: opened((0, 0), (box.w, box.h)),
    "straightConnector1": lambda box: opened((0, 0), (box.w, box.h)),
    "bentConnector2": lambda box: opened((0, 0), (box.w, 0), (box.w, box.h)),
    "bentConnector3": _elbow,
}
