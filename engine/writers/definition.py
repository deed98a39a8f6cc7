"""What an output format is: a name for the command line, a file suffix, and the functions that turn a plan into bytes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.brand.deck_layout import DeckBrand
from engine.brand.paper_style import PaperBrand
from engine.model.deck import Deck
from engine.model.paper import Paper

EmitDeck = Callable[[Deck, DeckBrand, Workspace], bytes]
EmitPaper = Callable[[Paper, PaperBrand, Workspace], bytes]


class Form(Enum):
    """The two plans of a report."""

    DECK = "deck"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class WriterDef:
    """`suffix` has no dot. `emit` and `emit_paper` decide nothing about content; the same plan gives the same bytes.

    None means that the format is not made of that plan.
    """

    name: str
    suffix: str
    emit: EmitDeck | None = None
    emit_paper: EmitPaper | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """Return the plans that this format can be made of."""
        given = ((Form.DECK, self.emit), (Form.PAPER, self.emit_paper))
        return tuple(form for form, function in given if function is not None)
