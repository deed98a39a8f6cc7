"""RULE010: a report has more pages, or fewer, than its readers are given.

What it does: counts the slides or pages of the report's main form, as they are planned, against rules.pages of content/settings.yaml or of the report:
`rules: {pages: {least: 10, most: 30}}`. Nothing is said where neither is set; continuation slides and the appendix count like the others.
Why it matters: a meeting gives a report its minutes; what nobody has time to see does not belong on a page.

Fails: 34 slides where most is 30.
Passes: 30 slides.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import PlanCheck
from engine.model.deck import Deck
from engine.model.report import Report
from engine.model.settings import Settings


def run(shown: Deck, report: Report, settings: Settings) -> Iterator[Diagnostic]:
    count, least, most = len(shown.slides), settings.pages_least, settings.pages_most
    if most is not None and count > most:
        hint = Phrase(
            "合并主题，或把细节移进附录之外的文件；也可放宽 rules.pages", "merge topics or leave details out, or widen rules.pages"
        )
        yield warning(
            "RULE010", f"共 {count} 页，上限 {most} 页", f"it has {count} pages, {most} at most are wanted", report.meta.where, hint
        )
    elif least is not None and count < least:
        hint = Phrase("补上缺少的内容，或放宽 rules.pages", "add what is missing, or widen rules.pages")
        yield warning(
            "RULE010", f"共 {count} 页，至少要 {least} 页", f"it has {count} pages, {least} at least are wanted", report.meta.where, hint
        )


DEFINITION = PlanCheck("RULE010", run)
