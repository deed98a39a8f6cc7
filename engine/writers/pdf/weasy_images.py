"""Drawings that WeasyPrint places like pictures but that draw themselves: no SVG to parse, no pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout, create_layout, line_size

from engine.base.records import dataclass
from engine.writers.pdf.chart_ink import Ink, Words
from engine.writers.pdf.ink import colour_operands

PX_PER_PT = 4 / 3


class Drawable(Protocol):
    """What WeasyPrint asks of a picture; lengths in CSS pixels."""

    def get_intrinsic_size(self, image_resolution: float, font_size: float) -> tuple[float, float, float]: ...

    def draw(self, stream: Any, concrete_width: float, concrete_height: float, style: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class InkImage:
    """Ready PDF operators in points, y downwards, on an area of `width` by `height`."""

    content: bytes
    width: float
    height: float

    def get_intrinsic_size(self, image_resolution: float, font_size: float) -> tuple[float, float, float]:  # noqa: ARG002
        return self.width * PX_PER_PT, self.height * PX_PER_PT, self.width / self.height

    def draw(self, stream: Any, concrete_width: float, concrete_height: float, style: Any) -> None:  # noqa: ARG002
        with _scaled(stream, concrete_width / self.width, concrete_height / self.height):
            stream.stream.append(self.content)


@dataclass(frozen=True, slots=True)
class ChartImage:
    """A chart's marks in points; its words are set in one piece each, and stay text."""

    marks: tuple[Ink | Words, ...]
    width: float
    height: float
    language: str
    fonts: FontConfiguration

    def get_intrinsic_size(self, image_resolution: float, font_size: float) -> tuple[float, float, float]:  # noqa: ARG002
        return self.width * PX_PER_PT, self.height * PX_PER_PT, self.width / self.height

    def draw(self, stream: Any, concrete_width: float, concrete_height: float, style: Any) -> None:  # noqa: ARG002
        with _scaled(stream, concrete_width / self.width, concrete_height / self.height):
            for mark in self.marks:
                if isinstance(mark, Ink):
                    stream.set_alpha(mark.opacity)
                    stream.stream.append(mark.content)
                elif mark.text.strip():
                    stream.set_alpha(1)
                    self._draw_words(stream, mark)

    def _draw_words(self, stream: Any, words: Words) -> None:
        look = _Look(words, self.language, self.fonts)
        layout = create_layout(words.text, look, None, None, 0)
        width, _ = line_size(layout.get_first_line()[0], look)
        left = words.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * width
        stream.begin_text()
        stream.stream.append(f"{colour_operands(words.color)} rg".encode())
        draw_first_line(stream, _Line(words.text, layout, look), "clip", "none", Matrix(d=-1, e=left, f=words.baseline))
        stream.end_text()


class _Look(dict[str, Any]):
    """The computed style of one line of text: initial values but for what a chart sets."""

    def __init__(self, words: Words, language: str, fonts: FontConfiguration) -> None:
        weight = 700 if words.bold else 400
        super().__init__(font_family=(words.family,), font_size=words.size, font_weight=weight, lang=language)
        self.font_config = fonts

    def __missing__(self, key: str) -> Any:
        value = self[key] = INITIAL_VALUES[key]
        return value


@dataclass(frozen=True, slots=True)
class _Line:
    """What WeasyPrint draws as a line of text."""

    text: str
    pango_layout: Layout
    style: _Look
    baseline: float = 0.0


@contextmanager
def _scaled(stream: Any, across: float, down: float) -> Iterator[None]:
    stream.push_state()
    stream.transform(a=across, d=down)
    yield
    stream.pop_state()
