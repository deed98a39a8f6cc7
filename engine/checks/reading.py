"""A composed report as the checks on text and rules read it: its texts, facts, metrics and typed figures, each looked up once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from engine.base.diagnostics import Location
from engine.base.records import dataclass
from engine.checks.named_figures import Candidate, Repeated, candidates, equal, named_kpi
from engine.checks.said import Find, Said, TypedFigure, texts_of, typed_figures
from engine.model.evidence import Evidence, Kpi
from engine.model.facts import Fact
from engine.model.inlines import Text
from engine.model.report import Report
from engine.model.settings import DEFAULT_SETTINGS, Settings

E = TypeVar("E", bound=Evidence)


@dataclass(frozen=True, slots=True)
class Judged:
    """A typed figure, the number of the report that it repeats (None: none), and the KPI that is named right before it with the aspect."""

    typed: TypedFigure
    known: Candidate | None
    named: Repeated | None


@dataclass(frozen=True, slots=True)
class Reading:
    """`texts` are those that state something; `facts` are those of the ledger by id, `kpis` the metrics by id.

    `figures` are what is typed and looks like a KPI, in the statements and beside them (sources, heads, words of charts).
    """

    report: Report
    texts: tuple[Said, ...]
    facts: Mapping[str, Fact]
    kpis: Mapping[str, Kpi]
    figures: tuple[Judged, ...]
    settings: Settings
    find: Find

    def evidence(self, kind: type[E]) -> Iterator[E]:
        """Yield the evidence of one kind, in the order in which it was noted."""
        return (each for each in self.report.evidence if isinstance(each, kind))

    def place(self, text: Text, word: str) -> Location:
        """Return the place of a word of a text, of the whole text when the word is not typed."""
        return self.find(text.where, word) or text.where


def read(report: Report, find: Find, settings: Settings = DEFAULT_SETTINGS) -> Reading:
    """Return the report as the checks want it."""
    printed = tuple(texts_of(report))
    facts = {fact.id: fact for fact in report.ledger.facts}
    kpis = {each.id: each for each in report.evidence if isinstance(each, Kpi)}
    typed = [figure for said in printed for figure in typed_figures(said, find)]
    known = tuple(candidates(kpis.values(), facts.values())) if typed else ()
    figures = tuple(Judged(figure, equal(figure, known), named_kpi(figure, kpis.values())) for figure in typed)
    texts = tuple(said for said in printed if not said.aside)
    return Reading(report, texts, facts, kpis, figures, settings, find)
