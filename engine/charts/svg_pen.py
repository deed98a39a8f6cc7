"""SVG as text: numbers of at most two decimals, escaped words, pens."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from engine.charts.coordinates import Box
from engine.model.figure import Pen
from engine.model.theme import Color

CENTER_TO_BASELINE = 0.36
"""From the middle of a digit or Han character down to the baseline, in em."""

DASH = (3.0, 1.0)
"""DrawingML `sysDash`: stroke and gap in line widths."""


def short(value: float) -> str:
    """Return a coordinate with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def tag(name: str, attributes: Mapping[str, str], body: str = "") -> str:
    inner = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{inner}>{body}</{name}>" if body else f"<{name}{inner}/>"


def rectangle(box: Box) -> str:
    """Return path commands around a box."""
    return f"M{short(box.x)} {short(box.y)}H{short(box.right)}V{short(box.bottom)}H{short(box.x)}Z"


def path(commands: str, look: Mapping[str, str]) -> str:
    return tag("path", {"d": commands, **look})


def polyline(points: list[tuple[float, float]]) -> str:
    """Return path commands through the points."""
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points)


def fill(color: Color | None, opacity: float = 1.0) -> dict[str, str]:
    look = {"fill": f"#{color.hex}" if color else "none"}
    return look | ({"fill-opacity": short(opacity)} if color and opacity < 1 else {})


def stroke(pen: Pen | None) -> dict[str, str]:
    if pen is None:
        return {}
    look = {"stroke": f"#{pen.color.hex}", "stroke-width": short(pen.width)}
    return look | ({"stroke-dasharray": " ".join(short(part * pen.width) for part in DASH)} if pen.dashed else {})


def words(x: float, baseline: float, content: str, *, size: float, color: Color, anchor: str = "middle", bold: bool = False) -> str:  # noqa: PLR0913
    """Return one line of text; `anchor` is start, middle or end."""
    look = {"x": short(x), "y": short(baseline), "font-size": short(size), "fill": f"#{color.hex}"}
    if anchor != "start":
        look["text-anchor"] = anchor
    if bold:
        look["font-weight"] = "bold"
    return tag("text", look, escape(content))
