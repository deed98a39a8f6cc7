"""What the composition of one report shares: metrics, templates, findings, and how rendered prose becomes text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from engine.base.diagnostics import Findings, Language
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.compose.amount import Amount
from engine.compose.inline import parse_inline
from engine.compose.jinja import Templates
from engine.compose.promises import with_entries, with_promises
from engine.compose.render_tree import rendered_prose
from engine.load.prose import Prose
from engine.metrics.store import Metrics
from engine.model.evidence import Evidence
from engine.model.inlines import Text


@dataclass(frozen=True, slots=True)
class Desk:
    """One per composition; `date` is the report's date, `evidence` what the blocks noted for the rules of the field."""

    workspace: Workspace
    folder: Path
    language: Language
    date: dt.date
    metrics: Metrics
    templates: Templates
    findings: Findings = field(default_factory=Findings)
    evidence: list[Evidence] = field(default_factory=list)
    amount: Amount = field(default_factory=Amount)

    def inline(self, prose: Prose) -> Text:
        """Return rendered prose as spans, and note the use of every fact in it at its place."""
        self.amount.characters += len(prose)
        parsed = parse_inline(prose)
        self.findings.extend(parsed.diagnostics)
        assert parsed.value is not None, "parse_inline always has a value"
        for fact in parsed.value.facts:
            self.metrics.facts.use(fact, prose.where)
        return parsed.value

    def promised(self, prose: Prose) -> Text:
        """Return rendered prose of a field that sets a goal: typed figures in it are facts, whose source is this place."""
        return self.settled(self.inline(prose))

    def settled(self, words: Text) -> Text:
        """Return words whose typed figures somebody has set where they stand, with these as facts."""
        return with_promises(words, self.metrics.facts)

    def entered(self, words: Text, table: str, citation: str, number: bool) -> Text:  # noqa: FBT001  called by position, through BlockContext
        """Return a cell of a written table that names its source, with its figures as facts of that source."""
        return with_entries(words, self.metrics.facts, table, citation, number=number)

    def text(self, prose: Prose, scope: Mapping[str, Any]) -> Text:
        """Render prose and return its spans."""
        return self.inline(rendered_prose(prose, self.templates, scope, self.findings))
