"""What differs from a baseline, as values."""

from __future__ import annotations

from enum import Enum

from engine.base.records import dataclass
from engine.diff.page_changes import LineChange


class Kind(Enum):
    TEXT = "text"
    PICTURE = "picture"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class PageDifference:
    """`before` and `after` are page numbers from 1, None on the side where the page is missing.

    `pictures` are the approved one, the new one and what differs between them, each PNG or None where there is none.
    """

    kind: Kind
    title: str
    before: int | None
    after: int | None
    lines: tuple[LineChange, ...] = ()
    pictures: tuple[bytes | None, bytes | None, bytes | None] = (None, None, None)
