"""Figures that a plan sets: no table can hold what is only promised, so the place it is written at is its source."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.records import replace
from engine.base.written_figures import WrittenFigure, written_figures
from engine.metrics.factbook import FactBook
from engine.metrics.literals import parse_literal
from engine.model.facts import Fact, FactSource
from engine.model.inlines import Span, Text

NO_BREAK = "\u00a0"
PROMISED = "promised"
"""The aspect of such facts."""
OTHER_FACT = "…"
"""Stands in a name for the figures of other facts: they move with the data, and what is promised beside them stays what it is."""


def with_promises(text: Text, facts: FactBook) -> Text:
    """Return the text with every typed figure recorded as a fact and marked as such; the same text when it has none."""
    figures = list(written_figures(text.plain))
    if not figures:
        return text
    spans: list[Span] = []
    start = 0
    for span in text.spans:
        inside = [figure for figure in figures if start <= figure.start and figure.end <= start + len(span.text)]
        spans += [span] if span.fact or not inside else _cut(span, start, inside, text, facts)
        start += len(span.text)
    return replace(text, spans=tuple(spans))


def _cut(span: Span, start: int, figures: list[WrittenFigure], text: Text, facts: FactBook) -> Iterator[Span]:
    position = 0
    for figure in figures:
        first, last = figure.start - start, figure.end - start
        if first > position:
            yield replace(span, text=span.text[position:first])
        fact = facts.register(_fact(figure, text))
        facts.use(fact.id, text.where)
        yield replace(span, text=fact.text, fact=fact.id)
        position = last
    if position < len(span.text):
        yield replace(span, text=span.text[position:])


def _fact(figure: WrittenFigure, text: Text) -> Fact:
    """Return the fact; it is printed with no-break spaces, as a number and its unit stay together."""
    printed = figure.text.replace(" ", NO_BREAK)
    literal = parse_literal(figure.text)
    raw, unit = (None, "") if literal is None else (literal.raw, literal.unit)
    words = "".join(OTHER_FACT if span.fact else span.text for span in text.spans)
    name = f"{PROMISED}({words})" if words == figure.text else f"{PROMISED}({words}: {figure.text})"
    return Fact(name, "", PROMISED, raw, printed, unit, "", FactSource(defined_at=text.where))
