"""What a PDF carries with it besides its pages: the ledger of its facts, and the moment it was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from engine.base.records import dataclass
from engine.model.deck import Deck, DeckMeta
from engine.model.file_ledger import file_ledger
from engine.model.ledger_json import LEDGER_FILE, ledger_json
from engine.writers.pdf.marks import Ink, Words
from engine.writers.printed import printed_deck

FORMAT = "pdf"
CREATOR = "debrief"
MEDIA_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file inside the PDF."""

    name: str
    content: bytes
    description: str


def enclosed_ledger(deck: Deck, charts: Mapping[int, tuple[Ink | Words, ...]]) -> Enclosed | None:
    """Return the ledger as a file, None where there are no facts; `charts` are the drawings by the identity of their boxes."""
    if not deck.ledger.facts:
        return None
    printed = printed_deck(deck, FORMAT, lambda box: tuple(mark.text for mark in charts[id(box)] if isinstance(mark, Words)))
    said = "数据来源与口径" if deck.meta.language.startswith("zh") else "Where the figures come from"
    return Enclosed(LEDGER_FILE, ledger_json(file_ledger(deck.ledger, deck.meta.title, (printed,), deck.theme.name)), said)


def authors(meta: DeckMeta) -> list[str]:
    return [name for name in (meta.author, meta.organisation) if name]


def keywords(meta: DeckMeta) -> list[str]:
    return [word for word in (part.strip() for part in meta.keywords.split(",")) if word]


def utc(moment: dt.datetime) -> dt.datetime:
    """Return the moment in UTC; one without a zone is that already."""
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment
