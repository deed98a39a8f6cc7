"""Shapes as PDF drawing operators, in points from the top left corner, y downwards."""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.deck import Line, Polygon, Shape, Stroke
from engine.model.theme import Color
from engine.writers.pdf.layers import Drawn
from engine.writers.pdf.outline import Outline, line_outline, polygon_outline, shape_outline

DASH = (3, 1)  # dash and gap of `sysDash`, in line widths


def operators(shapes: Iterable[Drawn]) -> bytes:
    """Return the drawing of the shapes in order; neighbours of one colour become one path, since they may overlap unseen."""
    out: list[str] = []
    waiting: list[Outline] = []
    colour: Color | None = None

    def flush() -> None:
        if waiting and colour is not None:
            out.append(f"{colour_operands(colour)} rg {' '.join(map(path, waiting))} f")
        waiting.clear()

    for shape in shapes:
        fill, outline, stroke = _look(shape)
        if fill is not None:
            if colour is None or fill.hex != colour.hex:
                flush()
            colour = fill
            waiting.append(outline)
        if stroke is not None:
            flush()
            out.append(stroked(outline, stroke))
    flush()
    return "\n".join(out).encode()


def stroked(outline: Outline, stroke: Stroke) -> str:
    dash = f"[{' '.join(number(part * stroke.width) for part in DASH)}] 0 d " if stroke.dashed else ""
    plain = " [] 0 d" if stroke.dashed else ""
    return f"{colour_operands(stroke.color)} RG {number(stroke.width)} w {dash}{path(outline)} S{plain}"


def path(outline: Outline) -> str:
    return " ".join(" ".join((*map(number, operands), operator)) for operator, operands in outline)


def colour_operands(colour: Color) -> str:
    """Return `r g b` between 0 and 1."""
    return " ".join(number(int(colour.hex[index : index + 2], 16) / 255, 4) for index in (0, 2, 4))


def number(value: float, decimals: int = 2) -> str:
    """Return a PDF number: a hundredth of a point is finer than any printer."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _look(shape: Drawn) -> tuple[Color | None, Outline, Stroke | None]:
    if isinstance(shape, Shape):
        return shape.fill, shape_outline(shape), shape.stroke
    if isinstance(shape, Polygon):
        return shape.fill, polygon_outline(shape), None
    assert isinstance(shape, Line)
    return None, line_outline(shape), shape.stroke
