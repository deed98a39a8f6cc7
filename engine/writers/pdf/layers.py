"""Which shapes lie below which contents: shapes sink into as few layers as the drawing order permits.

A slide alternates between shapes and text hundreds of times; only where a shape covers something drawn before it does the order matter.
"""

from __future__ import annotations

from engine.base.records import dataclass
from engine.model.deck import ChartBox, Element, Line, Picture, Polygon, Shape, TableBox, TextBox

Drawn = Shape | Polygon | Line
Content = TextBox | TableBox | ChartBox | Picture
Extent = tuple[float, float, float, float]
"""Left, top, right and bottom of all ink, in EMU."""

EMU_PER_POINT = 12_700


@dataclass(frozen=True, slots=True)
class Stack:
    """One level of a slide: shapes first, contents upon them, both in drawing order."""

    shapes: tuple[Drawn, ...]
    contents: tuple[Content, ...]


def stacks(elements: tuple[Element, ...]) -> tuple[Stack, ...]:
    """Return the levels of a slide from the ground up; at least one, possibly empty."""
    shapes: list[list[tuple[Drawn, Extent]]] = [[]]
    contents: list[list[tuple[Content, Extent]]] = [[]]
    for element in elements:
        extent = extent_of(element)
        if isinstance(element, TextBox | TableBox | ChartBox | Picture):
            contents[-1].append((element, extent))  # contents keep their order: it is the reading order
            continue
        level = max(_level_above(contents, extent), _level_with(shapes, extent))
        if level == len(shapes):
            shapes.append([])
            contents.append([])
        shapes[level].append((element, extent))
    return tuple(
        Stack(tuple(shape for shape, _ in below), tuple(content for content, _ in above))
        for below, above in zip(shapes, contents, strict=True)
    )


def extent_of(element: Element) -> Extent:
    """Return the box that holds all ink of an element, with half its stroke."""
    if isinstance(element, Polygon):
        across, down, margin = [int(point.x) for point in element.points], [int(point.y) for point in element.points], 0.0
    elif isinstance(element, Line):
        across, down = [int(element.start.x), int(element.end.x)], [int(element.start.y), int(element.end.y)]
        margin = element.stroke.width * EMU_PER_POINT / 2
    else:
        frame = element.frame
        across, down = [int(frame.x), int(frame.x) + int(frame.width)], [int(frame.y), int(frame.y) + int(frame.height)]
        margin = element.stroke.width * EMU_PER_POINT / 2 if isinstance(element, Shape) and element.stroke else 0.0
    return min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _level_above(contents: list[list[tuple[Content, Extent]]], extent: Extent) -> int:
    """Return the lowest level whose shapes are drawn after everything that `extent` would cover."""
    for level in range(len(contents) - 1, -1, -1):
        if any(_overlap(extent, other) for _, other in contents[level]):
            return level + 1
    return 0


def _level_with(shapes: list[list[tuple[Drawn, Extent]]], extent: Extent) -> int:
    """Return the highest level that has a shape below `extent`: joining it keeps the two in order."""
    for level in range(len(shapes) - 1, 0, -1):
        if any(_overlap(extent, other) for _, other in shapes[level]):
            return level
    return 0
