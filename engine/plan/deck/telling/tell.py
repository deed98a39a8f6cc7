"""Telling a topic of a paper on slides: which stretches it has, what each is titled, and how each is set out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from math import inf

from engine.base.diagnostics import Diagnostic, Findings, Phrase, Severity
from engine.base.records import dataclass, replace
from engine.base.units import Length, Rect
from engine.model.blocks import Block, PageBreak, Panel, Paragraph
from engine.model.inlines import EMPTY, Span, Text
from engine.model.report import Topic
from engine.plan.deck.arrange import step_that_fits
from engine.plan.deck.paginate import Frames, Pages, Paper, paginate
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.telling.arrangements import Said, arrangements, said_in
from engine.plan.deck.telling.fullness import Page, filled, wrapped
from engine.plan.deck.telling.passages import Listing, Passage, Showing, Words, joined, passages
from engine.plan.deck.telling.point import Point, Saying
from engine.plan.deck.telling.sentences import full_stopped

FAULT, PAGE, CUT, TURN, CONDENSED, STEP, BARE, WRAPPED = 1000.0, 100.0, 80.0, 15.0, 12.0, 8.0, 80.0, 150.0
"""What a way to set out a stretch costs: a fault, a page, a block cut in two, a page that ends between blocks, leaving sentences to the notes,
a step of the ladder, an empty page, a table twice as tall beside words.
"""
LONG, BARE_TITLE = 26.0, 12.0
"""How much less a takeaway of two lines, or none, is liked."""
MOST_LINES, MOST_FOLDED = 2, 4
FOLDED_OVER = 1
"""Notes that may be folded onto a stretch of several slides; a further one goes only where one slide holds it with all else."""
FULL = 0.85
"""A page filled to this part is full."""
MARK = "·"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Slides under one title: the topic with the title, takeaway and notes of the first of them, and their pages."""

    topic: Topic
    pages: Pages
    follows: bool = False
    """The title goes on from the stretch before."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a teller works with: the area below a title and takeaway, and how wide a takeaway may be."""

    sheet: Sheet
    frame: Callable[[Topic, int], Rect]
    takeaway_width: Length


def tell(topic: Topic, desk: Desk, findings: Findings) -> tuple[Stretch, ...]:
    """Return a topic of a paper as slides: nothing it says is lost, what no slide says stands word for word in the notes."""
    teller = _Teller(topic, desk)
    for passage, label in _with_openings(passages(topic.blocks)):
        teller.tell(passage, label)
    for planned in teller.planned:
        findings.extend(planned.findings)
        findings.extend(_left_to_notes(planned.left))
    return tuple(planned.stretch for planned in teller.planned) or (Stretch(topic, (((), 0),)),)


def _with_openings(found: tuple[Passage, ...]) -> tuple[tuple[Passage, Text], ...]:
    """Return passages with the label of their words: what begins a topic briefly is told with the first heading, which then is the label."""
    first, *others = found or (Passage(EMPTY, ()),)
    if others and not first.heading and len(first.showings) == 1 and first.showings[0].is_brief and others[0].showings:
        head, *rest = others[0].showings
        merged = Passage(EMPTY, (joined(first.showings[0], head), *rest))
        return ((merged, others[0].heading), *((passage, EMPTY) for passage in others[1:]))
    if first.heading:
        return ((Passage(EMPTY, first.showings), first.heading), *((passage, EMPTY) for passage in others))
    return tuple((passage, EMPTY) for passage in found)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a stretch is made of: its topic with title and notes, what it shows, the label of its words, and notes of brief passages."""

    topic: Topic
    showing: Showing
    label: Text
    follows: bool
    folded: tuple[Panel, ...] = ()


@dataclass(frozen=True, slots=True)
class _Planned:
    """A scene as it is best set out, with what planning it found, what it costs, and the sentences it leaves to the notes."""

    scene: _Scene
    stretch: Stretch
    cost: float
    findings: tuple[Diagnostic, ...] = ()
    left: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to set out a scene: `cost` is what it costs whatever room it takes, `topic` has its takeaway."""

    topic: Topic
    blocks: tuple[Block, ...]
    cost: float
    left: tuple[Text, ...]


