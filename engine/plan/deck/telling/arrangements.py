"""Ways to set out what is shown and said on one slide, the best first: the planner takes the first that fits well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.records import dataclass, replace
from engine.model import walk
from engine.model.blocks import Block, Card, Cards, CardStyle, PageBreak, Panel, Paragraph
from engine.model.inlines import EMPTY, Text
from engine.plan.deck.telling.passages import Listing, Showing, leaves_a_side, side_by_side
from engine.plan.deck.telling.point import (
    FIGURE,
    FRAMING,
    PLAIN,
    Point,
    Saying,
    card_of,
    entries_of,
    item_entry,
    item_saying,
    line_of,
    point_card,
    saying_of,
    unstopped,
)
from engine.plan.deck.telling.sentences import has_figure, stressed

WEIGHTS = (PLAIN, FRAMING, FIGURE)
MOST_ENTRIES, MOST_CARDS, MOST_BARE, MOST_LINES, LEAST_BESIDE = 5, 6, 3, 3, 2
TWO_THIRDS, SEVEN, THREE_QUARTERS = 8, 7, 9
SECOND, THIRD, FOURTH, LAST = 3.0, 6.0, 20.0, 70.0
"""How much less than the first choice others are liked; the last is a wall of sentences."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`dislike` is how far it is from the first choice; `left` are the sentences that no slide shows, and `least` the weight of those it does."""

    blocks: tuple[Block, ...]
    least: int = PLAIN
    dislike: float = 0.0
    left: tuple[Text, ...] = ()


Way = tuple[float, tuple[Block, ...]]
"""How much it is disliked, and its blocks."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a showing as they go on a slide: paragraphs as sayings, lists, panels; `label` names them, EMPTY for nothing."""

    label: Text
    sayings: tuple[Saying, ...]
    lists: tuple[Listing, ...]
    panels: tuple[Panel, ...]

    def weighing(self, least: int) -> Said:
        """Return what is said without the sentences of less weight; if none has that weight, with the first of all."""
        kept = tuple(saying for each in self.sayings if (saying := each.weighing(least)).points)
        return replace(self, sayings=kept or tuple(replace(each, points=each.points[:1]) for each in self.sayings[:1]))

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for saying in self.sayings for point in saying.points)


def said_in(showing: Showing, label: Text = EMPTY) -> Said:
    visible = frozenset(facts_in(showing.blocks))
    sayings = (saying_of(each.text, visible=visible) for each in showing.words if isinstance(each, Paragraph))
    lists = tuple(each for each in showing.words if isinstance(each, Listing))
    return Said(label, tuple(saying for saying in sayings if saying.points), lists, showing.panels)


def facts_in(value: object) -> Iterator[str]:
    """Yield the ids of the facts that blocks print or plot."""
    inside = walk.parts_of(value)
    if not isinstance(value, tuple) and isinstance(found := getattr(value, "fact", None), str):
        yield found
    for inner in inside:
        if type(inner) not in walk.PLAIN:
            yield from facts_in(inner)


def arrangements(blocks: Sequence[Block], said: Said) -> Iterator[Arrangement]:
    """Yield the ways to show blocks with what is said, each with all its sentences first, then with fewer of them."""
    for least in WEIGHTS:
        told = said.weighing(least)
        if least and told == said:
            return
        ways = _beside(blocks, told) if blocks else _by_itself(told)
        kept = frozenset(told.points)
        left = tuple(point.sentence for point in said.points if point not in kept)
        for dislike, way in ways:
            yield Arrangement(way, least, dislike, left)


def _beside(blocks: Sequence[Block], said: Said) -> Iterator[Way]:
    """Yield what is shown with its words beside it, below it as cards, below it in a panel."""
    shown, panels, points = tuple(blocks), said.panels, said.points
    if not (points or panels or said.lists):
        yield 0.0, shown
        return
    if leaves_a_side(blocks):
        listed = tuple(_list_panel(listing) for listing in said.lists)
        strip = _strip(said) if said.lists else ()
        side = (*panels, *(listed or _side_panel(said)))
        if panels or said.lists or len(points) >= LEAST_BESIDE or any(len(point.members) > 1 for point in points):
            yield 0.0, (side_by_side(shown, side, TWO_THIRDS), *strip)
            yield SECOND, (side_by_side(shown, side, SEVEN), *strip)
            yield SECOND, (side_by_side(shown, side, THREE_QUARTERS), *strip)
    if said.lists:
        yield SECOND, (*_lists(said.lists), *shown, *_strip(said), *panels)
    elif (cards := _point_cards(points)) and not any(isinstance(block, Cards) for block in shown):
        yield SECOND, (*shown, cards, *panels)
    yield THIRD if len(points) <= MOST_LINES else FOURTH * 2, (*shown, *_lists(said.lists), *_strip(said), *panels)
    if panels and points and leaves_a_side(blocks):
        for dislike, way in _by_itself(replace(said, panels=())):
            yield THIRD + dislike, (side_by_side(shown, panels, TWO_THIRDS), PageBreak(), *way)
            yield THIRD + dislike, (side_by_side(shown, panels, THREE_QUARTERS), PageBreak(), *way)
    for dislike, way in _by_itself(said):
        yield THIRD + dislike, (*shown, PageBreak(), *way)


