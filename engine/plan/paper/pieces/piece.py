"""What pagination asks of a piece of the flow. Heights are in points."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from engine.base.units import Point
from engine.plan.paper.canvas import Canvas


class Piece(Protocol):
    """`before` and `after` are the white around it, `bookmarks` the names it carries, in order; `keep_next` ties it to what follows."""

    @property
    def before(self) -> float: ...

    @property
    def after(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def least(self) -> float:
        """The height of its shortest beginning."""
        ...

    @property
    def keep_next(self) -> bool: ...

    @property
    def bookmarks(self) -> tuple[str, ...]: ...

    def divided(self, room: float) -> Division | None:
        """Return what fits in `room` and the rest; None when it can't be divided there."""
        ...

    def draw(self, at: Point, canvas: Canvas) -> None: ...


Division: TypeAlias = tuple[Piece, Piece]