class _Teller:
    def __init__(self, topic: Topic, desk: Desk) -> None:
        self.topic, self.desk = topic, desk
        self.planned: list[_Planned] = []
        self.frames: dict[tuple[Text, Text, int], Rect] = {}

    def tell(self, passage: Passage, label: Text) -> None:
        """Add the slides of a passage; `label` names its words, EMPTY for nothing."""
        for index, showing in enumerate(passage.showings):
            named = label if not index else EMPTY
            scene = _Scene(self._titled(passage.heading, showing, named, follows=bool(index)), showing, named, bool(index))
            planned = self._best(scene)
            assert planned is not None, "there is a way for everything"
            folded = self._folded(passage.heading, scene, planned.cost) if passage.heading and not index and showing.is_brief else None
            if folded is not None:
                self.planned[-1] = folded
            else:
                self.planned.append(planned)

    def _titled(self, heading: Text, showing: Showing, label: Text, *, follows: bool) -> Topic:
        """Return the topic of a stretch: titled by its heading, its words in the notes."""
        title = heading or self.topic.title
        first = not self.planned
        own = self.topic.notes if first else EMPTY
        said = (line for words in showing.words for line in _lines(words))
        takeaway = self.topic.takeaway if not heading and not follows else EMPTY
        return replace(self.topic, title=title, takeaway=takeaway, notes=_noted((own, label, *said)))

    def _best(self, scene: _Scene, below: float = inf) -> _Planned | None:
        """Return the cheapest way to set out a scene: on one slide if there is one, and what cannot be cheaper is not measured.

        None when none costs less than `below`.
        """
        ways = list(self._ways(scene))
        best: _Planned | None = None
        for way in ways:
            if PAGE + way.cost < below and (pages := self._one_page(way)):
                planned = self._set_out(scene, way, pages)
                best, below = (planned, planned.cost) if planned.cost < below else (best, below)
        for way in ways if len(scene.folded) <= FOLDED_OVER else ():
            if 2 * PAGE + way.cost < below:
                findings = Findings()
                pages = paginate(way.blocks, self._frames(way.topic), Paper(self.desk.sheet, findings, way.topic.where))
                planned = self._set_out(scene, way, pages, tuple(findings))
                best, below = (planned, planned.cost) if planned.cost < below else (best, below)
        return best

    def _ways(self, scene: _Scene) -> Iterator[_Way]:
        for dislike, topic, said in self._with_takeaways(scene.topic, scene.showing, said_in(scene.showing, scene.label)):
            for way in arrangements(scene.showing.blocks, said):
                cost = way.least * CONDENSED + way.dislike + dislike
                yield _Way(topic, (*way.blocks, *scene.folded), cost, way.left)

    def _one_page(self, way: _Way) -> Pages | None:
        """Return the blocks on one slide at the largest step that fits, None when none does."""
        if any(isinstance(block, PageBreak) for block in way.blocks):
            return None
        level = step_that_fits(way.blocks, self._frame(way.topic, 0), self.desk.sheet)
        return None if level is None else ((way.blocks, level),)

    def _set_out(self, scene: _Scene, way: _Way, pages: Pages, findings: tuple[Diagnostic, ...] = ()) -> _Planned:
        breaks = sum(isinstance(block, PageBreak) for block in way.blocks)
        cuts = sum(len(blocks) for blocks, _ in pages) - (len(way.blocks) - breaks)
        turns = max(0, len(pages) - 1 - breaks - cuts)
        cost = way.cost + self._cost(way.topic, pages) + cuts * CUT + turns * TURN + len(findings) * FAULT
        return _Planned(scene, Stretch(way.topic, pages, scene.follows), cost, findings, way.left)

    def _frames(self, topic: Topic) -> Frames:
        return lambda page: self._frame(topic, page)

    def _frame(self, topic: Topic, page: int) -> Rect:
        """Return the area of a page, measured once for each title and takeaway."""
        key = (topic.title, topic.takeaway, min(page, 1))
        found = self.frames.get(key)
        if found is None:
            found = self.frames[key] = self.desk.frame(topic, page)
        return found

    def _with_takeaways(self, topic: Topic, showing: Showing, said: Said) -> Iterator[tuple[float, Topic, Said]]:
        """Yield a topic with the sentences that a takeaway line holds moved to it from what is said: most of them first, then fewer."""
        alone = not showing.blocks and not said.lists and len(said.sayings) > 1
        if topic.takeaway or not said.sayings or said.sayings[0].title or alone:
            yield 0.0, topic, said
            return
        first, *others = said.sayings
        counted = (self._lines(first.points[:count]) for count in range(len(first.points) + 1))
        lines = tuple(takewhile(lambda needed: needed <= MOST_LINES, counted))
        fitting = [count for count, needed in enumerate(lines) if needed <= 1]
        longer = [count for count, needed in enumerate(lines) if needed == MOST_LINES]
        for count in (*reversed(fitting), *reversed(longer)):
            rest = Saying(EMPTY, first.points[count:], first.children)
            kept = (rest, *others) if rest.points else tuple(others)
            takeaway = _takeaway(first.points[:count]) if count else EMPTY
            dislike = LONG if count in longer else 0.0 if count else BARE_TITLE
            yield dislike, replace(topic, takeaway=takeaway), replace(said, sayings=kept)

    def _lines(self, points: tuple[Point, ...]) -> int:
        """Return how many lines sentences take as a takeaway, at its smallest size."""
        style = self.desk.sheet.style("takeaway")
        return self.desk.sheet.line_count(_takeaway(points), style.sized(style.role.minimum), self.desk.takeaway_width) if points else 0

    def _cost(self, topic: Topic, pages: Pages) -> float:
        cost = 0.0
        for number, (blocks, level) in enumerate(pages):
            frame = self._frame(topic, number)
            page = Page(frame, self.desk.sheet, level)
            cost += PAGE + level * STEP + max(0.0, FULL - filled(blocks, page)) * BARE + WRAPPED * wrapped(blocks, page)
        return cost

    def _folded(self, heading: Text, scene: _Scene, cost: float) -> _Planned | None:
        """Return the scene before with a brief passage below what it shows; None where that costs no less than a slide of its own."""
        if not self.planned or len(self.planned[-1].scene.folded) >= MOST_FOLDED:
            return None
        before, last = self.planned[-1], self.planned[-1].scene
        panel = Panel(heading, bullets=tuple(point.whole for point in said_in(scene.showing).points), where=heading.where)
        topic = replace(last.topic, notes=_noted((last.topic.notes, heading, scene.topic.notes)))
        return self._best(replace(last, topic=topic, folded=(*last.folded, panel)), before.cost + cost)


