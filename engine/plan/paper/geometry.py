"""The A4 page: margins, running header and footer, and where the body stands (DESIGN-SYSTEM §9)."""

from __future__ import annotations

from dataclasses import field

from engine.base.records import dataclass
from engine.base.units import Length, Rect, Size, inch

HEADER_TEXT, HEADER_RULE, BODY_TOP = inch(0.52), inch(0.80), inch(1.14)
FOOT_TEXT, FOOT_RULE, BODY_END = inch(0.703), inch(0.80), inch(0.993)
"""Distances from the upper and from the lower edge of the page."""
MARGIN = inch(1.0)


@dataclass(frozen=True, slots=True)
class PageFrame:
    """`size` is the page as it lies; margins left and right are equal. `top` and `bottom` are those of the body."""

    size: Size
    margin: Length = MARGIN
    top: Length = BODY_TOP
    bottom: Length = BODY_END

    body: Rect = field(init=False, compare=False)

    def __post_init__(self) -> None:
        body = Rect(self.margin, self.top, self.size.width - self.margin * 2, self.size.height - self.bottom - self.top)
        object.__setattr__(self, "body", body)

    @property
    def width(self) -> Length:
        return self.body.width

    def turned(self) -> PageFrame:
        """Return the page in the other orientation."""
        return PageFrame(Size(self.size.height, self.size.width), self.margin, self.top, self.bottom)
