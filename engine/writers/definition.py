"""What an output format is: a name for the command line, a file suffix, and the function that turns a planned deck into bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.base.workspace import Workspace
from engine.brand.deck_layout import DeckBrand
from engine.model.deck import Deck

EmitDeck = Callable[[Deck, DeckBrand, Workspace], bytes]


@dataclass(frozen=True, slots=True)
class WriterDef:
    """`suffix` has no dot. `emit` decides nothing about content; the same deck gives the same bytes."""

    name: str
    suffix: str
    emit: EmitDeck
