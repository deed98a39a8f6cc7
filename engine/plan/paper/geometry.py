"""The page: margins, running header and footer, and where the body stands (DESIGN-SYSTEM §9), as the sections of the template have them."""

from __future__ import annotations

from dataclasses import field

from engine.base.records import dataclass, replace
from engine.base.units import Length, Rect, Size, inch, pt
from engine.brand.paper_style import PaperSection

MARGIN = inch(1.0)
BODY_TOP, BODY_END = inch(1.14), inch(0.993)
"""Where the body begins and ends, from the upper and from the lower edge of the page."""
HEADER, FOOTER = inch(0.52), inch(0.536)
"""Where the header begins, from the upper edge, and where the footer ends, from the lower one."""
LINE = pt(12)
"""The line of a header or footer."""
RULE_BELOW, RULE_ABOVE = inch(0.113), inch(0.097)
"""From the words of a header to its rule, and from that of a footer to its words."""
A4_HEIGHT = Length(16838 * 635)
"""Covers are drawn for this height."""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """`size` is the page as it lies. `top` and `bottom` are those of the body, `margin` the one at the left, `right` None for an equal one.

    `beside` is the page in the other orientation, None when that has the same margins.
    """

    size: Size
    margin: Length = MARGIN
    top: Length = BODY_TOP
    bottom: Length = BODY_END
    right: Length | None = None
    header: Length = HEADER
    footer: Length = FOOTER
    beside: PageFrame | None = None

    body: Rect = field(init=False, compare=False)

    def __post_init__(self) -> None:
        right = self.margin if self.right is None else self.right
        body = Rect(self.margin, self.top, self.size.width - self.margin - right, self.size.height - self.bottom - self.top)
        object.__setattr__(self, "body", body)

    @property
    def width(self) -> Length:
        return self.body.width

    @property
    def stretch(self) -> float:
        """What places on a cover are multiplied by: its height in parts of that of A4."""
        return self.size.height / A4_HEIGHT

    def turned(self) -> PageFrame:
        """Return the page in the other orientation."""
        if self.beside is not None:
            return self.beside
        return replace(self, size=Size(self.size.height, self.size.width))


def frame_of(section: PaperSection, beside: PaperSection | None = None) -> PageFrame:
    """Return the page of a section; `beside` is the section of the pages in the other orientation."""
    return PageFrame(
        section.size,
        section.left,
        section.top,
        section.bottom,
        section.right,
        section.header,
        section.footer,
        None if beside is None else frame_of(beside),
    )
