"""RULE006: a budget keeps too little or too much in reserve.

What it does: takes the reserve of every `budget` and `allocation` as a share of its total; 10–15% is the rule, and rules.reserve of content/settings.yaml
sets other bounds.
Why it matters: without a reserve the first surprise breaks the plan; a large one hides what the money is for (DOCUMENTS §4, reserve).

Fails: allocation: {total: 900万元, reserve: 5%, items: …}
Passes: allocation: {total: 900万元, reserve: 12%, items: …}
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.model.evidence import Reserve

SLACK = 0.0005
"""Shares are judged as they are printed, with one decimal of a percent."""


def run(reading: Reading) -> Iterator[Diagnostic]:
    least, most = reading.settings.reserve_least, reading.settings.reserve_most
    for reserve in reading.evidence(Reserve):
        if not least - SLACK <= reserve.ratio <= most + SLACK:
            bounds = f"{least * 100:g}%–{most * 100:g}%"
            share = f"{reserve.ratio * 100:.1f}%"
            none = Phrase("预算没有储备", "the budget has no reserve")
            says = Phrase(f"预算储备占 {share}", f"the reserve is {share} of the budget") if reserve.ratio else none
            yield warning(
                "RULE006",
                f"{says.zh}，应为 {bounds}",
                f"{says.en}; it should be {bounds}",
                reserve.where,
                Phrase(
                    "写明 reserve，或在 content/settings.yaml 的 rules.reserve 里改界限",
                    "set `reserve`, or the bounds in rules.reserve of content/settings.yaml",
                ),
            )


DEFINITION = ReportCheck("RULE006", run)