def _side_panel(said: Said) -> tuple[Block, ...]:
    if not said.points:
        return ()
    where = said.points[0].sentence.where
    entries = tuple(entry for saying in said.sayings for entry in entries_of(saying))
    if len(said.points) == 1 and not said.label and len(said.points[0].members) > 1:
        return (Panel(said.points[0].title, bullets=said.points[0].members, where=where),)
    if len(entries) <= MOST_ENTRIES:
        return (Panel(said.label, entries=entries, where=where),)
    return (Panel(said.label, bullets=tuple(point.whole for point in said.points), where=where),)


def _strip(said: Said) -> tuple[Block, ...]:
    """Return what is said as one panel across the slide; a first sentence that only announces the others is its title."""
    first, *others = said.points or (None,)
    if first is None:
        return ()
    where = first.sentence.where
    if not others and not said.label and first.title and first.rest:
        return (Panel(first.title, body=unstopped(first.rest), where=where),)
    if not others:
        return (Panel(said.label, body=first.whole, where=where),)
    announces = len(said.sayings) == 1 and not said.label and first.title and not first.rest and not has_figure(first.title)
    label, points = (first.title, tuple(others)) if announces else (said.label, said.points)
    return (Panel(label, bullets=tuple(point.whole for point in points), where=where),)


def _list_panel(listing: Listing, *, dark: bool = False) -> Panel:
    """Return a list as a panel: its items apart under their statements, or as bullets where there are many."""
    items = [item_saying(item) for item in listing.bullets.items]
    where = listing.bullets.where
    if len(items) <= MOST_ENTRIES:
        return Panel(listing.label, entries=tuple(map(item_entry, items)), dark=dark, where=where)
    return Panel(listing.label, bullets=tuple(map(line_of, items)), dark=dark, where=where)


def _by_itself(said: Said) -> Iterator[Way]:
    """Yield words alone: two labelled lists side by side, lists as cards, paragraphs as cards, sentences as cards, a panel."""
    strip, panels = _strip(said), said.panels
    if len(said.lists) == 2 and all(listing.label for listing in said.lists):
        first, second = said.lists
        left = (*_label(first), *_listed(first))
        yield 0.0, (side_by_side(left, (_list_panel(second, dark=True),), TWO_THIRDS), *strip, *panels)
    if said.lists:
        yield FOURTH, (*_lists(said.lists), *strip, *panels)
        return
    if len(said.sayings) > 1 and (cards := _cards([card_of(saying) for saying in said.sayings])):
        yield 0.0, (cards, *panels)
    if cards := _point_cards(said.points):
        yield SECOND, (cards, *panels)
    yield LAST, (*strip, *panels)


def _point_cards(points: Sequence[Point]) -> Cards | None:
    return _cards([point_card(point) for point in points])


def _lists(lists: Sequence[Listing]) -> tuple[Block, ...]:
    return tuple(block for listing in lists for block in (*_label(listing), *_listed(listing)))


def _label(listing: Listing) -> tuple[Block, ...]:
    words = stressed(listing.label, len(listing.label.plain))
    return (Paragraph(words, listing.label.where),) if listing.label else ()


def _listed(listing: Listing) -> tuple[Block, ...]:
    """Return a list as cards; as it is where an item has no statement, or there are too many."""
    bullets = listing.bullets
    style = CardStyle.NUMBERED if bullets.ordered else CardStyle.TOPPED
    cards = _cards([card_of(item_saying(item)) for item in bullets.items], style)
    return (replace(cards, first=bullets.first, where=bullets.where) if cards else bullets,)


def _cards(made: Sequence[Card | None], style: CardStyle = CardStyle.TOPPED) -> Cards | None:
    cards = tuple(card for card in made if card is not None)
    bare = sum(1 for card in cards if not (card.body or card.bullets))
    fitting = len(cards) == len(made) and 1 < len(cards) <= MOST_CARDS and (not bare or bare == len(cards) <= MOST_BARE)
    return Cards(cards, style, cards[0].where) if fitting else None
