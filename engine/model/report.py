"""A composed report: everything evaluated, nothing placed."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from engine.base.diagnostics import NOWHERE, Language, Location
from engine.base.records import dataclass
from engine.model.blocks import Block, Stat
from engine.model.evidence import Evidence
from engine.model.facts import Ledger
from engine.model.inlines import EMPTY, Text


class PdfMaker(Enum):
    """What draws the PDF of a plan: the values are what authors write."""

    WEASYPRINT = "weasyprint"
    TYPST = "typst"


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period, first and last day inside; `code` as written (`2025H1`)."""

    code: str
    label: str
    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class Meta:
    """`name` is the report's folder name, `file_name` the name of its outputs without suffix.

    `theme_at` is where the theme was chosen; `notes_with_facts`: the speaker notes of a slide end with its facts and their sources.
    """

    name: str
    file_name: str
    kind: str
    title: str
    subtitle: Text
    author: str
    department: str
    organisation: str
    classification: str
    date: dt.date
    period: Period
    language: Language
    theme: str
    formats: tuple[str, ...]
    where: Location = NOWHERE
    theme_at: Location = NOWHERE
    notes_with_facts: bool = False
    pdf_maker: PdfMaker = PdfMaker.WEASYPRINT


@dataclass(frozen=True, slots=True)
class Skyline:
    """The series that draws the cover: raw values in order, the index of the peak and its two-line label, indexes of the current stretch."""

    values: tuple[float, ...]
    peak: int
    peak_value: Text
    peak_label: Text
    current: tuple[int, ...] = ()
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Question:
    """What a section answers: the question, its answer, and the ids of the topics that answer it."""

    question: Text
    answer: Text
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: `id` is stable (`topic-2-3`), `title` says the conclusion, `label` is the short name, `takeaway` the evidence line.

    `layout` names a slide pattern when the author wants one, None lets the blocks decide. `citations` are the ids of facts cited.
    """

    id: str
    title: Text
    label: Text
    blocks: tuple[Block, ...]
    takeaway: Text = EMPTY
    notes: Text = EMPTY
    source: Text = EMPTY
    layout: str | None = None
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Section:
    """`number` counts from 1; `summary` is the agenda line, `lead` the conclusion on the divider."""

    id: str
    number: int
    title: Text
    topics: tuple[Topic, ...]
    summary: Text = EMPTY
    lead: Text = EMPTY
    questions: tuple[Question, ...] = ()
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Report:
    """`agenda_facts` are the labelled facts beside the agenda; `closing` the blocks' topic shown last without a divider, None for none.

    `evidence` is what the rules of the field ask about; nothing of it is printed.
    `appendix` are topics that follow even that: where the figures come from.
    """

    meta: Meta
    sections: tuple[Section, ...]
    ledger: Ledger
    skyline: Skyline | None = None
    agenda_note: Text = EMPTY
    agenda_facts: tuple[Stat, ...] = ()
    closing: Topic | None = None
    evidence: tuple[Evidence, ...] = ()
    appendix: tuple[Topic, ...] = ()
