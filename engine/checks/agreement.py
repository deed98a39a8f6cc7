"""Agreement: does a finished file print what the ledger inside it says? Every text, every number of a chart and its workbook, every label."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from engine.base.records import dataclass
from engine.checks.readings import BoxReader, Readings, bare, read_paragraphs
from engine.model.file_ledger import FileLedger, TracedFact, shape_of
from engine.model.printed import ChartColumn, ChartPlace, Printed
from engine.probe.found import Cell, Found, FoundChart

REFERENCE = "reference"
FIGURE = re.compile(r"[+−-]?\d[\d,]*(?:\.\d+)?%?")
_NUMBER = re.compile(r"([+−-]?)(\d[\d,]*(?:\.(\d+))?)")


@dataclass(frozen=True, slots=True)
class Discord:
    """One place that says something else than the ledger. `found` is what stands there, None when the place or the figure is gone.

    `fact` is empty where the place stands for none or for several; `place` names shape, cell or series.
    """

    page: int
    place: str
    fact: str
    expected: str
    found: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was compared in one file: places of text, facts in them, charts and their values; and all that differs."""

    format: str
    places: int = 0
    facts: int = 0
    charts: int = 0
    values: int = 0
    discords: tuple[Discord, ...] = ()


def compared(ledger: FileLedger, printed: Printed, found: Found) -> Agreement:
    """Return what agrees and what does not; `found` was looked up for `printed`, which is one file of the ledger."""
    facts = {fact.id: fact for fact in ledger.facts}
    discords = [
        *_texts(printed, found, facts),
        *(each for place, chart in zip(printed.charts, found.charts, strict=False) for each in _chart(place, chart)),
        *(each for place, words in zip(printed.charts, found.drawn, strict=False) for each in _drawing(place, words)),
        *(each for place in printed.charts for column in place.columns for each in _plotted(place, column, facts)),
    ]
    return Agreement(
        printed.format,
        len(printed.texts),
        sum(len(place.facts) for place in printed.texts),
        len(printed.charts),
        sum(len(column.values) for place in printed.charts for column in place.columns),
        tuple(dict.fromkeys(discords)),
    )


def _texts(printed: Printed, found: Found, facts: Mapping[str, TracedFact]) -> Iterator[Discord]:
    readings = _boxed(printed, found) if printed.format == "pdf" else _by_name(printed, found)
    for place, read in zip(printed.texts, readings, strict=False):
        for fact, expected, reading in zip(place.facts, place.printed, read, strict=False):
            known = facts.get(fact)
            if reading is None or bare(reading) != bare(expected):
                yield Discord(place.page, shape_of(place), fact, _line(expected), None if reading is None else _line(reading))
            elif known is None or not _says(bare(known.text), bare(expected)):
                yield Discord(place.page, shape_of(place), fact, "" if known is None else known.text, _line(expected))


def _says(text: str, printed: str) -> bool:
    """Tell whether what is printed is the fact's text, but for characters that no font has and that were left out (emoji)."""
    rest = iter(text)
    return text == printed or (all(letter in rest for letter in printed) and FIGURE.findall(text) == FIGURE.findall(printed))


def _by_name(printed: Printed, found: Found) -> Iterator[Readings]:
    for place, texts in zip(printed.texts, found.texts, strict=True):
        if texts is None:
            yield read_paragraphs(place.words, found.loose.get(place.page, ()), 0)
        elif place.anchors:
            yield texts
        else:
            yield read_paragraphs(place.words, texts, place.paragraph)


def _boxed(printed: Printed, found: Found) -> list[Readings]:
    """Read boxes, in each the longest paragraph first."""
    readers: dict[tuple[int, object], BoxReader] = {}
    read: dict[int, Readings] = {}
    order = sorted(range(len(printed.texts)), key=lambda index: -len(printed.texts[index].plain))
    for index in order:
        place, texts = printed.texts[index], found.texts[index]
        if texts is None:
            read[index] = (None,) * len(place.facts)
            continue
        key = (place.page, place.box)
        if key not in readers:
            readers[key] = BoxReader(texts[0])
        read[index] = readers[key].read(place.words)
    return [read[index] for index in range(len(printed.texts))]


