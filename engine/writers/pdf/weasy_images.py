"""Drawings that WeasyPrint places like pictures but that draw themselves: no SVG to parse, no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

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

    def get_intrinsic_size(self, image_resolution: float, font_size: float) -> tuple[float, float, float]:
        return self.width * PX_PER_PT, self.height * PX_PER_PT, self.width / self.height

    def draw(self, stream: Any, concrete_width: float, concrete_height: float, style: Any) -> None:
        stream.push_state()
        stream.transform(a=concrete_width / self.width, d=concrete_height / self.height)
        stream.stream.append(self.content)
        stream.pop_state()
