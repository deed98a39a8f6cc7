"""Scatter, bubble and radar through matplotlib's axes and artists, in exactly the plot rectangle of the native chart.

Matplotlib is imported with the first such chart (0.7 s). Its own SVG backend is not used: a renderer of a few lines writes plain paths, which the
PDF writer reads, the same characters on every run.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from engine.charts.coordinates import Coordinates, bubble_radii
from engine.charts.scale import Scale, ticks
from engine.charts.svg_pen import path, short
from engine.model.figure import FigureSeries, GroupKind, Pen, SeriesGroup, ValueAxis

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def matplotlib_marks(at: Coordinates) -> str:
    """Return grid, axes and marks of a scatter, bubble or radar figure as SVG paths; words are left to the caller."""
    from matplotlib.figure import Figure

    canvas = Figure(figsize=(at.frame.width / 72, at.frame.height / 72), dpi=72)
    canvas.patch.set_visible(False)
    group = at.figure.groups[0]
    if group.kind is GroupKind.RADAR:
        _draw_radar(canvas, at, group)
    else:
        _draw_points(canvas, at, group)
    return _svg(canvas, at.frame.height)


def _axes(canvas: Figure, at: Coordinates, projection: str | None = None) -> Axes:
    frame, plot = at.frame, at.plot
    rectangle = (plot.x / frame.width, 1 - plot.bottom / frame.height, plot.width / frame.width, plot.height / frame.height)
    axes = canvas.add_axes(rectangle, projection=projection)
    axes.patch.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelbottom=False, labelleft=False)
    return axes


def _draw_points(canvas: Figure, at: Coordinates, group: SeriesGroup) -> None:
    across, up = at.figure.category_axis.scale, at.figure.value_axis
    assert across is not None, "scatter and bubble figures have a horizontal scale"
    axes = _axes(canvas, at)
    axes.set_xlim(across.minimum, across.maximum)
    axes.set_ylim(up.minimum, up.maximum)
    axes.set_xticks(_ticks(across))
    axes.set_yticks(_ticks(up))
    axes.set_axisbelow(True)
    for which, axis in (("x", across), ("y", up)):
        if axis.grid is not None:
            axes.grid(visible=True, axis="x" if which == "x" else "y", color=f"#{axis.grid.color.hex}", linewidth=axis.grid.width)
    line = at.figure.category_axis.line
    if line is not None:
        axes.plot((across.minimum, across.maximum), (0, 0), color=f"#{line.color.hex}", linewidth=line.width, clip_on=False, zorder=1.5)
    for series in group.series:
        x, y, sizes = _known(series)
        if group.kind is GroupKind.BUBBLE:
            rim = {"edgecolors": f"#{series.pen.color.hex}", "linewidths": series.pen.width} if series.pen else {"linewidths": 0}
            axes.scatter(x, y, s=_bubble_areas(at, sizes), facecolors=[_face(series)], clip_on=False, zorder=2, **rim)
        elif series.marker is not None:
            look = {"marker": "o", "markersize": series.marker.size, "markeredgewidth": 0, "clip_on": False, "zorder": 2}
            axes.plot(x, y, linestyle="none", color=f"#{series.marker.fill.hex}", **look)  # type: ignore[arg-type]


def _draw_radar(canvas: Figure, at: Coordinates, group: SeriesGroup) -> None:
    axis = at.figure.value_axis
    axes = _axes(canvas, at, "polar")
    count = len(at.figure.categories)
    angles = [math.pi / 2 - 2 * math.pi * index / count for index in range(count)]
    axes.set_ylim(0, axis.maximum - axis.minimum)
    axes.set_xticks([])
    axes.set_yticks([])
    if axis.grid is not None:
        look = _pen(axis.grid)
        for value in _ticks(axis)[1:]:
            axes.plot([*angles, angles[0]], [value - axis.minimum] * (count + 1), zorder=1, **look)  # type: ignore[arg-type]
    for series in group.series:
        radii = [math.nan if value is None else value - axis.minimum for value in series.values]
        if series.pen is not None:
            axes.plot([*angles, angles[0]], [*radii, radii[0]], zorder=2, **_pen(series.pen))  # type: ignore[arg-type]


def _ticks(axis: ValueAxis) -> tuple[float, ...]:
    return ticks(Scale(axis.minimum, axis.maximum, axis.major))


def _known(series: FigureSeries) -> tuple[list[float], list[float], list[float]]:
    """Return x, y and size of the points that are no gaps."""
    sizes = series.sizes or (0.0,) * len(series.values)
    points = [(x, y, size) for x, y, size in zip(series.x, series.values, sizes, strict=True) if y is not None]
    return [p[0] for p in points], [p[1] for p in points], [p[2] for p in points]


def _bubble_areas(at: Coordinates, sizes: list[float]) -> list[float]:
    """Return squared diameters in points, as matplotlib wants them."""
    return [(2 * radius) ** 2 for radius in bubble_radii(tuple(sizes), at.plot.width, at.plot.height)]


def _face(series: FigureSeries) -> str:
    """Return the fill of a series with its opacity, as matplotlib reads it."""
    return f"#{series.fill.hex}{round(series.opacity * 255):02x}" if series.fill else "none"


def _pen(pen: Pen) -> dict[str, object]:
    return {"color": f"#{pen.color.hex}", "linewidth": pen.width, "solid_joinstyle": "round", "clip_on": False}


def _svg(canvas: Figure, height: float) -> str:
    """Return what the artists of `canvas` draw, as SVG paths in points, y downwards."""
    from matplotlib.backend_bases import GraphicsContextBase, RendererBase
    from matplotlib.colors import to_rgba
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

    letters = {int(Path.MOVETO): "M", int(Path.LINETO): "L", int(Path.CURVE4): "C", int(Path.CLOSEPOLY): "Z"}
    parts: list[str] = []

    class PlainPaths(RendererBase):
        def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: object = None) -> None:  # noqa: N803
            steps = [(letters[int(code)], vertices.tolist()) for vertices, code in path.iter_segments(transform, simplify=False)]
            face = None if rgbFace is None else to_rgba(rgbFace)  # type: ignore[arg-type]
            look = _filled(face) | _stroked(to_rgba(gc.get_rgb()), gc.get_linewidth())
            if look != {"fill": "none"}:
                parts.append(_path(steps, look, height))

        def points_to_pixels(self, points: float) -> float:  # type: ignore[override]
            return points

        def get_canvas_width_height(self) -> tuple[float, float]:
            return canvas.bbox.width, canvas.bbox.height

    canvas.draw(PlainPaths())
    return "".join(parts)


Rgba = tuple[float, float, float, float]


def _path(steps: Iterable[tuple[str, Sequence[float]]], look: dict[str, str], height: float) -> str:
    commands = []
    for letter, vertices in steps:
        points = [short(height - float(value) if number % 2 else float(value)) for number, value in enumerate(vertices)]
        commands.append(letter if letter == "Z" else f"{letter}{' '.join(points)}")
    return path("".join(commands), look)


def _hex(color: Rgba) -> str:
    return f"#{''.join(f'{round(channel * 255):02X}' for channel in color[:3])}"


def _filled(face: Rgba | None) -> dict[str, str]:
    if face is None or not face[3]:
        return {"fill": "none"}
    return {"fill": _hex(face)} | ({"fill-opacity": short(face[3])} if face[3] < 1 else {})


def _stroked(edge: Rgba, width: float) -> dict[str, str]:
    return {"stroke": _hex(edge), "stroke-width": short(width)} if width else {}
