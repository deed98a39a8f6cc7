"""What lies behind a text: background of the page, then static shapes in drawing order, then the placeholder's own fill."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from engine.base.records import dataclass
from engine.base.units import Rect, inch


class GroundKind(Enum):
    """What lies behind a text; `UNCLEAR` when shapes cover it in part or let it shine through."""

    FLAT = "flat"
    GRADIENT = "gradient"
    PICTURE = "picture"
    PATTERN = "pattern"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Ground:
    """`colors` are RRGGBB: one for a flat ground, the stops of a gradient, none where they can't be told."""

    kind: GroundKind
    colors: tuple[str, ...] = ()


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
    """What the text of a page stands on: its background, and the filled static shapes in drawing order."""

    base: Ground
    covers: tuple[Cover, ...] = ()

    def colors(self, frame: Rect) -> tuple[str, ...]:
        """Return every colour that part of a text in `frame` may stand on, as RRGGBB; none where it stands on what has no known colours."""
        found = self.base.colors
        for cover in self.covers:
            if cover.frame.contains(frame, _SLACK) and cover.ground.kind is not GroundKind.UNCLEAR:
                found = cover.ground.colors
            elif _share(cover.frame, frame) > _MUCH:
                found = tuple(dict.fromkeys((*found, *cover.ground.colors, *cover.partly)))
        return found

    def is_free(self, frame: Rect) -> bool:
        """Tell whether no shape begins or ends in `frame`, and none can: what is drawn there does not lie on the brand's decor."""
        if self.base.kind in (GroundKind.PICTURE, GroundKind.UNCLEAR):  # nobody knows what is to be seen there
            return False
        return not any(cover.frame.overlaps(frame) and not cover.frame.contains(frame, _SLACK) for cover in self.covers)


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
