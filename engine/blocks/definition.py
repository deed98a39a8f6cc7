"""The record of an author block, and what its `build` may ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from engine.base.diagnostics import Diagnostic, Findings, Language, Location, Phrase
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.load.prose import Prose
from engine.load.spec import Spec
from engine.metrics.store import Metrics
from engine.model.blocks import Block
from engine.model.charts import ChartData
from engine.model.evidence import Evidence
from engine.model.inlines import Text

S = TypeVar("S", bound=Spec)


@dataclass(frozen=True, slots=True)
class BlockContext:
    """What a block may ask for while it is built.

    `where` is the place of the block; `date` the report's date. `text` turns rendered prose into spans and notes the use of its
    facts. `nested` builds blocks written inside this one (a list of one-key mappings, as under `blocks:`), reporting their mistakes
    itself; `chart` does the same with one chart written as under `chart:`. `workspace` and `folder` resolve the paths of images.
    `promised` is `text` for a field that sets a goal: the figures typed there are recorded as facts, whose source is that place.
    `settled` does so with words that need no reading: thresholds, definitions and scenarios, whose figures somebody has set.
    `entered` makes facts of the figures in a cell of a written table: it takes the cell, the table's name, its source, and whether the cell is a number.
    `note` keeps what the rules of the field ask about.
    """

    where: Location
    metrics: Metrics
    language: Language
    date: dt.date
    findings: Findings
    workspace: Workspace
    folder: Path
    text: Callable[[Prose], Text]
    nested: Callable[[Any], tuple[Block, ...]]
    chart: Callable[[Any], ChartData | None]
    promised: Callable[[Prose], Text]
    settled: Callable[[Text], Text]
    entered: Callable[[Text, str, str, bool], Text]
    note: Callable[[Evidence], None]

    def report(self, diagnostic: Diagnostic) -> None:
        self.findings.add(diagnostic)

    def say(self, phrase: Phrase) -> str:
        """Return a fixed word of the page (`目标`, `Target`) in the report's language."""
        return phrase.in_(self.language)


@dataclass(frozen=True, slots=True)
class BlockDef(Generic[S]):
    """One author block: the key it is written under, the model of its value, and how kernel blocks are made of it.

    `said` tells editors what it is, in both languages; empty: the first paragraph of the file's docstring does.

    `build` may raise FactError for a metric, table or column that does not exist; the composer reports it at the block or at the
    place the error names. All other mistakes go to `context.findings`, and `build` returns what can still be shown.
    """

    name: str
    schema: type[S]
    build: Callable[[S, BlockContext], tuple[Block, ...]]
    said: str = ""
