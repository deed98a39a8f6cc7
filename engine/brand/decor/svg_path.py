"""The path language of SVG (SVG 1.1, 8.3): all its commands, relative ones and arcs too, as an outline."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from engine.brand.decor.placement import moved
from engine.brand.decor.tracing import Tracer
from engine.model.decor import Outline

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_OPERANDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = re.compile(r"[01]")
Point = tuple[float, float]


def path_outline(commands: str) -> Outline:
    """Return the steps of a path. Raises ValueError for what is none."""
    tracer, at, start, control, before = Tracer(), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), ""
    for command, values in _commands(commands):
        name, relative = command.upper(), command.islower()
        points = _points(name, values, at if relative else (0.0, 0.0))
        match name:
            case "M":
                tracer.move(*points[0])
                start = points[0]
            case "L":
                tracer.line(points[0])
            case "H":
                points = ((values[0] + (at[0] if relative else 0.0), at[1]),)
                tracer.line(points[0])
            case "V":
                points = ((at[0], values[0] + (at[1] if relative else 0.0)),)
                tracer.line(points[0])
            case "C":
                tracer.cubic(*points)
            case "S":
                first = _mirrored(control, at) if before in "CS" and before else at
                tracer.cubic(first, *points)
            case "Q" | "T":
                middle = points[0] if name == "Q" else _mirrored(control, at) if before in "QT" and before else at
                tracer.quadratic(middle, points[-1])
                points = (middle, points[-1])
            case "A":
                _arc(tracer, at, points[0], values)
            case _:
                tracer.close()
                points = (start,)
        control = points[-2] if len(points) > 1 else points[-1]
        at, before = points[-1], name
    return tuple(tracer.steps)


def _commands(text: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    tokens = _TOKEN.findall(_spread_flags(text))
    index, command = 0, ""
    while index < len(tokens):
        if tokens[index].isalpha():
            command, index = tokens[index], index + 1
        count = _OPERANDS.get(command.upper(), -1)
        values = tokens[index : index + count] if count >= 0 else []
        if count < 0 or len(values) < count or (count == 0 and index < len(tokens) and not tokens[index].isalpha()):
            raise ValueError(text[:40])
        yield command, tuple(map(float, values))
        index += count
        command = {"M": "L", "m": "l"}.get(command, command)


def _spread_flags(text: str) -> str:
    """Return the path with room between the flags of arcs, which may stand without any: `a1 1 0 01.5.5`."""
    return re.sub(
        r"([aA])([^a-zA-Z]*)",
        lambda found: found[1] + re.sub(r"((?:[-+]?[\d.]+(?:e[-+]?\d+)?[\s,]*){3}?)([01])[\s,]*([01])", r"\1 \2 \3 ", found[2]),
        text,
    ) if _needs_room(text) else text  # fmt: skip


def _needs_room(text: str) -> bool:
    arcs = re.findall(r"[aA]([^a-zA-Z]*)", text)
    return any(len(_TOKEN.findall(arc)) % 7 for arc in arcs)


def _points(name: str, values: tuple[float, ...], origin: Point) -> tuple[Point, ...]:
    if name in "HVZ":
        return ()
    pairs = values[5:] if name == "A" else values
    return tuple((pairs[index] + origin[0], pairs[index + 1] + origin[1]) for index in range(0, len(pairs), 2))


def _mirrored(control: Point, at: Point) -> Point:
    return 2 * at[0] - control[0], 2 * at[1] - control[1]


def _arc(tracer: Tracer, start: Point, end: Point, values: tuple[float, ...]) -> None:
    """Draw an arc by its end points (SVG 1.1, F.6.5): turned so that the axes of its ellipse lie straight."""
    wide, high, turn, large, clockwise = abs(values[0]), abs(values[1]), math.radians(values[2]), values[3] != 0, values[4] != 0
    if not wide or not high or start == end:
        tracer.line(end)
        return
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = math.sqrt(max(1.0, (x / wide) ** 2 + (y / high) ** 2))
    wide, high = wide * grow, high * grow
    rest = max(0.0, (wide * high) ** 2 - (wide * y) ** 2 - (high * x) ** 2) / ((wide * y) ** 2 + (high * x) ** 2)
    away = math.sqrt(rest) * (-1 if large == clockwise else 1)
    cx, cy = away * wide * y / high, -away * high * x / wide
    begin = math.atan2((y - cy) / high, (x - cx) / wide)
    sweep = math.atan2((-y - cy) / high, (-x - cx) / wide) - begin
    sweep = sweep % (2 * math.pi) if clockwise else -((-sweep) % (2 * math.pi))
    centre = cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2
    unit = Tracer().move(math.cos(begin), math.sin(begin)).arc(1, 1, math.degrees(begin), math.degrees(sweep))
    matrix = (cos * wide, sin * wide, -sin * high, cos * high, *centre)
    for _, points in moved(tuple(unit.steps[1:]), matrix):
        tracer.cubic(*((points[index], points[index + 1]) for index in range(0, len(points), 2)))
