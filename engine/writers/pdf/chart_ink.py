"""The drawing of a chart as painted outlines and words.

A chart comes as SVG written by `engine.charts.svg`: rectangles, circles, paths and one-line texts with plain attributes. Reading exactly
that takes a hundredth of the time of a full SVG renderer, and leaves the words as text that can be set in one go.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from engine.model.decor import Outline, Pen, Step
from engine.model.theme import Color
from engine.writers.pdf.marks import Ink, Words
from engine.writers.pdf.outline import ellipse, polygon

SVG: Final = "{http://www.w3.org/2000/svg}"
_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
_OPERANDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


def chart_marks(svg: str) -> tuple[tuple[float, float], tuple[Ink | Words, ...]]:
    """Return the size in points and the marks in drawing order."""
    root = ET.fromstring(svg)  # noqa: S314  written a moment ago by our own charts
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    return (width, height), tuple(_marks(root, root.attrib.get("font-family", "")))


def _marks(root: ET.Element, family: str) -> Iterator[Ink | Words]:
    for node in root:
        if node.tag == f"{SVG}text":
            yield _words(node, family)
        else:
            yield _ink(_outlines(node), node.attrib)


def _words(node: ET.Element, family: str) -> Words:
    look = node.attrib
    return Words(
        node.text or "",
        float(look["x"]),
        float(look["y"]),
        float(look["font-size"]),
        _color(look["fill"]),
        look.get("font-weight") == "bold",
        look.get("text-anchor", "start"),
        look.get("font-family", family),
    )


def _ink(outlines: tuple[Outline, ...], look: Mapping[str, str]) -> Ink:
    fill = look.get("fill", "none")
    return Ink(outlines, None if fill == "none" else _color(fill), _pen(look), float(look.get("fill-opacity", "1")))


def _pen(look: Mapping[str, str]) -> Pen | None:
    stroke = look.get("stroke", "none")
    if stroke == "none":
        return None
    dash = tuple(float(part) for part in look.get("stroke-dasharray", "").replace(",", " ").split())
    return Pen(_color(stroke), float(look.get("stroke-width", "1")), dash, look.get("stroke-linejoin", "miter"))


def _color(value: str) -> Color:
    return Color(value.removeprefix("#"))


def _outlines(node: ET.Element) -> tuple[Outline, ...]:
    look = node.attrib
    match node.tag.removeprefix(SVG):
        case "rect":
            x, y, width, height = (float(look[key]) for key in ("x", "y", "width", "height"))
            return (polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height)),)
        case "circle":
            x, y, r = (float(look[key]) for key in ("cx", "cy", "r"))
            return (ellipse(x - r, y - r, 2 * r, 2 * r),)
        case "path":
            return (path_outline(look["d"]),)
        case other:
            raise AssertionError(f"charts draw no <{other}>")


def path_outline(commands: str) -> Outline:
    """Return the steps of an SVG path of absolute commands (M L H V C A Z); an arc is that of a circle."""
    tokens = _TOKEN.findall(commands)
    steps: list[Step] = []
    x = y = start_x = start_y = 0.0
    at, command = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        count = _OPERANDS[command]
        values = [float(token) for token in tokens[at : at + count]]
        at += count
        match command:
            case "Z":
                steps.append(("h", ()))
                x, y = start_x, start_y
            case "H" | "V":
                x, y = (values[0], y) if command == "H" else (x, values[0])
                steps.append(("l", (x, y)))
            case "A":
                steps += arc_steps((x, y), (values[5], values[6]), values[0], large=values[3] == 1, clockwise=values[4] == 1)
                x, y = values[5], values[6]
            case _:
                steps.append((command.lower(), tuple(values)))
                x, y = values[-2], values[-1]
        if command == "M":
            start_x, start_y, command = x, y, "L"
    return tuple(steps)


def arc_steps(start: tuple[float, float], end: tuple[float, float], radius: float, *, large: bool, clockwise: bool) -> list[Step]:
    """Return Bézier curves along an arc of a circle, none longer than a quarter.

    The centre after the SVG 1.1 implementation notes, F.6.5, for equal radii and no rotation.
    """
    (x1, y1), (x2, y2) = start, end
    half = math.dist(start, end) / 2
    if half == 0:
        return []
    radius = max(radius, half)
    away = math.sqrt(radius**2 - half**2) / (2 * half) * (-1 if large == clockwise else 1)
    cx, cy = (x1 + x2) / 2 - away * (y2 - y1), (y1 + y2) / 2 + away * (x2 - x1)
    begin, stop = math.atan2(y1 - cy, x1 - cx), math.atan2(y2 - cy, x2 - cx)
    sweep = (stop - begin) % (2 * math.pi) if clockwise else -((begin - stop) % (2 * math.pi))
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    part = sweep / count
    reach = 4 / 3 * math.tan(part / 4) * radius
    steps: list[Step] = []
    for index in range(count):
        a, b = begin + index * part, begin + (index + 1) * part
        ax, ay, bx, by = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
        leaving = cx + radius * ax - reach * ay, cy + radius * ay + reach * ax
        arriving = cx + radius * bx + reach * by, cy + radius * by - reach * bx
        steps.append(("c", (*leaving, *arriving, cx + radius * bx, cy + radius * by)))
    return steps
