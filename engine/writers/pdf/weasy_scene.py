"""What a template draws below a page, as PDF operators on WeasyPrint's stream."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any, assert_never

from engine.model.decor import Flat, Gradient, Matrix, Outline, Path, PlacedPicture, Stop
from engine.writers.pdf.ink import colour_operands, path, pen_operators
from engine.writers.pdf.page_marks import Scene, TurnedWords
from engine.writers.pdf.weasy_type import TypeSetter

Draw = Callable[[Any, float, float], None]
"""Draws a picture on a stream, in a width and a height."""

_CAPS = {"round": 1, "square": 2}
_LEAST = 1e-4
"""How far apart the stops of a gradient are at least: a PDF wants them to rise."""


def draw_scene(stream: Any, scene: Scene, setter: TypeSetter, pictures: Callable[[bytes], Draw]) -> None:
    """Draw everything in order. Raises what `pictures` and `setter` do."""
    for mark in scene.marks:
        stream.push_state()
        match mark:
            case Path():
                _path(stream, mark)
            case PlacedPicture():
                _clip(stream, mark.clip)
                stream.set_alpha(mark.opacity)
                _transform(stream, mark.matrix)
                pictures(mark.blob)(stream, 1, 1)
            case TurnedWords():
                _transform(stream, mark.matrix)
                for words in mark.words:
                    stream.set_alpha(words.opacity)
                    setter.draw_words(stream, words)
            case _:
                assert_never(mark)
        stream.pop_state()


def _transform(stream: Any, matrix: Matrix) -> None:
    a, b, c, d, e, f = (round(part, 6) for part in matrix)
    stream.transform(a, b, c, d, e, f)


def _clip(stream: Any, clip: Sequence[Outline]) -> None:
    if clip:
        stream.stream.append(f"{_outlines(clip)} W* n".encode())


def _outlines(outlines: Sequence[Outline]) -> str:
    return " ".join(map(path, outlines))


def _path(stream: Any, mark: Path) -> None:
    _clip(stream, mark.clip)
    if isinstance(mark.fill, Gradient):
        stream.push_state()
        _clip(stream, mark.outlines)
        _gradient(stream, mark.fill, mark)
        stream.pop_state()
    elif isinstance(mark.fill, Flat):
        stream.set_alpha(mark.fill.opacity)
        painter = "f" if mark.winding else "f*"
        stream.stream.append(f"{colour_operands(mark.fill.color)} rg {_outlines(mark.outlines)} {painter}".encode())
    if mark.pen is not None:
        stream.set_alpha(mark.pen.opacity, stroke=True)
        stream.stream.append(f"{pen_operators(mark.pen)} {_CAPS.get(mark.pen.cap, 0)} J {_outlines(mark.outlines)} S".encode())


def _gradient(stream: Any, gradient: Gradient, mark: Path) -> None:
    """Fill what is clipped. Stops that let through in different measure need a mask, which is a second gradient, of greys."""
    a, b, c, d, _, _ = gradient.matrix
    if abs(a * d - b * c) < 1e-9:
        return
    stops = _rising(gradient.stops)
    faint = {stop.opacity for stop in stops}
    if len(faint) == 1:
        stream.set_alpha(stops[0].opacity)
    else:
        frame = mark.frame
        mask = stream.set_alpha_state(frame.x.points, frame.y.points, frame.width.points, frame.height.points)
        grey = _shading(mask, gradient, stops, [(stop.opacity,) for stop in stops], "DeviceGray")
        mask.stream.append(" ".join(f"{round(part, 6):f}" for part in gradient.matrix).encode() + b" cm")
        mask.stream.append(f"/{grey} sh".encode())
    _transform(stream, gradient.matrix)
    colours = [tuple(int(stop.color.hex[at : at + 2], 16) / 255 for at in (0, 2, 4)) for stop in stops]
    stream.paint_shading(_shading(stream, gradient, stops, colours, None))


def _shading(stream: Any, gradient: Gradient, stops: Sequence[Stop], values: Sequence[tuple[float, ...]], space: str | None) -> str:
    parts = [
        stream.create_interpolation_function((0, 1), tuple(round(each, 4) for each in one), tuple(round(each, 4) for each in other), 1)
        for one, other in itertools.pairwise(values)
    ]
    function = stream.create_stitching_function((0, 1), (0, 1) * len(parts), tuple(round(stop.at, 6) for stop in stops[1:-1]), parts)
    coordinates = (0, 0, 0, 0, 0, 1) if gradient.radial else (0, 0, 1, 0)
    return str(stream.add_shading(3 if gradient.radial else 2, (0, 1), coordinates, True, function, space).id)


def _rising(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """Return stops from 0 to 1 of which each is later than the one before."""
    first, last = stops[0], stops[-1]
    told = [Stop(0.0, first.color, first.opacity)]
    inner = [stop for stop in stops if 0 < stop.at < 1]
    if first.at <= 0:
        inner = [stop for stop in stops[1:] if stop.at < 1]
    for stop in inner:
        at = max(stop.at, told[-1].at + _LEAST)
        if at < 1 - _LEAST:
            told.append(Stop(at, stop.color, stop.opacity))
    return (*told, Stop(1.0, last.color, last.opacity))
