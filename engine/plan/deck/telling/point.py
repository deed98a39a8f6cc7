"""Points: what a paragraph says, sentence by sentence, each under the statement it begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from engine.base.records import dataclass, replace
from engine.layout.slices import cut_text
from engine.model.blocks import BulletItem, Card, PanelEntry
from engine.model.inlines import EMPTY, Span, Text, text
from engine.plan.deck.telling.sentences import (
    SHORT,
    full_stopped,
    has_figure,
    lead,
    pauses,
    sentences,
    stressed,
    stripped,
    without_pointers,
)

_HANGING = re.compile(r"[占为达于至到过约只仅由在的有]$|[a-z]$")
"""How a statement ends that says nothing without the figure behind it."""
PLAIN, FRAMING, FIGURE = 0, 1, 2
"""How much a sentence weighs: one among others; the first or last of its paragraph; one with a figure or an author's stress."""


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence as it was written, its statement (EMPTY for none) and what follows that."""

    sentence: Text
    title: Text
    rest: Text
    weight: int = PLAIN

    @property
    def whole(self) -> Text:
        """The sentence as a bullet, its statement stressed."""
        return _whole(self.sentence, len(self.title.plain) if self.title and self.rest else 0)

    @property
    def members(self) -> tuple[Text, ...]:
        """What follows, parted at semicolons."""
        return _members(self.rest) if self.rest else ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A paragraph or a list item as points; `title` is the author's own bold lead, EMPTY for none."""

    title: Text
    points: tuple[Point, ...]
    children: tuple[Text, ...] = ()

    def weighing(self, least: int) -> Saying:
        """Return the saying with the points of at least that weight."""
        return Saying(self.title, tuple(point for point in self.points if point.weight >= least), self.children)


@lru_cache(maxsize=1024)  # every way to set out a scene asks again
def _whole(sentence: Text, stress: int) -> Text:
    return unstopped(stressed(sentence, stress) if stress else sentence)


@lru_cache(maxsize=1024)
def _members(rest: Text) -> tuple[Text, ...]:
    return tuple(unstopped(stripped(part, "；;")) for part in cut_text(rest, pauses(rest, "；;")) if stripped(part))


def unstopped(words: Text) -> Text:
    """Return a text without its full stop if it is short."""
    return stripped(words, "。；;") if len(words.plain) < SHORT else full_stopped(words)


def saying_of(paragraph: Text, children: tuple[Text, ...] = (), visible: AbstractSet[str] = frozenset()) -> Saying:
    """Return what a paragraph says; sentences that only point at a table or chart say nothing.

    `visible` are facts that stand on the slide anyway: a sentence of nothing else may be left to the notes.
    """
    said = [sentence for each in sentences(paragraph) if (sentence := without_pointers(each))]
    title = EMPTY
    if len(said) > 1 and all(span.bold for span in said[0].spans):
        own, more = lead(said[0])
        title, said = (own, said[1:]) if not more else (EMPTY, said)
    points = (_point(sentence, visible, frames=index in {0, len(said) - 1}) for index, sentence in enumerate(said))
    return Saying(title, tuple(points), children)


def item_saying(item: BulletItem) -> Saying:
    """Return a list item; one that only points somewhere stands as it was written, for it has a place of its own in its list."""
    saying = saying_of(item.text, item.children)
    return saying if saying.points else replace(saying, points=(Point(item.text, EMPTY, EMPTY),))


def _point(sentence: Text, visible: AbstractSet[str], *, frames: bool) -> Point:
    title, rest = lead(sentence)
    weight = FIGURE if has_figure(sentence, visible) else FRAMING if frames else PLAIN
    return Point(sentence, title, rest, weight)


def card_of(saying: Saying) -> Card | None:
    """Return a saying as a card: its statement over what follows; None when nothing of it can stand as a title."""
    first, *others = saying.points
    title = saying.title or first.title
    if not title:
        return None
    below = (first.whole,) if saying.title else first.members
    bullets = (*below, *(point.whole for point in others), *saying.children)
    where = title.where
    return Card(title, bullets[0], where=where) if len(bullets) == 1 else Card(title, bullets=bullets, where=where)


def point_card(point: Point) -> Card | None:
    """Return one point as a card, None when it has no statement."""
    if not point.title:
        return None
    members = point.members
    body = (members[0], ()) if len(members) == 1 else (EMPTY, members)
    return Card(point.title, *body, where=point.title.where)


def entries_of(saying: Saying) -> tuple[PanelEntry, ...]:
    """Return a saying as entries of a side panel: one a sentence, or one in all under the author's title or what announces the others."""
    first, *others = saying.points
    announces = first.title and not first.rest and others and not has_figure(first.title)
    if saying.title:
        return (PanelEntry(EMPTY, saying.title, _running([point.sentence for point in saying.points])),)
    if announces:
        return (PanelEntry(EMPTY, first.title, _running([point.sentence for point in others])),)
    return tuple(PanelEntry(EMPTY, point.title, unstopped(point.rest) if point.rest else EMPTY) for point in saying.points)


def item_entry(saying: Saying) -> PanelEntry:
    """Return a list item as one entry: its statement, with the fact that proves it above where it ends in one."""
    first, *others = saying.points
    title = saying.title or first.title
    below = [first.sentence] if saying.title or not title else [first.rest] if first.rest else []
    figure, title = _proof(title)
    return PanelEntry(figure, title, _running([*below, *(point.sentence for point in others), *saying.children]))


def _proof(title: Text) -> tuple[Text, Text]:
    """Return the only fact of a statement, if it ends it, and the statement, without the fact where it is whole without it."""
    *before, last = title.spans or (Span(""),)
    if not last.fact or any(span.fact or re.search(r"\d", span.text) for span in before) or not before:
        return EMPTY, title
    label = stripped(Text(tuple(before), title.where))
    return Text((last,), title.where), title if _HANGING.search(label.plain) else label


def _running(sentences: Sequence[Text]) -> Text:
    """Return sentences as one text."""
    if not sentences:
        return EMPTY
    if len(sentences) == 1:
        return unstopped(sentences[0])
    return Text(tuple(span for sentence in sentences for span in full_stopped(sentence).spans), sentences[0].where)


def line_of(saying: Saying) -> Text:
    """Return a saying as one bullet, its statement stressed."""
    spans = tuple(span for point in saying.points for span in point.whole.spans)
    own = stressed(saying.title, len(saying.title.plain)).spans
    colon = text("：").spans if own else ()
    return Text((*own, *colon, *spans), saying.points[0].whole.where if saying.points else saying.title.where)
