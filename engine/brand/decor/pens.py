"""The lines of shapes: width, dashes, corners; and the heads of arrows at their ends."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from lxml import etree

from engine.base.records import replace
from engine.base.units import EMU_PER_POINT
from engine.brand.decor.fills import NONE, UNSAID, Blend, PictureFill, fill_among, name_of
from engine.brand.decor.placement import Placed, moved
from engine.brand.decor.sheet import Sheet
from engine.brand.decor.tracing import Traced, Tracer
from engine.brand.drawing_colors import drawn_color
from engine.brand.office_theme import child
from engine.brand.template_package import NS
from engine.model.decor import Flat, Outline, Path, Pen

_DASHES: dict[str, tuple[int, ...]] = {
    "dot": (1, 3),
    "dash": (4, 3),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDash": (3, 1),
    "sysDot": (1, 1),
    "sysDashDot": (3, 1, 1, 1),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
"""Dashes and gaps in line widths (ECMA-376-1, 20.1.10.49)."""

_CAPS = {"rnd": "round", "sq": "square"}
_HEADS = {"sm": 2.0, "med": 3.0, "lg": 5.0}
"""Length and width of the head of an arrow, in line widths."""
_LEAST_HEAD = 2.0
_DEFAULT_WIDTH = 9_525


def shape_pen(node: etree._Element, properties: etree._Element, sheet: Sheet) -> Pen | None:
    """Return the line of a shape: what it says itself, over the style of the theme that it refers to. None for no line."""
    own = child(properties, "ln")
    style, color = _style(node, sheet)
    said: list[tuple[etree._Element, Sheet]] = [(own, sheet)] if own is not None else []
    if style is not None:
        said.append((style, sheet.styled(color)))
    found = UNSAID
    paint = None
    for line, where in said:
        fill = fill_among(line, where, name_of(node))
        if fill == UNSAID:
            continue
        if fill is None or fill == NONE or isinstance(fill, PictureFill | str):
            return None
        paint, found = (Flat(fill.stops[0].color, fill.stops[0].opacity) if isinstance(fill, Blend) else fill), ""
        break
    if found == UNSAID or paint is None:
        return None
    lines = [line for line, _ in said]
    width = max(int(_first(lines, "w") or _DEFAULT_WIDTH), 0) / EMU_PER_POINT
    return Pen(paint.color, width, _dash(lines, width), _join(lines), _CAPS.get(_first(lines, "cap"), "butt"), paint.opacity)


def _style(node: etree._Element, sheet: Sheet) -> tuple[etree._Element | None, str | None]:
    reference = node.find("p:style/a:lnRef", NS)
    if reference is None:
        return None, None
    color = drawn_color(reference, sheet.colors)
    return sheet.style("lnStyleLst", int(reference.get("idx", "0"))), None if color is None else color.hex


def _first(lines: Sequence[etree._Element], attribute: str) -> str:
    return next((value for line in lines if (value := line.get(attribute))), "")


def _dash(lines: Sequence[etree._Element], width: float) -> tuple[float, ...]:
    for line in lines:
        preset, custom = child(line, "prstDash"), child(line, "custDash")
        if preset is not None:
            return tuple(part * width for part in _DASHES.get(preset.get("val", "solid"), ()))
        if custom is not None:
            pairs = ((int(each.get("d", "100000")), int(each.get("sp", "100000"))) for each in custom)
            return tuple(part / 100_000 * width for pair in pairs for part in pair)
    return ()


def _join(lines: Sequence[etree._Element]) -> str:
    for line in lines:
        for name in ("round", "bevel", "miter"):
            if child(line, name) is not None:
                return name
    return "round" if lines else "miter"


def heads(properties: etree._Element, traces: Sequence[Traced], placed: Placed, pen: Pen, name: str) -> Iterator[Path]:
    """Yield the heads of the arrows at the ends of open lines."""
    line = child(properties, "ln")
    for each in traces:
        points = _points(each.outline)
        if each.shade is not None or len(points) < 2:
            continue
        for end, at, before in (("headEnd", points[0], points[1]), ("tailEnd", points[-1], points[-2])):
            said = child(line, end)
            if said is not None and (drawn := _head(said, at, before, pen)) is not None:
                outline, is_open = drawn
                outlines = (moved(outline, placed.matrix),)
                yield Path(
                    name,
                    outlines,
                    placed.frame,
                    None if is_open else Flat(pen.color, pen.opacity),
                    replace(pen, dash=()) if is_open else None,
                )


def _points(outline: Outline) -> list[tuple[float, float]]:
    return [(points[index], points[index + 1]) for _, points in outline for index in range(0, len(points), 2)]


def _head(said: etree._Element, tip: tuple[float, float], before: tuple[float, float], pen: Pen) -> tuple[Outline, bool] | None:
    """Return a head that points from `before` to `tip`, and whether it is a line; None for none."""
    kind = said.get("type", "none")
    thick = max(pen.width, _LEAST_HEAD)
    length, wide = _HEADS.get(said.get("len", "med"), 3.0) * thick, _HEADS.get(said.get("w", "med"), 3.0) * thick / 2
    way = math.dist(tip, before)
    if way == 0:
        return None
    x, y = (tip[0] - before[0]) / way, (tip[1] - before[1]) / way

    def place(back: float, aside: float) -> tuple[float, float]:
        return tip[0] - x * back - y * aside, tip[1] - y * back + x * aside

    match kind:
        case "triangle":
            return _closed(place(0, 0), place(length, wide), place(length, -wide)), False
        case "stealth":
            return _closed(place(0, 0), place(length, wide), place(length * 0.6, 0), place(length, -wide)), False
        case "arrow":
            return tuple(Tracer().move(*place(length, wide)).line(place(0, 0), place(length, -wide)).steps), True
        case "diamond":
            return _closed(place(-length / 2, 0), place(0, wide), place(length / 2, 0), place(0, -wide)), False
        case "oval":
            start = tip[0] - length / 2, tip[1]
            return tuple(Tracer().move(*start).arc(length / 2, wide, 180, 360).close().steps), False
    return None


def _closed(*points: tuple[float, float]) -> Outline:
    return tuple(Tracer().move(*points[0]).line(*points[1:]).close().steps)
