"""Figures that a plan sets: no table can hold what is only promised, so the place it is written at is its source.

Written tables that name their source are entered data: their figures are facts of that source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.base.records import replace
from engine.base.written_figures import WrittenFigure, written_figures
from engine.metrics.factbook import FactBook
from engine.metrics.literals import parse_literal
from engine.model.facts import Fact, FactSource
from engine.model.inlines import Span, Text

NO_BREAK = "\u00a0"
PROMISED = "promised"
"""The aspect of what a plan, a threshold or a definition sets."""
ENTERED = "entered"
"""The aspect of figures that a written table copies from its source."""
OTHER_FACT = "…"
"""Stands in a name for the figures of other facts: they move with the data, and what is promised beside them stays what it is."""


def with_promises(text: Text, facts: FactBook) -> Text:
    """Return the text with every typed figure recorded as a fact and marked as such; the same text when it has none."""
    return _recorded(text, facts, lambda figure: _fact(figure.text, text, FactSource(defined_at=text.where)))


def with_entries(text: Text, facts: FactBook, table: str, citation: str, *, number: bool = False) -> Text:
    """Return a cell of a written table with its figures as facts of what the table cites; a `number` is one figure as a whole.

    `table` is what the table is called: the facts bear it as their label.
    """
    source = FactSource(citation=citation, defined_at=text.where)
    if number and not text.facts:
        fact = facts.register(_fact(text.plain, text, source, table))
        facts.use(fact.id, text.where)
        return replace(text, spans=(replace(text.spans[0], text=fact.text, fact=fact.id),))
    return _recorded(text, facts, lambda figure: _fact(figure.text, text, source, table))


def _recorded(text: Text, facts: FactBook, fact_of: Callable[[WrittenFigure], Fact]) -> Text:
    figures = list(written_figures(text.plain))
    if not figures:
        return text
    spans: list[Span] = []
    start = 0
    for span in text.spans:
        inside = [figure for figure in figures if start <= figure.start and figure.end <= start + len(span.text)]
        spans += [span] if span.fact or not inside else _cut(span, start, inside, text, facts, fact_of)
        start += len(span.text)
    return replace(text, spans=tuple(spans))


def _cut(
    span: Span, start: int, figures: list[WrittenFigure], text: Text, facts: FactBook, fact_of: Callable[[WrittenFigure], Fact]
) -> Iterator[Span]:
    position = 0
    for figure in figures:
        first, last = figure.start - start, figure.end - start
        if first > position:
            yield replace(span, text=span.text[position:first])
        fact = facts.register(fact_of(figure))
        facts.use(fact.id, text.where)
        yield replace(span, text=fact.text, fact=fact.id)
        position = last
    if position < len(span.text):
        yield replace(span, text=span.text[position:])


def _fact(figure: str, text: Text, source: FactSource, table: str = "") -> Fact:
    """Return the fact; it is printed with no-break spaces, as a number and its unit stay together."""
    printed = figure.replace(" ", NO_BREAK)
    literal = parse_literal(figure)
    raw, unit = (None, "") if literal is None else (literal.raw, literal.unit)
    aspect = ENTERED if source.citation else PROMISED
    words = "".join(OTHER_FACT if span.fact else span.text for span in text.spans)
    name = f"{aspect}({words})" if words == figure else f"{aspect}({words}: {figure})"
    return Fact(f"{table}.{name}" if table else name, "", aspect, raw, printed, unit, "", source, table)
