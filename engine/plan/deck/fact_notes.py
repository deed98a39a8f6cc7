"""Speaker notes that carry the facts of their slide: what stands there, what it is, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from engine.base.diagnostics import Language, Phrase
from engine.model.deck import ChartBox, Element, TableBox, TextBox, TextLine
from engine.model.facts import Fact, Ledger
from engine.model.inlines import EMPTY, Span, Text

HEAD = Phrase("数字与来源：", "Figures and where they come from:")
CHART = Phrase("图表", "chart")
Line = tuple[Span, ...]
MOST_LINES = 40
"""A slide with more figures names the first; the ledger has them all."""


def fact_notes(elements: Iterable[Element], ledger: Ledger, language: Language) -> Text:
    """Return one line per fact that the elements print, one per chart for all its points; empty when they print none."""
    facts = {fact.id: fact for fact in ledger.facts}
    lines = list(dict.fromkeys(line for element in elements for line in _of(element, facts, language)))
    more = ["\n…"] if len(lines) > MOST_LINES else []
    told = (span for line in lines[:MOST_LINES] for span in (Span("\n"), *line))
    return Text((Span(HEAD.in_(language)), *told, *map(Span, more))) if lines else EMPTY


def _of(element: Element, facts: Mapping[str, Fact], language: Language) -> Iterator[Line]:
    match element:
        case TextBox():
            yield from _of_lines(element.paragraphs, facts)
        case TableBox():
            cells = (cell for row in element.rows for cell in row.cells if cell is not None)
            yield from (line for cell in cells for line in _of_lines(cell.paragraphs, facts))
        case ChartBox() if element.facts:
            sources = dict.fromkeys(_source(facts[fact]) for fact in element.facts if fact in facts)
            yield (Span(f"{CHART.in_(language)}: {'; '.join(source for source in sources if source)}"),)
        case _:
            return


def _of_lines(lines: Iterable[TextLine], facts: Mapping[str, Fact]) -> Iterator[Line]:
    for run in (run for line in lines for run in line.runs if run.fact):
        fact = facts.get(run.fact or "")
        if fact is not None:
            told = " · ".join(dict.fromkeys(part for part in (fact.label, fact.formula, _source(fact)) if part))
            own = Span(fact.text, fact=fact.id)
            yield (own, Span(f" = {told}")) if told else (own,)


def _source(fact: Fact) -> str:
    source = fact.source
    cells = "; ".join(str(cells).rsplit("/", 1)[-1] for cells in source.ranges)
    return cells or source.citation or ("" if source.defined_at is None else str(source.defined_at))
