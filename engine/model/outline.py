"""What a report says, page by page, without how it looks: what two versions of it are compared by."""

from __future__ import annotations

from engine.base.records import dataclass


@dataclass(frozen=True, slots=True)
class OutlineTable:
    """Cells as printed, row by row; a merged cell is empty where it is covered."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class OutlineSeries:
    """A series of a chart: the numbers as the chart holds them (in its own unit), None for a gap."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class OutlineChart:
    categories: tuple[str, ...]
    series: tuple[OutlineSeries, ...]


@dataclass(frozen=True, slots=True)
class OutlinePage:
    """A slide, a page of a PDF or a chapter of a Word file. `texts` are its paragraphs in order, without the title and the page number."""

    title: str
    texts: tuple[str, ...] = ()
    tables: tuple[OutlineTable, ...] = ()
    charts: tuple[OutlineChart, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every line a reader could compare, of paragraphs and of tables."""
        return (self.title, *self.texts, *(" | ".join(row) for table in self.tables for row in table.rows))


@dataclass(frozen=True, slots=True)
class OutlineFact:
    """A fact of the ledger. `raw` is in base units (rates as ratios), None for a word or a gap; `text` is what the pages print."""

    id: str
    metric: str
    label: str
    aspect: str
    text: str
    unit: str
    raw: float | None


@dataclass(frozen=True, slots=True)
class Outline:
    """`pages` None where only the facts are known (a facts.json)."""

    name: str
    facts: tuple[OutlineFact, ...]
    pages: tuple[OutlinePage, ...] | None
