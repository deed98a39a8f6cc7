"""The area of a layout that content may fill: its large placeholder, or the largest part without decor under the title."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Rect, Size, inch
from engine.brand.adopt.backdrop import Backdrop
from engine.brand.adopt.free_room import Room
from engine.brand.inspect.deck_problems import area, body_areas
from engine.brand.inspect.seen_deck import SeenLayout, SeenPlaceholder

_TOP = 0.45
"""Share of the page's height that a title must begin above to leave content below it."""
_MARGIN = 0.045
"""Share of the page's width that content keeps from its edges where the template says nothing."""
_FOOT = 0.075


@dataclass(frozen=True, slots=True)
class BodyRoom:
    """`holder` is the placeholder that it is from, None when it was measured; `why` says how it was found."""

    frame: Rect
    holder: SeenPlaceholder | None
    why: Phrase

    @property
    def sure(self) -> bool:
        return self.holder is not None


def title_on_top(layout: SeenLayout, size: Size) -> SeenPlaceholder | None:
    """Return the title if it leaves room for content below, None otherwise."""
    title = layout.title
    if title is None or title.frame is None:
        return None
    middle = title.frame.y + title.frame.height.over(2)
    return title if middle < size.height * _TOP else None


def body_room(layout: SeenLayout, drop: Backdrop, size: Size) -> BodyRoom:
    """Return the area for content of a layout; a placeholder of a quarter of the slide is taken as it is, inside the page."""
    page = Rect(ZERO, ZERO, size.width, size.height)
    bodies = body_areas(layout, size)
    if bodies:
        holder = max(bodies, key=lambda each: area(each.frame) if each.frame is not None else 0.0)
        assert holder.frame is not None, "body_areas are those with a frame"
        why = Phrase(f"最大的内容占位符“{holder.name}”", f"the largest placeholder for content, {holder.name!r}")
        return BodyRoom(_clipped(holder.frame, page), holder, why)
    title = title_on_top(layout, size)
    top = title.frame.bottom if title is not None and title.frame is not None else size.height * _FOOT
    margin = size.width * _MARGIN
    below = Rect(ZERO, top, size.width, size.height * (1 - _FOOT / 2) - top)
    free = Room.of_ground(drop, drop.color_under(below)).largest(below) or below
    left = title.frame.x if title is not None and title.frame is not None and title.frame.x > ZERO else margin
    inset = _clipped(free, Rect(left, ZERO, size.width - max(margin, left) - left, size.height))
    gap = min(inch(0.12), inset.height.over(20))
    frame = Rect(inset.x, inset.y + gap, inset.width, inset.height - gap * 2)
    why = Phrase("没有大的内容占位符：标题以下没有装饰的最大一块", "no large placeholder: the largest part without decor under the title")
    return BodyRoom(frame, None, why)


def _clipped(frame: Rect, page: Rect) -> Rect:
    left, top = max(frame.x, page.x), max(frame.y, page.y)
    return Rect(left, top, Length(max(0, min(frame.right, page.right) - left)), Length(max(0, min(frame.bottom, page.bottom) - top)))
