"""The running words of cards, steps and panels: a body and bullets under one head, and how they are cut over pages."""

from __future__ import annotations

from collections.abc import Callable

from engine.base.records import dataclass
from engine.layout.fonts import FontBook
from engine.layout.split import divide_texts
from engine.model.inlines import EMPTY, Span, Text
from engine.model.theme import Color
from engine.plan.deck import words
from engine.plan.deck.canvas import Para
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style


@dataclass(frozen=True, slots=True)
class Running:
    body: Text = EMPTY
    bullets: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.body or self.bullets)

    @property
    def texts(self) -> tuple[Text, ...]:
        return (self.body, *self.bullets) if self.body else self.bullets

    def paragraphs(self, style: Style, after: float, mark: Color) -> list[Para]:
        """Return body and bullets to place; `after` is the space below each in points, `mark` the colour of the bullets."""
        body = [Para(self.body, style, after)] if self.body else []
        return body + [Para(bullet, style, after, mark) for bullet in self.bullets]


def cut_running(whole: Running, fits: Callable[[Running], bool], fonts: FontBook) -> tuple[Running, Running] | None:
    """Return what fits and the rest, None when nothing does; a bullet that had to be cut goes on as body, without a mark."""

    def made(count: int, first: Text) -> Running:
        texts = (first, *whole.texts[1:count])[:count]
        return Running(texts[0], texts[1:]) if whole.body and texts else Running(EMPTY, texts)

    divided = divide_texts(whole.texts, lambda texts: fits(made(len(texts), texts[0])), fonts)
    if divided is None or not divided.taken:
        return None
    rest = Running(divided.rest[0], divided.rest[1:]) if divided.cut else Running(EMPTY, divided.rest)
    return made(len(divided.taken), divided.taken[0]), rest


def continued(title: Text, sheet: Sheet) -> Text:
    """Return a title marked as going on; an empty one stays empty, and one that is marked is not marked again."""
    mark = words.GOES_ON.in_(sheet.language)
    if not title or title.plain.endswith(mark):
        return title
    return Text((*title.spans, Span(mark)), title.where)
