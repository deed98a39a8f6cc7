"""What an adopter gives a slot: a placeholder, with its own frame or another, or a mere frame; and why."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Rect, Size, inch, pt
from engine.brand.adopt.backdrop import Backdrop
from engine.brand.adopt.free_room import Room
from engine.brand.adopt.shades import BLACK, WHITE, is_dark, ratio
from engine.brand.ground import GroundKind
from engine.brand.inspect.seen_deck import SeenLayout, SeenPlaceholder

NO_PLACE = Rect(ZERO, ZERO, ZERO, ZERO)
"""The frame of a slot that the template has no place for: nothing is printed there."""
_SAME = inch(0.02)
_LARGE, _LARGE_RATIO = 18.0, 3.0
"""Points from which a text is large, and the contrast that is enough for it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """`holder` None is a mere frame. `ground` is `dark` or `light` where the contract must say it, empty otherwise."""

    slot: str
    holder: SeenPlaceholder | None
    frame: Rect
    sure: bool
    why: Phrase
    ground: str = ""

    @property
    def moved(self) -> bool:
        """Tell whether the frame is another than that of the placeholder."""
        own = self.holder.frame if self.holder is not None else None
        if own is None:
            return True
        pairs = ((own.x, self.frame.x), (own.y, self.frame.y), (own.width, self.frame.width), (own.height, self.frame.height))
        return any(abs(one - other) > _SAME for one, other in pairs)

    def taken(self, layout: SeenLayout) -> Phrase:
        """Return what was taken, as a person finds it in PowerPoint."""
        if self.holder is None:
            return Phrase("自己的文本框", "a box of its own")
        twins = sum(each.name == self.holder.name for each in layout.placeholders) > 1
        number = f" idx {self.holder.idx}" if twins else ""
        return Phrase(f"占位符“{self.holder.name}”{number}", f"placeholder {self.holder.name!r}{number}")


@dataclass(frozen=True, slots=True)
class Canvas:
    """A layout to place slots on: what it paints, and the scale that turns measures of the design system into those of its page.

    `spoken` are the placeholders, by idx, that carry words on the first sample slide of the layout; none when there is no such slide.
    `numbered`: the template prints the number of the page itself.
    """

    layout: SeenLayout
    drop: Backdrop
    page: Size
    scale: float
    spoken: frozenset[int] = frozenset()
    numbered: bool = False

    def u(self, inches: float) -> Length:
        return inch(inches * self.scale)

    def lines(self, points: float) -> Length:
        return pt(points * self.scale)

    def room(self, under: Rect) -> Room:
        """Return the room of the ground that a frame stands on."""
        return Room.of_ground(self.drop, self.drop.color_under(under))

    def room_for_words(self, under: Rect, holder: SeenPlaceholder | None) -> Room:
        """Return the room where words can be read that can be read on a frame: on a photograph as well."""
        return Room.of_text(self.drop, WHITE if self.seems_dark(under, holder) else BLACK)

    def seems_dark(self, frame: Rect, holder: SeenPlaceholder | None) -> bool:
        """Tell whether light words belong on a frame: as the template itself sets them where large ones can be read so, else what reads best."""
        ground = self.drop.color_under(frame)
        own = holder.look.color if holder is not None else ""
        if holder is not None and own and (holder.look.size or 0) >= _LARGE and ratio(own, ground) >= _LARGE_RATIO:
            return ratio(own, BLACK) > ratio(ground, BLACK)
        return is_dark(ground)

    def placed(self, slot: str, holder: SeenPlaceholder | None, frame: Rect, why: Phrase, *, sure: bool = True) -> Placed:
        """Return a slot with the ground that the contract must say: what is painted there, where shapes alone would not tell it."""
        if frame == NO_PLACE:
            return Placed(slot, None, frame, sure, why)
        seen = "dark" if self.seems_dark(frame, holder) else "light"
        told = self._told(holder, frame)
        return Placed(slot, holder, frame, sure, why, "" if told in {seen, "own"} else seen)

    def _told(self, holder: SeenPlaceholder | None, frame: Rect) -> str:
        """Return what a reader of shapes would take a ground for: `own` for that of a placeholder that stays, empty for what it can't tell."""
        if holder is not None and holder.ground.kind is GroundKind.FLAT and holder.frame is not None:
            same = is_dark(self.drop.color_under(holder.frame)) == is_dark(self.drop.color_under(frame))
            return "own" if same else ""
        ground = self.layout.ground
        if holder is not None or ground.kind is not GroundKind.FLAT:
            return ""
        return "dark" if is_dark(ground.colors[0]) else "light"
