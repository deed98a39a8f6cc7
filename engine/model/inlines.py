"""Rich text: spans that may be bold and may be a fact."""

from __future__ import annotations

from enum import Enum

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass


class Tone(Enum):
    """What a piece of text or a shape means; the theme turns it into a colour."""

    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    NORMAL = "normal"
    QUIET = "quiet"  # labels, notes
    STRONG = "strong"  # key figure, highlight
    EXCEED = "exceed"  # 超额完成
    MET = "met"  # 达成
    IMPROVE = "improve"  # 待改进
    MISSED = "missed"  # 未达成


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of one look. `fact` is the id in the ledger, None for typed text; `link` an absolute URL or None.

    `ref` is the title of a chart, table or picture that the run points at, None for none: a paper prints its number (“图 3-1”) instead of
    the text, a deck the text.
    """

    text: str
    bold: bool = False
    fact: str | None = None
    tone: Tone = Tone.NORMAL
    link: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    r"""Spans in reading order and the place in the content they were written at. A soft return is `\n` inside a span."""

    spans: tuple[Span, ...] = ()
    where: Location = NOWHERE

    @property
    def plain(self) -> str:
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(span.fact for span in self.spans if span.fact)

    def __bool__(self) -> bool:
        for span in self.spans:  # noqa: SIM110  # asked ten thousand times a report: a generator takes twice as long
            if span.text:
                return True
        return False


EMPTY = Text()


def text(content: str, *, bold: bool = False, tone: Tone = Tone.NORMAL, fact: str | None = None, where: Location = NOWHERE) -> Text:
    """Return a text of one span."""
    return Text((Span(content, bold, fact, tone),) if content else (), where)
