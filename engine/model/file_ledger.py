"""The ledger as files carry it: plain facts with their sources in words, the metrics behind them, and what each file prints of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from engine.base.records import dataclass
from engine.model.facts import CellRange, Fact, FactSource, Ledger, MetricNote
from engine.model.printed import ChartPlace, Printed, TextPlace

HASH_DIGITS = 16
"""Of a query's SHA-256: enough to tell two queries apart."""


@dataclass(frozen=True, slots=True)
class NamedCells:
    """Cells that entered, as `file!sheet!range`; `rows` how many of its rows, `row_numbers` which (`2-9,14`), empty when only the query tells."""

    cells: str
    rows: int
    row_numbers: str = ""


@dataclass(frozen=True, slots=True)
class TracedFact:
    """A fact as somebody without the workspace can check it. Parts mean what they do in `Fact`; `query_hash` the head of the SHA-256 of the query."""

    id: str
    text: str
    raw: float | None = None
    unit: str = ""
    label: str = ""
    metric: str = ""
    aspect: str = ""
    formula: str = ""
    ranges: tuple[NamedCells, ...] = ()
    query: str = ""
    query_hash: str = ""
    citation: str = ""
    defined_at: str = ""
    uses: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FileLedger:
    """`files` has one entry per format; a ledger inside a file knows that file only. `title` is the report's, `theme` the name of its look."""

    title: str = ""
    facts: tuple[TracedFact, ...] = ()
    metrics: tuple[MetricNote, ...] = ()
    files: tuple[Printed, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One place where a fact stands in a file: shape and page as in `TextPlace`; `text` is what is printed there."""

    format: str
    page: int
    shape: str
    text: str


_RECENT: list[tuple[Ledger, tuple[TracedFact, ...]]] = []
"""The ledger asked for last with its facts: each file of a report carries them, and facts.json does. Threads may build at once: nobody reads
here what somebody else may have put down since."""


def file_ledger(ledger: Ledger, title: str, files: tuple[Printed, ...], theme: str = "") -> FileLedger:
    """Return what a file carries of a report's ledger."""
    recent = _RECENT[0] if _RECENT else None
    if recent is None or recent[0] is not ledger:
        recent = (ledger, tuple(_all_traced(ledger)))
        _RECENT[:] = [recent]
    return FileLedger(title, recent[1], ledger.metrics, files, theme)


def standings(ledger: FileLedger) -> dict[str, tuple[Standing, ...]]:
    """Return the places of each fact, texts before charts, by fact id."""
    found: dict[str, dict[Standing, None]] = {}
    for printed in ledger.files:
        for fact, place in (*_in_texts(printed), *_in_charts(printed)):
            found.setdefault(fact, {})[place] = None
    return {fact: tuple(places) for fact, places in found.items()}


def _in_texts(printed: Printed) -> Iterator[tuple[str, Standing]]:
    for place in printed.texts:
        for fact, text in zip(place.facts, place.printed, strict=False):
            yield fact, Standing(printed.format, place.page, shape_of(place), text.replace("\n", ""))


def _in_charts(printed: Printed) -> Iterator[tuple[str, Standing]]:
    for place in printed.charts:
        for column in place.columns:
            for facts, value in zip(column.facts, column.values, strict=False):
                if len(facts) == 1 and not column.derived:
                    yield (
                        facts[0],
                        Standing(printed.format, place.page, f"{place.shape} {column.name}", "" if value is None else f"{value:g}"),
                    )


def shape_of(place: TextPlace | ChartPlace) -> str:
    """Return the name of a shape, with row and column for a cell: `topic-2-1/table-1 (3, 2)`."""
    if isinstance(place, TextPlace) and place.row:
        return f"{place.shape} ({place.row}, {place.column})"
    return place.shape


def _all_traced(ledger: Ledger) -> Iterator[TracedFact]:
    uses: dict[str, list[str]] = {}
    for use in ledger.uses:
        uses.setdefault(use.fact, []).append(str(use.where))
    return (_traced(fact, tuple(uses.get(fact.id, ()))) for fact in ledger.facts)


def _traced(fact: Fact, uses: tuple[str, ...]) -> TracedFact:
    source = fact.source
    return TracedFact(
        id=fact.id,
        text=fact.text,
        raw=fact.raw,
        unit=fact.unit,
        label=fact.label,
        metric=fact.metric,
        aspect=fact.aspect,
        formula=fact.formula,
        ranges=tuple(_named(cells) for cells in source.ranges),
        query=source.query,
        query_hash=_hash(source),
        citation=source.citation,
        defined_at="" if source.defined_at is None else str(source.defined_at),
        uses=uses,
        reason=fact.reason,
    )


def _hash(source: FactSource) -> str:
    return hashlib.sha256(source.query.encode()).hexdigest()[:HASH_DIGITS] if source.query else ""


@lru_cache(maxsize=4096)
def _named(cells: CellRange) -> NamedCells:
    """Return cells as the file names them; many facts come from the same ones."""
    stretches = (f"{first}" if first == last else f"{first}-{last}" for first, last in cells.stretches)
    return NamedCells(str(cells), cells.rows, ",".join(stretches))
