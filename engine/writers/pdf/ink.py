"""Painted outlines: those of shapes, and how PDF operators draw them, in points from the top left corner, y downwards."""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.deck import Line, Polygon, Shape, Stroke
from engine.model.decor import Outline, Pen
from engine.model.theme import Color
from engine.writers.pdf.layers import Drawn
from engine.writers.pdf.marks import Ink
from engine.writers.pdf.outline import line_outline, polygon_outline, shape_outline

DASH = (3, 1)  # dash and gap of `sysDash`, in line widths
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_PAINTERS = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}


def inks(shapes: Iterable[Drawn]) -> tuple[Ink, ...]:
    """Return the drawing of the shapes in order; neighbours of one colour become one ink, since they may overlap unseen."""
    drawn: list[Ink] = []
    waiting: list[Outline] = []
    colour: Color | None = None

    def flush() -> None:
        if waiting:
            drawn.append(Ink(tuple(waiting), colour))
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
            drawn.append(Ink((outline,), pen=_pen(stroke)))
    flush()
    return tuple(drawn)


def operators(ink: Ink) -> bytes:
    """Return the PDF operators that paint an ink; its opacity is not among them."""
    parts = []
    if ink.fill is not None:
        parts.append(f"{colour_operands(ink.fill)} rg")
    if ink.pen is not None:
        parts.append(pen_operators(ink.pen))
    parts += [*map(path, ink.outlines), _PAINTERS[ink.fill is not None, ink.pen is not None]]
    return " ".join(parts).encode()


def pen_operators(pen: Pen) -> str:
    """Return the operators that make a pen the current one, without its opacity and caps."""
    dash = " ".join(map(number, pen.dash))
    return f"{colour_operands(pen.color)} RG {number(pen.width)} w {_JOINS.get(pen.join, 0)} j [{dash}] 0 d"


def _pen(stroke: Stroke) -> Pen:
    return Pen(stroke.color, stroke.width, tuple(part * stroke.width for part in DASH) if stroke.dashed else ())


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
