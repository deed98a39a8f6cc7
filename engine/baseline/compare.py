"""A new look beside an approved one: texts exactly, pictures beyond anti-aliasing, pages that came, went or moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from engine.baseline.differences import Kind, PageDifference
from engine.baseline.look import Box, Look
from engine.diff.page_changes import brothers, line_changes
from engine.probe.picture_diff import FINE, STRONG, picture_change


def compare(approved: Look, current: Look) -> tuple[PageDifference, ...]:
    """Return what differs in the order of the new pages; those that went stand where they were."""
    pairs = brothers(approved.pages, current.pages)
    found = [difference for new in range(len(current.pages)) for difference in _of_page(approved, current, pairs.get(new), new)]
    gone = (old for old in range(len(approved.pages)) if old not in set(pairs.values()))
    found += [_lost(approved, old) for old in gone]
    found += [PageDifference(Kind.MOVED, current.pages[new].title, pairs[new] + 1, new + 1) for new in _moved(pairs)]
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: (one.after or one.before or 0, order.index(one.kind))))


def _of_page(approved: Look, current: Look, old: int | None, new: int) -> Iterator[PageDifference]:
    page, picture = current.pages[new], current.pictures[new]
    if old is None:
        yield PageDifference(Kind.ADDED, page.title, None, new + 1, pictures=(None, picture, None))
        return
    before = approved.pages[old]
    lines = tuple(line_changes((before.title, *before.texts), (page.title, *page.texts)))
    earlier = approved.pictures[old]
    folio = current.folio(new)
    hidden = (folio,) if folio is not None else ()
    marked = _marked(earlier, picture, hidden, FINE if lines else STRONG)
    if lines or marked is not None:
        yield PageDifference(
            Kind.TEXT if lines else Kind.PICTURE, page.title, old + 1, new + 1, lines, (earlier or None, picture, marked)
        )  # fmt: skip


def _marked(before: bytes, after: bytes, hidden: Sequence[Box], levels: int) -> bytes | None:
    """Return the picture of what differs, None when nothing does; a picture that is missing or damaged differs as a whole."""
    try:
        change = picture_change(before, after, hidden, levels)
    except OSError:
        return after
    return None if change is None else change.picture


def _lost(approved: Look, old: int) -> PageDifference:
    return PageDifference(Kind.REMOVED, approved.pages[old].title, old + 1, None, pictures=(approved.pictures[old] or None, None, None))


def _moved(pairs: Mapping[int, int]) -> tuple[int, ...]:
    """Return the fewest new pages whose moving explains the new order: all but a longest rising row of old numbers."""
    news = sorted(pairs)
    tails: list[int] = []
    lengths = []
    for new in news:
        place = bisect_left(tails, pairs[new])
        tails[place : place + 1] = [pairs[new]]
        lengths.append(place + 1)
    stays: set[int] = set()
    wanted, limit = len(tails), len(pairs) + max(pairs.values(), default=0) + 1
    for new, length in zip(reversed(news), reversed(lengths), strict=True):
        if length == wanted and pairs[new] < limit:
            stays.add(new)
            wanted, limit = wanted - 1, pairs[new]
    return tuple(new for new in news if new not in stays)


def kept_pictures(approved: Look, current: Look) -> tuple[bytes, ...]:
    """Return the pictures to approve: those that stand already where the new ones are alike, so that no change writes no file."""
    return tuple(_kept(approved, current, index, picture) for index, picture in enumerate(current.pictures))


def _kept(approved: Look, current: Look, index: int, picture: bytes) -> bytes:
    if index >= len(approved.pages) or not approved.pictures[index] or approved.pages[index] != current.pages[index]:
        return picture
    return approved.pictures[index] if _marked(approved.pictures[index], picture, (), STRONG) is None else picture
