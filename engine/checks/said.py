"""Every text of a report once, in reading order, and the figures that are typed in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Protocol

from engine.base.diagnostics import Location
from engine.base.records import dataclass, replace, values_of
from engine.base.written_figures import WrittenFigure, written_figures
from engine.model.blocks import Figures, Image, TableColumn, TableRow, Tile
from engine.model.charts import ChartData
from engine.model.inlines import Text, text
from engine.model.report import Report, Topic
from engine.model.walk import PLAIN

_DIGIT = re.compile(r"\d")
_CELLS = (TableRow, Tile)
_WORDLESS = str | int | float | bool | Enum | dt.date | Location | None
_SILENT = frozenset({"legend", "value_rows"})
"""Fields that the program writes: the grades and their bounds, the values beside a plot."""
_SOURCE = "source"
# Patterns are strings: `re` keeps what it compiled, and a clean report needs none of them.
_SAMPLE_BEFORE = r"(?i)(?:\bn\s?[=＝]|样本量?|样本数|问卷|回收|有效|受访者?|访谈|抽样|sample (?:of|size)|base|survey of|among)\s?$"
_SAMPLE_AFTER = r"(?i)\s?(?:有效)?(?:问卷|样本|受访|respondents?|answers?|interviews?|questionnaires?)"
_BRACKET_BEFORE = r"(?:[<>≤≥＜＞~～–—-]|不足|超过|低于|高于|under|over|below|above|up to)\s?[¥$€]?$"
_BRACKET_AFTER = r"(?i)\s?(?:以[上下内]|及以|起|or (?:more|less|over)|and (?:over|above|more)|\+)"
_ASSUMED = r"预算|费用|投入|投放|价格|单价|成本|销量|情景|方案|假设|budget|spend(?:ing)?|costs?|prices?|volume|scenario|case"
_SCENARIO = rf"(?i)(?:(?:{_ASSUMED})\s?)*[+\-−±＋]\s?\d+(?:\.\d+)?\s?[%‰](?:\s?(?:{_ASSUMED}))*"
_RANGE = r"\d\s*[%‰]?\s*[-–—~～至]\s*[¥$€]?\d"


class Role(Enum):
    """What a text is: a SENTENCE claims; a CELL of a table or tile names a KPI; a LABEL (head, series, category, mark) and a SOURCE say where."""

    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    SENTENCE = "sentence"
    CELL = "cell"
    LABEL = "label"
    SOURCE = "source"


class Find(Protocol):
    def __call__(self, where: Location, word: str, nth: int = 0) -> Location | None:
        """Return where a typed word of the text at `where` stands; None when it is not typed there."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the report and its characters. `topic` is the id of its topic, empty outside."""

    text: Text
    plain: str
    topic: str
    role: Role = Role.SENTENCE

    @property
    def aside(self) -> bool:
        """Labels and sources make no statement, but their figures are printed too."""
        return self.role in {Role.LABEL, Role.SOURCE}


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
    """Yield all that a report prints but the words of the program: legends of grades, values beside a plot, the appendix."""
    meta = report.meta
    yield Said(text(meta.title, where=meta.where), meta.title, "", Role.LABEL)
    yield from _texts((meta.subtitle, report.skyline, report.agenda_note, report.agenda_facts), "", Role.SENTENCE)
    yield from _texts((report.sections, report.closing), "", Role.SENTENCE)


def _texts(value: object, topic: str, role: Role) -> Iterator[Said]:
    if isinstance(value, Text):
        if plain := value.plain:
            yield Said(value, plain, topic, role)
    elif isinstance(value, tuple):
        for item in value:
            if type(item) not in PLAIN:
                yield from _texts(item, topic, role)
    elif isinstance(value, ChartData):
        yield from _texts(value.title, topic, role)
        yield from _labels(_words_of(value), value.where, topic)
        yield from _texts(value.source, topic, Role.SOURCE)
    elif isinstance(value, TableColumn):
        yield from _texts(value.header, topic, Role.LABEL)
    elif not isinstance(value, _WORDLESS):
        topic = value.id if isinstance(value, Topic) else topic
        role = Role.CELL if isinstance(value, _CELLS) else role
        for name, inner in zip(value.__match_args__, values_of(value), strict=True):  # type: ignore[attr-defined]  # a record of the kernel
            if type(inner) not in PLAIN and name not in _SILENT:
                yield from _texts(inner, topic, Role.SOURCE if name == _SOURCE else role)
        if isinstance(value, Image | Figures):
            words = value.names if isinstance(value, Figures) else (value.alt,)
            yield from _labels(words, value.where, topic)


def _words_of(chart: ChartData) -> Iterator[str]:
    yield from chart.categories
    yield from (series.name for series in chart.series)
    yield from (band.label for band in chart.bands)
    yield from (note.label for note in chart.notes)


def _labels(words: Iterable[str], where: Location, topic: str) -> Iterator[Said]:
    """Yield the words that have a digit; they are strings, so they are somewhere in their block, which goes on below its first line."""
    block = replace(where, end_column=0)
    for word in words:
        if _DIGIT.search(word):
            yield Said(text(word, where=block), word, topic, Role.LABEL)


def typed_figures(said: Said, find: Find) -> Iterator[TypedFigure]:
    """Yield the figures that stand in the typed parts of a text and are typed in its file; words from tables and the program are not."""
    spans = said.text.spans
    if not any(span.fact is None and _DIGIT.search(span.text) for span in spans):
        return
    typed = "".join("\0" * len(span.text) if span.fact else span.text for span in spans)
    for figure in written_figures(said.plain):
        if typed[figure.start : figure.start + len(figure.digits)] == figure.digits:
            nth = sum(1 for _ in re.finditer(rf"(?<![\d.,]){re.escape(figure.digits)}(?!\d)", typed[: figure.start]))
            where = None if _is_named(said, figure) else find(said.text.where, figure.digits, nth)
            if where is not None:
                yield TypedFigure(said, figure, where)


def _is_named(said: Said, figure: WrittenFigure) -> bool:
    """Tell whether a figure only names something: a scenario (预算 +10%), the size of a sample, the bounds of a group (100–200 元, 500 元以上)."""
    before, after = said.plain[: figure.start], said.plain[figure.end :]
    if re.fullmatch(_SCENARIO, said.plain.strip()) and (said.role is Role.LABEL or re.search(rf"(?i){_ASSUMED}", said.plain)):
        return True
    match said.role:
        case Role.SOURCE:
            return bool(re.search(_SAMPLE_BEFORE, before) or re.match(_SAMPLE_AFTER, after))
        case Role.LABEL:
            is_range = re.search(_RANGE, figure.text) is not None
            return is_range or bool(re.search(_BRACKET_BEFORE, before) or re.match(_BRACKET_AFTER, after))
        case Role.SENTENCE | Role.CELL:
            return False