def _left_to_notes(left: tuple[Text, ...]) -> Iterator[Diagnostic]:
    """Tell which sentences no slide shows: they stand in the speaker notes."""
    if left:
        first = left[0].plain
        yield Diagnostic(
            "FIT008",
            Severity.INFO,
            Phrase(
                f"幻灯片放不下，{len(left)} 句话只在备注里，如“{first}”",
                f"no room on the slide, in the notes only: {len(left)} of the sentences, such as “{first}”",
            ),
            left[0].where,
            Phrase(
                "想让它出现在幻灯片上，就缩短这一段，或另起一个小标题", "to show it, shorten the paragraph or begin a heading of its own"
            ),
        )


def _takeaway(points: tuple[Point, ...]) -> Text:
    """Return sentences as one line of evidence, which ends with a full stop."""
    sentences = [point.sentence for point in points]
    spans = (span for sentence in (*sentences[:-1], full_stopped(sentences[-1])) for span in sentence.spans)
    return Text(tuple(replace(span, bold=False) for span in spans), sentences[0].where)


def _noted(lines: Iterable[Text]) -> Text:
    """Return lines that say something as notes, with their facts."""
    spans = [span for line in lines if line for span in (Span("\n"), *line.spans)]
    return Text(tuple(spans[1:]))


def _lines(words: Words) -> Iterator[Text]:
    """Yield what is said word for word, a line for each paragraph and item."""
    match words:
        case Paragraph():
            yield words.text
        case Listing():
            yield words.label
            for number, item in enumerate(words.bullets.items, words.bullets.first):
                mark = f"{number}." if words.bullets.ordered else MARK
                yield Text((Span(f"{mark} "), *item.text.spans))
                yield from (Text((Span(f"  {MARK} "), *child.spans)) for child in item.children)
