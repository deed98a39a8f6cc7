"""What lies behind a text: background of the page, then static shapes in drawing order, then the placeholder's own fill."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from engine.base.records import dataclass
from engine.base.units import Rect, inch
from engine.brand.picture_ground import PictureFill, shown_under
from engine.model.theme import Color, mixed


class GroundKind(Enum):
    """What lies behind a text; `UNCLEAR` when shapes cover it in part or let it shine through."""

    FLAT = "flat"
    GRADIENT = "gradient"
    PICTURE = "picture"
    PATTERN = "pattern"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Ground:
    """`colors` are RRGGBB: one for a flat ground, the stops of a gradient, none where they can't be told. `picture` is what a ground of that
    kind shows, None where it was not read. `veil` is a colour with its opacity, 0 to 1, through which what is below is seen.
    """

    kind: GroundKind
    colors: tuple[str, ...] = ()
    picture: PictureFill | None = None
    veil: tuple[str, float] | None = None

    def over(self, below: tuple[str, ...]) -> tuple[str, ...]:
        """Return the colours below as they are seen through the veil; this ground must have one."""
        assert self.veil is not None, "asked of a veil"
        color, opacity = self.veil
        return tuple(dict.fromkeys(mixed(Color(each), Color(color), opacity).hex for each in below))


UNCLEAR = Ground(GroundKind.UNCLEAR)
_SLACK = inch(0.05)
_MUCH = 0.2
"""Share of a text's frame that a shape must cover to make its ground unclear."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A filled static shape; `partly` are the colours of one that does not fill its frame, whose ground is unclear."""

    frame: Rect
    ground: Ground
    partly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beneath:
    """What the text of a page stands on: its background, and the filled static shapes in drawing order.

    A picture as the background is also the first of the shapes, for its colours differ from place to place. `worded` are the frames of the
    template's own words.
    """

    base: Ground
    covers: tuple[Cover, ...] = ()
    worded: tuple[Rect, ...] = ()

    def colors(self, frame: Rect) -> tuple[str, ...]:
        """Return every colour that part of a text in `frame` may stand on, as RRGGBB; none where it stands on what has no known colours."""
        found = self.base.colors
        for cover in self.covers:
            if cover.ground.veil is not None:
                found = _through(frame, cover, found)
            elif cover.ground.picture is not None:
                found = _on_picture(frame, cover.frame, cover.ground.picture, found)
            elif cover.frame.contains(frame, _SLACK) and cover.ground.kind is not GroundKind.UNCLEAR:
                found = cover.ground.colors
            elif _share(cover.frame, frame) > _MUCH:
                found = tuple(dict.fromkeys((*found, *cover.ground.colors, *cover.partly)))
        return found

    def is_free(self, frame: Rect) -> bool:
        """Tell whether no shape begins or ends in `frame`, and none can: what is drawn there does not lie on the brand's decor."""
        if self.base.kind in (GroundKind.PICTURE, GroundKind.UNCLEAR):  # nobody knows what is to be seen there
            return False
        if any(words.overlaps(frame) for words in self.worded):
            return False
        return not any(cover.frame.overlaps(frame) and not cover.frame.contains(frame, _SLACK) for cover in self.covers)


def beneath(base: Ground, covers: Sequence[Cover], page: Rect, worded: Sequence[Rect] = ()) -> Beneath:
    """Return what the text of a page stands on; a background that is a picture shows it on the whole page."""
    return Beneath(base, (*([Cover(page, base)] if base.picture is not None else []), *covers), tuple(worded))


def _through(frame: Rect, veiled: Cover, below: tuple[str, ...]) -> tuple[str, ...]:
    """Return the colours under a text where a veil lies over all, part or nothing of what is below."""
    if _share(veiled.frame, frame) <= _MUCH:
        return below
    shown = veiled.ground.over(below)
    return shown if veiled.frame.contains(frame, _SLACK) else tuple(dict.fromkeys((*below, *shown)))


def _on_picture(frame: Rect, placed: Rect, picture: PictureFill, below: tuple[str, ...]) -> tuple[str, ...]:
    """Return the colours under a text where a picture covers all, part or nothing of what is below."""
    if _share(placed, frame) <= _MUCH or (shown := shown_under(picture, placed, frame)) is None:
        return below
    hides = shown.is_solid and placed.contains(frame, _SLACK)
    return shown.colors if hides else tuple(dict.fromkeys((*below, *shown.colors)))


def ground_under(frame: Rect | None, base: Ground, shapes: Sequence[Cover]) -> Ground:
    """Return what a text in `frame` stands on: the last shape that holds all of it, unclear where a later one covers much of it."""
    ground = base
    for cover in shapes if frame is not None else ():
        assert frame is not None, "there are no shapes to look at without a frame"
        if cover.frame.contains(frame, _SLACK):
            ground = cover.ground
        elif _share(cover.frame, frame) > _MUCH and cover.ground != ground:
            ground = UNCLEAR
    return ground


def _share(cover: Rect, frame: Rect) -> float:
    across = min(cover.right, frame.right) - max(cover.x, frame.x)
    down = min(cover.bottom, frame.bottom) - max(cover.y, frame.y)
    area = float(frame.width) * float(frame.height)
    return max(0.0, float(across)) * max(0.0, float(down)) / area if area else 0.0
