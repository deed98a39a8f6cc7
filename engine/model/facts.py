"""Facts: every printed number with its raw value, unit, formula and source."""

from __future__ import annotations

from enum import Enum

from engine.base.diagnostics import Location
from engine.base.records import dataclass
from engine.model.inlines import Tone


class Better(Enum):
    """Polarity of a metric."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"


class Verdict(Enum):
    """The review's four grades, best first; `tone` gives each its colour and glyph."""

    EXCEEDED = "exceeded"
    MET = "met"
    IMPROVE = "improve"
    MISSED = "missed"

    @property
    def tone(self) -> Tone:
        return _TONES[self]


_TONES = {Verdict.EXCEEDED: Tone.EXCEED, Verdict.MET: Tone.MET, Verdict.IMPROVE: Tone.IMPROVE, Verdict.MISSED: Tone.MISSED}


@dataclass(frozen=True, slots=True)
class CellRange:
    """Cells that entered a fact: `file` relative to the root, `sheet` empty for CSV, `cells` in A1 notation, `rows` how many entered.

    `stretches` are the first and last sheet row of each run of rows that entered; empty when there are too many to name, and then the query
    of the source says which.
    """

    file: str
    sheet: str
    cells: str
    rows: int
    stretches: tuple[tuple[int, int], ...] = ()

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.cells) if part)


@dataclass(frozen=True, slots=True)
class FactSource:
    """Where a number comes from: cells and the query over them, or a citation (`cite()`), or a literal in the definition."""

    ranges: tuple[CellRange, ...] = ()
    query: str = ""
    citation: str = ""
    defined_at: Location | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One number as it is printed.

    `id` is stable for the same metric, aspect and format (`exposure.attainment`, `exposure.actual|wan`). `raw` is in base units (rates as
    ratios: 0.924), None when the fact is a word (a verdict) or has no value. `text` is exactly what the pages say. `reason` tells why
    there is no value, empty when there is one.
    """

    id: str
    metric: str
    aspect: str
    raw: float | None
    text: str
    unit: str
    formula: str
    source: FactSource
    label: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MetricNote:
    """What a reader must know of a metric to check it: `definition` in words (口径), `origin` of its data, `period` it is about."""

    id: str
    label: str
    definition: str
    origin: str
    unit: str
    formula: str
    period: str


@dataclass(frozen=True, slots=True)
class FactUse:
    """One place in the content where a fact is printed."""

    fact: str
    where: Location


@dataclass(frozen=True, slots=True)
class Ledger:
    """All facts a report printed, by id, every use, and the metrics they are about."""

    facts: tuple[Fact, ...] = ()
    uses: tuple[FactUse, ...] = ()
    metrics: tuple[MetricNote, ...] = ()

    def get(self, fact_id: str) -> Fact | None:
        return next((fact for fact in self.facts if fact.id == fact_id), None)
