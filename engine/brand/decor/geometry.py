"""The outline of a shape: one of the presets, or paths of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.units import EMU_PER_POINT
from engine.brand.decor.guides import DEGREE, guide_values, value_of
from engine.brand.decor.preset_box import Box
from engine.brand.decor.preset_polygons import POLYGONS, rectangle
from engine.brand.decor.preset_rounds import ROUNDS
from engine.brand.decor.tracing import Traced, Tracer
from engine.brand.office_theme import child
from engine.brand.template_package import NS

_SHADES = {"none": None, "norm": 0.0, "lighten": 0.4, "lightenLess": 0.2, "darken": -0.4, "darkenLess": -0.2}


def traced(properties: etree._Element, width: float, height: float) -> tuple[Traced, ...] | Phrase:
    """Return the paths of a shape of this size in points, or why they cannot be told. A shape without a geometry is a rectangle."""
    custom, preset = child(properties, "custGeom"), child(properties, "prstGeom")
    if custom is not None:
        try:
            return tuple(_custom(custom, width, height))
        except (ValueError, OverflowError):
            return Phrase("自由形状的公式有误", "a formula of its freeform is wrong")
    if preset is None:
        return rectangle(Box(width, height, {}))
    name = preset.get("prst", "rect")
    draw = POLYGONS.get(name) or ROUNDS.get(name)
    if draw is None:
        return Phrase(f"预设形状 {name}", f"the preset shape {name}")
    return draw(Box(width, height, adjustments(preset)))


def adjustments(preset: etree._Element) -> Mapping[str, float]:
    """Return what the author of a preset adjusted, by name."""
    words = {node.get("name", ""): node.get("fmla", "").split() for node in preset.iterfind("a:avLst/a:gd", NS)}
    return {name: float(said[1]) for name, said in words.items() if len(said) == 2 and said[1].lstrip("-").isdecimal()}


def _custom(custom: etree._Element, width: float, height: float) -> Iterator[Traced]:
    lists = (custom.find("a:avLst", NS), custom.find("a:gdLst", NS))
    formulas = [(node.get("name", ""), node.get("fmla", "")) for each in lists if each is not None for node in each]
    known = guide_values(formulas, width * EMU_PER_POINT, height * EMU_PER_POINT)
    for path in custom.iterfind("a:pathLst/a:path", NS):
        wide, high = float(path.get("w", "0")), float(path.get("h", "0"))
        across = width / wide if wide else 1 / EMU_PER_POINT
        down = height / high if high else 1 / EMU_PER_POINT
        yield _path(path, known, across, down)


def _path(path: etree._Element, known: Mapping[str, float], across: float, down: float) -> Traced:
    tracer = Tracer()
    for command in path:
        points = [
            (value_of(node.get("x", "0"), known) * across, value_of(node.get("y", "0"), known) * down)
            for node in command.iterfind("a:pt", NS)
        ]
        match etree.QName(command).localname, points:
            case "moveTo", [(x, y)]:
                tracer.move(x, y)
            case "lnTo", [point]:
                tracer.line(point)
            case "cubicBezTo", [_, _, _]:
                tracer.cubic(*points)
            case "quadBezTo", [control, end]:
                tracer.quadratic(control, end)
            case "arcTo", _:
                wide, high, start, sweep = (value_of(command.get(name, "0"), known) for name in ("wR", "hR", "stAng", "swAng"))
                tracer.arc(wide * across, high * down, start / DEGREE, sweep / DEGREE)
            case "close", _:
                tracer.close()
            case other, _:
                raise ValueError(other)
    shade = _SHADES.get(path.get("fill", "norm"), 0.0)
    return tracer.path(shade=shade, stroked=path.get("stroke", "1") not in {"0", "false"})
