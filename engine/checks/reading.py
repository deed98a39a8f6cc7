"""A composed report as the checks on text and rules read it: every text once, with its facts, its figures and its place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypeVar

from engine.base.diagnostics import Location
from engine.base.written_figures import WrittenFigure, written_figures
from engine.model.blocks import Card, PanelEntry, Step, TableColumn, TableRow, Tile
from engine.model.charts import ChartData
from engine.model.facts import Fact
from engine.model.inlines import Text
from engine.model.records import Kpi, Record
from engine.model.report import Report, Topic
from engine.model.settings import DEFAULT_SETTINGS, Settings

R = TypeVar("R", bound=Record)
_DIGIT = re.compile(r"\d")
_UNITS = (Card, PanelEntry, TableRow, Tile, Step)
"""What says one thing with several texts."""
_CELLS = (TableRow, Tile)
_SILENT = frozenset({"source", "legend", "value_rows"})
"""Fields that are no statements: source lines name their own figures, legends and rows of values are the program's."""


class Find(Protocol):
    def __call__(self, where: Location, word: str, nth: int = 0) -> Location | None:
        """Return where a typed word of the text at `where` stands; None when it is not typed there."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the report. `topic` is the id of its topic, empty outside; texts with one `unit` say one thing together (a card, a row).

    `cell` tells that it stands in a table or a tile: it names a KPI, but says nothing about it.
    """

    text: Text
    topic: str
    unit: int
    cell: bool = False


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure in the typed part of a text, and where it stands."""

    said: Said
    figure: WrittenFigure
    where: Location


@dataclass(frozen=True, slots=True)
class Reading:
    """`facts` are those of the ledger by id, `kpis` the metrics by id, `figures` what is typed and looks like a KPI."""

    report: Report
    texts: tuple[Said, ...]
    facts: Mapping[str, Fact]
    kpis: Mapping[str, Kpi]
    figures: tuple[TypedFigure, ...]
    settings: Settings
    find: Find

    def records(self, kind: type[R]) -> Iterator[R]:
        """Yield the records of one kind, in the order in which they were noted."""
        return (record for record in self.report.records if isinstance(record, kind))

    def place(self, text: Text, word: str) -> Location:
        """Return the place of a word of a text, of the whole text when the word is not typed."""
        return self.find(text.where, word) or text.where


def read(report: Report, find: Find, settings: Settings = DEFAULT_SETTINGS) -> Reading:
    """Return the report as the checks want it."""
    texts = tuple(_Walk().all(report))
    facts = {fact.id: fact for fact in report.ledger.facts}
    kpis = {record.id: record for record in report.records if isinstance(record, Kpi)}
    figures = tuple(figure for said in texts for figure in typed_figures(said, find))
    return Reading(report, texts, facts, kpis, figures, settings, find)


def typed_figures(said: Said, find: Find) -> Iterator[TypedFigure]:
    """Yield the figures that stand in the typed parts of a text and are typed in its file; words from tables and the program are not."""
    text = said.text
    if not any(span.fact is None and _DIGIT.search(span.text) for span in text.spans):
        return
    plain, typed = text.plain, _typed_parts(text)
    for figure in written_figures(plain):
        if typed[figure.start : figure.start + len(figure.digits)] == figure.digits:
            nth = sum(1 for _ in re.finditer(rf"(?<![\d.,]){re.escape(figure.digits)}(?!\d)", typed[: figure.start]))
            where = find(text.where, figure.digits, nth)
            if where is not None:
                yield TypedFigure(said, figure, where)


def _typed_parts(text: Text) -> str:
    r"""Return the text with every fact replaced by as many `\0`."""
    return "".join("\0" * len(span.text) if span.fact else span.text for span in text.spans)


class _Walk:
    """Goes through a report in reading order and counts what says one thing."""

    def __init__(self) -> None:
        self._unit = 0
        self._cell = False

    def all(self, report: Report) -> Iterator[Said]:
        yield from self._walk((report.meta.subtitle, report.skyline, report.agenda_note, report.agenda_facts), "", None)
        yield from self._walk(report.sections, "", None)
        yield from self._walk(report.closing, "", None)

    def _walk(self, value: object, topic: str, unit: int | None) -> Iterator[Said]:
        match value:
            case Text():
                if value:
                    yield Said(value, topic, self._next() if unit is None else unit, self._cell)
            case tuple():
                for item in value:
                    yield from self._walk(item, topic, unit)
            case ChartData():
                yield from self._walk(value.title, topic, unit)
            case TableColumn() | Location():
                pass
            case Topic():
                yield from self._fields(value, value.id, unit)
            case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
                outer, self._cell = self._cell, self._cell or isinstance(value, _CELLS)
                yield from self._fields(value, topic, self._next() if isinstance(value, _UNITS) and unit is None else unit)
                self._cell = outer
            case _:
                pass

    def _fields(self, value: object, topic: str, unit: int | None) -> Iterator[Said]:
        kind: type = type(value)
        for name in _field_names(kind):
            yield from self._walk(getattr(value, name), topic, unit)

    def _next(self) -> int:
        self._unit += 1
        return self._unit


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in _SILENT)
