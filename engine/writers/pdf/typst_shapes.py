"""Painted outlines as SVG: Typst takes a drawing of many shapes as one picture faster than shape by shape."""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.decor import Outline
from engine.writers.pdf.ink import number
from engine.writers.pdf.marks import Ink

_COMMANDS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def svg_of(inks: Iterable[Ink], width: float, height: float) -> str:
    """Return a drawing whose unit is the point, in a window of this size."""
    size = f'width="{number(width, 4)}" height="{number(height, 4)}" viewBox="0 0 {number(width, 4)} {number(height, 4)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(map(_path, inks))}</svg>'


def _path(ink: Ink) -> str:
    looks = [f'fill="#{ink.fill.hex}"' if ink.fill else 'fill="none"']
    if ink.fill and ink.opacity != 1:
        looks.append(f'fill-opacity="{number(ink.opacity, 4)}"')
    if ink.pen:
        looks.append(f'stroke="#{ink.pen.color.hex}" stroke-width="{number(ink.pen.width)}" stroke-linejoin="{ink.pen.join}"')
        if ink.pen.dash:
            looks.append(f'stroke-dasharray="{" ".join(map(number, ink.pen.dash))}"')
    return f'<path d="{" ".join(map(path_data, ink.outlines))}" {" ".join(looks)}/>'


def path_data(outline: Outline) -> str:
    """Return the steps as SVG writes them."""
    return " ".join(" ".join((_COMMANDS[operator], *map(number, operands))) for operator, operands in outline)
