"""Every text of a report once, in reading order, and the figures that are typed in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import Enum
from typing import Protocol

from engine.base.diagnostics import Location
from engine.base.records import dataclass, values_of
from engine.base.written_figures import WrittenFigure, written_figures
from engine.model.blocks import Card, PanelEntry, Step, TableColumn, TableRow, Tile
from engine.model.charts import ChartData
from engine.model.inlines import Text
from engine.model.report import Report, Topic
from engine.model.walk import PLAIN

_DIGIT = re.compile(r"\d")
_UNITS = (Card, PanelEntry, TableRow, Tile, Step)
"""What says one thing with several texts."""
_CELLS = (TableRow, Tile)
_WORDLESS = str | int | float | bool | Enum | dt.date | Location | TableColumn | None
_SILENT = frozenset({"source", "legend", "value_rows"})
"""Fields that are no statements: source lines name their own figures, legends and rows of values are the program's."""


class Find(Protocol):
    def __call__(self, where: Location, word: str, nth: int = 0) -> Location | None:
        """Return where a typed word of the text at `where` stands; None when it is not typed there."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the report and its characters. `topic` is the id of its topic, empty outside.

    `cell` tells that it stands in a table or a tile: it names a KPI, but says nothing about it.
    """

    text: Text
    plain: str
    topic: str
    cell: bool = False


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure in the typed part of a text, and where it stands."""

    said: Said
    figure: WrittenFigure
    where: Location

    @property
    def shown(self) -> str:
        """The figure as messages quote it."""
        return self.figure.text.replace("\u00a0", " ")


def texts_of(report: Report) -> Iterator[Said]:
    """Yield what a report says, without its source lines, legends and column headers."""
    yield from _texts((report.meta.subtitle, report.skyline, report.agenda_note, report.agenda_facts), "", cell=False)
    yield from _texts((report.sections, report.closing), "", cell=False)


def _texts(value: object, topic: str, *, cell: bool) -> Iterator[Said]:
    if isinstance(value, Text):
        if plain := value.plain:
            yield Said(value, plain, topic, cell)
    elif isinstance(value, tuple):
        for item in value:
            if type(item) not in PLAIN:
                yield from _texts(item, topic, cell=cell)
    elif isinstance(value, ChartData):
        yield from _texts(value.title, topic, cell=cell)
    elif not isinstance(value, _WORDLESS):
        topic = value.id if isinstance(value, Topic) else topic
        cell = cell or isinstance(value, _CELLS)
        for name, inner in zip(value.__match_args__, values_of(value), strict=True):  # type: ignore[attr-defined]  # a record of the kernel
            if type(inner) not in PLAIN and name not in _SILENT:
                yield from _texts(inner, topic, cell=cell)


def typed_figures(said: Said, find: Find) -> Iterator[TypedFigure]:
    """Yield the figures that stand in the typed parts of a text and are typed in its file; words from tables and the program are not."""
    text = said.text
    if not any(span.fact is None and _DIGIT.search(span.text) for span in text.spans):
        return
    typed = "".join("\0" * len(span.text) if span.fact else span.text for span in text.spans)
    for figure in written_figures(said.plain):
        if typed[figure.start : figure.start + len(figure.digits)] == figure.digits:
            nth = sum(1 for _ in re.finditer(rf"(?<![\d.,]){re.escape(figure.digits)}(?!\d)", typed[: figure.start]))
            where = find(text.where, figure.digits, nth)
            if where is not None:
                yield TypedFigure(said, figure, where)
