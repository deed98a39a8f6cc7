"""The charts of the references: drawn by matplotlib from plain values."""

from __future__ import annotations

import base64
import html
import io
from typing import Any

from matplotlib import rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

Plain = dict[str, Any]
FONT = "Noto Sans CJK SC"
DOTS_PER_INCH = 200
rcParams["font.family"] = FONT
rcParams["svg.fonttype"] = "none"


def as_svg(element: Plain) -> str:
    figure, stream = _figure(element), io.StringIO()
    FigureCanvasSVG(figure)
    figure.savefig(stream, format="svg", metadata={"Date": None})
    text = stream.getvalue()
    return text[text.index("<svg") :]


def as_png(element: Plain) -> bytes:
    figure, stream = _figure(element), io.BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(stream, format="png", dpi=DOTS_PER_INCH)
    return stream.getvalue()


def _figure(element: Plain) -> Figure:
    figure = Figure(figsize=(element["frame"][2] / 914_400, element["frame"][3] / 914_400))
    axes = figure.add_axes((0.1, 0.12, 0.88, 0.8))
    positions = range(len(element["categories"]))
    for series in element["series"]:
        values = [0.0 if value is None else value for value in series["values"]]
        color = f"#{series['color']}" if series["color"] else "none"
        if element["type"] == "line":
            axes.plot(positions, values, color=color)
        elif element["type"] == "bar":
            bars = axes.barh(positions, values, color=color)
            axes.bar_label(bars)
        elif element["type"] in {"pie", "doughnut"}:
            axes.pie([abs(value) for value in values], labels=element["categories"])
            break
        else:
            bars = axes.bar(positions, values, color=color)
            if series["labels"]:
                axes.bar_label(bars)
    if element["type"] not in {"pie", "doughnut", "bar"}:
        axes.set_xticks(list(positions), element["categories"])
    return figure


def as_image(element: Plain) -> str:
    """Return the chart as an image of HTML: WeasyPrint draws it faster than SVG that stands in the page, and it has its words."""
    address = base64.b64encode(as_svg(element).encode()).decode()
    return f"<img alt='{html.escape(element['alt'], quote=True)}' src='data:image/svg+xml;base64,{address}'>"