def _chart(place: ChartPlace, chart: FoundChart | None) -> Iterator[Discord]:
    if chart is None:
        yield Discord(place.page, place.shape, "", "", None)
        return
    for column in place.columns:
        if column.role == REFERENCE:
            yield from _differing(place, column, chart.sheet.get(column.name, ()), "workbook") if chart.sheet else ()
            continue
        found = chart.columns.get((column.name, column.role))
        yield from _differing(place, column, found.cached if found else (), "")
        if found is not None and found.stored is not None:  # a program that dropped the workbook left nothing to disagree with
            yield from _differing(place, column, found.stored, "workbook")
    words = [bare(label) for label in chart.labels]
    for label in (label for label in place.labels if label.worded):
        match = next((each for each in words if each.startswith(bare(label.text))), None)
        if match is None:
            yield Discord(place.page, f"{place.shape} label", _only(label.facts), label.text, None)
        else:
            words.remove(match)


def _differing(place: ChartPlace, column: ChartColumn, found: Sequence[Cell], where: str) -> Iterator[Discord]:
    """Yield the values of a column that are others; a longer column is one that somebody added to."""
    name = " ".join(part for part in (place.shape, column.name, where) if part)
    for index, value in enumerate(column.values):
        cell = found[index] if index < len(found) else None
        if not _same(value, cell):
            fact = _only(column.facts[index]) if index < len(column.facts) else ""
            yield Discord(place.page, name, fact, _shown(value), None if cell is None else _shown(cell))
    for cell in found[len(column.values) :]:
        if cell is not None:
            yield Discord(place.page, name, "", "", _shown(cell))


def _same(value: float | None, cell: Cell) -> bool:
    if value is None or cell is None:
        return value is None and cell is None
    return isinstance(cell, float) and math.isclose(value, cell, rel_tol=1e-12, abs_tol=1e-15)


def _drawing(place: ChartPlace, words: str) -> Iterator[Discord]:
    """Yield the figures that a drawn chart should print and does not: labels with their facts, then ticks and categories."""
    missing = _figures(place.drawn) - _figures([words])
    for label in place.labels:
        for figure in FIGURE.findall(label.text):
            if missing[figure] > 0:
                missing[figure] -= 1
                yield Discord(place.page, f"{place.shape} label", _only(label.facts), label.text, None)
    for figure in missing.elements():
        yield Discord(place.page, place.shape, "", figure, None)


def _figures(words: Iterable[str]) -> Counter[str]:
    return Counter(figure for word in words for figure in FIGURE.findall(word))


def _plotted(place: ChartPlace, column: ChartColumn, facts: Mapping[str, TracedFact]) -> Iterator[Discord]:
    """Yield the values of a chart that are not what their own fact says, to the digits that this prints."""
    for value, ids in zip(column.values, column.facts, strict=False):
        fact = facts.get(ids[0]) if len(ids) == 1 and not column.derived else None
        number = _NUMBER.fullmatch(fact.text) if fact is not None else None
        if fact is None or number is None or value is None:
            continue
        said = float(number[2].replace(",", "")) * (-1 if number[1] in ("−", "-") else 1)
        if abs(said - value) > 0.5 * 10 ** -len(number[3] or "") + 1e-9 * abs(value):
            yield Discord(place.page, f"{place.shape} {column.name}", fact.id, fact.text, _shown(value))


def _only(facts: Sequence[str]) -> str:
    return facts[0] if len(facts) == 1 else ""


def _shown(value: Cell) -> str:
    return "" if value is None else value if isinstance(value, str) else f"{value:.10g}"


def _line(text: str) -> str:
    return " ".join(text.split())
