"""The third stage: what can only be said once the whole report is known. Each pass is a pure function in a file of its own."""

from __future__ import annotations

from collections.abc import Callable

from engine.model.report import Report
from engine.resolve.agenda_facts import with_agenda_facts
from engine.resolve.legend_once import with_one_legend
from engine.resolve.unit_spaces import with_joined_units

Pass = Callable[[Report], Report]

PASSES: tuple[Pass, ...] = (with_agenda_facts, with_one_legend, with_joined_units)
"""In the order in which they run."""


def resolve(report: Report) -> Report:
    """Return the report after all passes."""
    for one_pass in PASSES:
        report = one_pass(report)
    return report
