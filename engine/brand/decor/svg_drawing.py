"""Drawings in SVG as outlines: what logos are made of. One that holds more (text, pictures, masks, filters, copies) is not read at all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from engine.base.records import dataclass
from engine.brand.decor.placement import IDENTITY, moved, then
from engine.brand.decor.preset_box import Box
from engine.brand.decor.preset_rounds import ROUNDS, ellipse
from engine.brand.decor.svg_path import path_outline
from engine.brand.decor.tracing import Tracer
from engine.model.decor import Flat, Matrix, Outline, Pen
from engine.model.theme import Color

_SVG = "{http://www.w3.org/2000/svg}"
_SILENT = frozenset({"title", "desc", "metadata", "defs", "style"})
_INHERITED = ("fill", "stroke", "stroke-width", "fill-rule", "fill-opacity", "stroke-opacity", "stroke-linejoin", "stroke-linecap", "color")
_LOOKS = frozenset({*_INHERITED, "opacity", "display", "visibility"})
_BAD = frozenset({"mask", "filter", "clip-path", "stroke-dasharray"})
_NAMED = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "gray": "808080", "grey": "808080"}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_MOST = 3_000
"""Shapes above which a drawing is a picture: a map, a traced photograph."""


@dataclass(frozen=True, slots=True)
class SvgShape:
    """One outline in the unit square of its drawing; `winding`: filled by the non-zero rule."""

    outline: Outline
    fill: Flat | None
    pen: Pen | None
    winding: bool


def svg_shapes(blob: bytes) -> tuple[SvgShape, ...] | None:
    """Return what a drawing shows, scaled so that its window is the unit square; None for one that cannot be drawn wholly."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(blob, parser)
        if root.tag != f"{_SVG}svg" or b"<!ENTITY" in blob:
            return None
        x, y, wide, high = _window(root)
        looks = _rules("".join(node.text or "" for node in root.iter(f"{_SVG}style")))
        window = then((1.0, 0.0, 0.0, 1.0, -x, -y), (1 / wide, 0.0, 0.0, 1 / high, 0.0, 0.0))
        found = tuple(_Reader(looks).shapes(root, window, {"fill": "black"}, 1.0))
    except (etree.XMLSyntaxError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return found if 0 < len(found) <= _MOST else None


def _window(root: etree._Element) -> tuple[float, ...]:
    box = _numbers(root.get("viewBox", ""))
    if len(box) == 4:
        return box
    return 0.0, 0.0, _length(root.get("width", "")), _length(root.get("height", ""))


def _length(text: str) -> float:
    number = _NUMBER.match(text.strip())
    if number is None or text.strip().endswith("%"):
        raise ValueError(text)
    return float(number[0])


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, _NUMBER.findall(text)))


def _rules(style: str) -> Mapping[str, Mapping[str, str]]:
    """Return the looks of classes; other selectors are beyond us."""
    looks: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(style):
        for selector in selectors.split(","):
            if not selector.strip().startswith("."):
                raise ValueError(selector)
            looks.setdefault(selector.strip()[1:], {}).update(_declared(body))
    return looks


def _declared(body: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}


class _Reader:
    def __init__(self, classes: Mapping[str, Mapping[str, str]]) -> None:
        self._classes = classes

    def shapes(self, node: etree._Element, matrix: Matrix, above: Mapping[str, str], opacity: float) -> Iterator[SvgShape]:
        for child in node:
            name = str(child.tag).removeprefix(_SVG)
            if name in _SILENT or not str(child.tag).startswith(_SVG):
                continue
            look = self._look(child, above)
            if look.get("display") == "none" or look.get("visibility") == "hidden":
                continue
            inner = then(_transform(child.get("transform", "")), matrix)
            seen = opacity * float(look.get("opacity", "1"))
            if name in {"g", "a"}:
                yield from self.shapes(child, inner, {key: look[key] for key in _INHERITED if key in look}, seen)
            else:
                outline = moved(_outline(name, child), inner)
                yield SvgShape(outline, _fill(look, seen), _pen(look, seen, inner), look.get("fill-rule") != "evenodd")

    def _look(self, node: etree._Element, above: Mapping[str, str]) -> dict[str, str]:
        look = {**above, **{str(name): str(value) for name, value in node.attrib.items() if name in _LOOKS}}
        for each in node.get("class", "").split():
            look.update(self._classes.get(each, {}))
        look.update(_declared(node.get("style", "")))
        if _BAD & (look.keys() | node.attrib.keys()):
            raise ValueError(str(node.tag))
        return look


