"""Which shapes lie below which contents: shapes sink into as few layers as the drawing order permits.

A slide alternates between shapes and text hundreds of times; only where a shape covers something drawn before it does the order matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.base.units import Length, Point, Rect, pt
from engine.model.deck import ChartBox, Element, Line, Picture, Polygon, Shape, TableBox, TextBox

Drawn = Shape | Polygon | Line
Content = TextBox | TableBox | ChartBox | Picture


@dataclass(frozen=True, slots=True)
class Stack:
    """One level of a slide: shapes first, contents upon them, both in drawing order."""

    shapes: tuple[Drawn, ...]
    contents: tuple[Content, ...]


def stacks(elements: tuple[Element, ...]) -> tuple[Stack, ...]:
    """Return the levels of a slide from the ground up; at least one, possibly empty."""
    shapes: list[list[tuple[Drawn, Rect]]] = [[]]
    contents: list[list[tuple[Content, Rect]]] = [[]]
    for element in elements:
        box = bounds(element)
        if isinstance(element, Shape | Polygon | Line):
            level = max(_level_above(contents, box), _level_with(shapes, box))
            if level == len(shapes):
                shapes.append([])
                contents.append([])
            shapes[level].append((element, box))
        else:
            # Contents keep their order, which is the reading order: always the topmost level.
            contents[-1].append((element, box))
    return tuple(
        Stack(tuple(shape for shape, _ in below), tuple(content for content, _ in above))
        for below, above in zip(shapes, contents, strict=True)
    )


def bounds(element: Element) -> Rect:
    """Return the box that holds all ink of an element, with half its stroke."""
    if isinstance(element, Polygon):
        return _around(element.points, Length(0))
    if isinstance(element, Line):
        return _around((element.start, element.end), pt(element.stroke.width / 2))
    return element.frame


def _around(points: tuple[Point, ...], margin: Length) -> Rect:
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    return Rect(left - margin, top - margin, right - left + margin * 2, bottom - top + margin * 2)


def _level_above(contents: list[list[tuple[Content, Rect]]], box: Rect) -> int:
    """Return the lowest level whose shapes are drawn after everything that `box` would cover."""
    return max((level + 1 for level, members in enumerate(contents) if any(box.overlaps(other) for _, other in members)), default=0)


def _level_with(shapes: list[list[tuple[Drawn, Rect]]], box: Rect) -> int:
    """Return the highest level that has a shape below `box`: joining it keeps the two in order."""
    return max((level for level, members in enumerate(shapes) if any(box.overlaps(other) for _, other in members)), default=0)
