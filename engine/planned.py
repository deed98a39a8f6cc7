"""A report as it is planned: slides, pages or both, and which of them its formats are made of."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.brand.deck_layout import DeckBrand
from engine.brand.paper_style import PaperBrand
from engine.kinds import KINDS
from engine.model.deck import Deck
from engine.model.paper import Paper
from engine.model.report import Report
from engine.writers import WRITERS, Form


@dataclass(frozen=True, slots=True)
class PlannedDeck:
    deck: Deck
    brand: DeckBrand


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    paper: Paper
    brand: PaperBrand


@dataclass(frozen=True, slots=True)
class Planned:
    """A report in the forms that its formats need; None for the form that none needs. `primary` is the form of its kind."""

    report: Report
    primary: Form
    slides: PlannedDeck | None
    pages: PlannedPaper | None

    @property
    def deck(self) -> Deck:
        assert self.slides is not None, "planned as a paper only"
        return self.slides.deck

    @property
    def brand(self) -> DeckBrand:
        assert self.slides is not None, "planned as a paper only"
        return self.slides.brand

    @property
    def paper(self) -> Paper:
        assert self.pages is not None, "planned as a deck only"
        return self.pages.paper

    @property
    def shown(self) -> Deck:
        """The slides, or the measured pages, of the primary form; of the other where only that was planned."""
        if self.slides is not None and (self.primary is Form.DECK or self.pages is None):
            return self.slides.deck
        return self.paper.paged


def primary_form(report: Report) -> Form:
    """Return the form of the report's kind; a kind nobody knows is a deck."""
    kind = KINDS.get(report.meta.kind)
    return Form(kind.form.value) if kind else Form.DECK


def form_of(format_name: str, primary: Form) -> Form:
    """Return the form that a format is made of."""
    forms = WRITERS[format_name].forms
    return primary if primary in forms else forms[0]
