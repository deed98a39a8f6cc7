"""What was found in a finished file where its ledger says that facts stand. Judged elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from engine.base.records import dataclass

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A range of a chart: what the chart remembers of it, and what its workbook holds there (None: it has none that can be read)."""

    cached: tuple[Cell, ...]
    stored: tuple[Cell, ...] | None


@dataclass(frozen=True, slots=True)
class FoundChart:
    """A chart of an Office file: its drawn ranges by (series name, role), the columns of its workbook by header, and the words of labels."""

    part: str
    columns: Mapping[tuple[str, str], FoundColumn] = field(default_factory=dict)
    sheet: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at the places of a ledger.

    `texts` has for each text of the ledger the paragraphs found at its shape or cell, or the one text between its bookmarks or in its box; None
    when the place itself is gone: then its words may stand among the `loose` ones, all paragraphs by slide (0: of the document), for other
    programs rename shapes and drop bookmarks. `charts` has for each chart what was found, None when it is gone; `drawn` has for charts that are drawings
    (PDF) all the words in their frames.
    """

    texts: tuple[tuple[str, ...] | None, ...]
    charts: tuple[FoundChart | None, ...] = ()
    drawn: tuple[str, ...] = ()
    loose: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
