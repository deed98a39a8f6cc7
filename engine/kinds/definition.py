"""The record of a report kind: its names, its primary form, and the parts and topics the field expects of it."""

from __future__ import annotations

from enum import Enum

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass


class Form(Enum):
    """DECK: slides; PAPER: pages of running text. The PDF of a kind takes its primary form."""

    DECK = "deck"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class ExpectedTopic:
    """A topic the kind should have: its short name, what it must carry, and the author blocks that usually carry it."""

    label: Phrase
    carries: Phrase
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedSection:
    title: Phrase
    summary: Phrase
    topics: tuple[ExpectedTopic, ...]


@dataclass(frozen=True, slots=True)
class KindDef:
    """`name` is written under `kind:`; `title` names the kind; `sections` are what `debrief new` lays out and checks ask for."""

    name: str
    title: Phrase
    form: Form
    sections: tuple[ExpectedSection, ...]