def _outline(name: str, node: etree._Element) -> Outline:
    def of(*keys: str) -> tuple[float, ...]:
        return tuple(_length(node.get(key, "0")) for key in keys)

    match name:
        case "path":
            return path_outline(node.get("d", ""))
        case "rect":
            x, y, wide, high = of("x", "y", "width", "height")
            radius = max(of("rx", "ry"))
            rounding = radius / min(wide, high) * 100_000 if radius else 0.0
            return moved(ROUNDS["roundRect"](Box(wide, high, {"adj": rounding}))[0].outline, (1.0, 0.0, 0.0, 1.0, x, y))
        case "circle" | "ellipse":
            x, y = of("cx", "cy")
            across, down = of("r", "r") if name == "circle" else of("rx", "ry")
            return moved(ellipse(Box(2 * across, 2 * down, {}))[0].outline, (1.0, 0.0, 0.0, 1.0, x - across, y - down))
        case "line":
            x1, y1, x2, y2 = of("x1", "y1", "x2", "y2")
            return tuple(Tracer().move(x1, y1).line((x2, y2)).steps)
        case "polyline" | "polygon":
            values = _numbers(node.get("points", ""))
            points = [(values[index], values[index + 1]) for index in range(0, len(values) - 1, 2)]
            tracer = Tracer().move(*points[0]).line(*points[1:])
            return tuple((tracer.close() if name == "polygon" else tracer).steps)
    raise ValueError(name)


def _transform(text: str) -> Matrix:
    found = IDENTITY
    for name, inside in _TRANSFORM.findall(text):
        values = _numbers(inside)
        match name, values:
            case "translate", (x, *rest):
                one: Matrix = (1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0)
            case "scale", (x, *rest):
                one = (x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0)
            case "matrix", (a, b, c, d, e, f):
                one = (a, b, c, d, e, f)
            case "rotate", (degrees, *rest):
                cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
                x, y = (rest[0], rest[1]) if len(rest) == 2 else (0.0, 0.0)
                one = then(then((1.0, 0.0, 0.0, 1.0, -x, -y), (cos, sin, -sin, cos, 0.0, 0.0)), (1.0, 0.0, 0.0, 1.0, x, y))
            case _:
                raise ValueError(name)
        found = then(one, found)
    return found


def _color(value: str, look: Mapping[str, str]) -> Color | None:
    value = look.get("color", "black") if value == "currentColor" else value
    if value in {"none", "transparent"}:
        return None
    if value.startswith("#"):
        digits = value[1:]
        if len(digits) not in (3, 6):
            raise ValueError(value)
        digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
        return Color(bytes.fromhex(digits).hex().upper()[:6])
    if value.startswith("rgb("):
        return Color("".join(f"{round(min(max(part, 0), 255)):02X}" for part in _numbers(value)[:3]))
    if value not in _NAMED:
        raise ValueError(value)
    return Color(_NAMED[value])


def _fill(look: Mapping[str, str], opacity: float) -> Flat | None:
    color = _color(look.get("fill", "black"), look)
    return None if color is None else Flat(color, opacity * float(look.get("fill-opacity", "1")))


def _pen(look: Mapping[str, str], opacity: float, matrix: Matrix) -> Pen | None:
    color = _color(look.get("stroke", "none"), look)
    if color is None:
        return None
    a, b, c, d, _, _ = matrix
    width = _length(look.get("stroke-width", "1")) * abs(a * d - b * c) ** 0.5
    cap, join = look.get("stroke-linecap", "butt"), look.get("stroke-linejoin", "miter")
    return Pen(color, width, (), join, cap, opacity * float(look.get("stroke-opacity", "1")))
