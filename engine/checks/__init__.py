"""Checks on what was composed, planned and written: one question a file, each with its code and manual page."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Diagnostic
from engine.base.records import replace
from engine.base.registry import Registry
from engine.checks import (
    a11y004_contrast,
    data071_missing_days,
    fact020_chart_cache,
    fact030_typed_figure,
    fact031_typed_fact,
    fact032_claim,
    fact033_two_values,
    fit003_off_slide,
    fit004_overlap,
    fit021_picture,
    fit022_empty_page,
    fit023_orphan_heading,
    rule002_unmet_goal,
    rule003_smart_goal,
    rule004_one_owner,
    rule005_kpi_source,
    rule006_budget_reserve,
    rule007_deviation_alert,
    rule008_fresh_data,
    rule009_one_definition,
    rule010_page_count,
)
from engine.checks.definition import DeckCheck, FileCheck, PlanCheck, ReportCheck, TogetherCheck
from engine.checks.reading import read
from engine.checks.said import Find
from engine.model.deck import Deck
from engine.model.evidence import Kpi, Shared
from engine.model.report import Report
from engine.model.settings import Settings

REPORT_CHECKS: Registry[ReportCheck] = Registry(
    "report check",
    (
        data071_missing_days.DEFINITION,
        fact030_typed_figure.DEFINITION,
        fact031_typed_fact.DEFINITION,
        fact032_claim.DEFINITION,
        fact033_two_values.DEFINITION,
        rule002_unmet_goal.DEFINITION,
        rule003_smart_goal.DEFINITION,
        rule004_one_owner.DEFINITION,
        rule005_kpi_source.DEFINITION,
        rule006_budget_reserve.DEFINITION,
        rule007_deviation_alert.DEFINITION,
        rule008_fresh_data.DEFINITION,
    ),
)
TOGETHER: Registry[TogetherCheck] = Registry("check of reports together", (rule009_one_definition.DEFINITION,))
DECK_CHECKS: Registry[DeckCheck] = Registry(
    "deck check",
    (
        fit003_off_slide.DEFINITION,
        fit004_overlap.DEFINITION,
        fit021_picture.DEFINITION,
        fit022_empty_page.DEFINITION,
        fit023_orphan_heading.DEFINITION,
        a11y004_contrast.DEFINITION,
    ),
)
PLAN_CHECKS: Registry[PlanCheck] = Registry("plan check", (rule010_page_count.DEFINITION,))
FILE_CHECKS: Registry[FileCheck] = Registry("file check", (fact020_chart_cache.DEFINITION,))


def check_composed(report: Report, find: Find, settings: Settings, *, complete: bool) -> tuple[Diagnostic, ...]:
    """Return what every check finds in a composed report, as grave as the workspace wants it.

    `complete` False: mistakes keep a part of the report away, so nothing is said about what is missing in it.
    """
    reading = read(report, find, settings)
    found = [item for check in REPORT_CHECKS if complete or not check.whole for item in check.run(reading)]
    return tuple(graded(item, settings) for item in found if not is_off(item, settings))


def check_together(own: Sequence[Shared], earlier: Sequence[Shared]) -> tuple[Diagnostic, ...]:
    """Return what every check finds in a report beside those that come before it, as grave as the report wants it."""
    found = ((item, shared) for check in TOGETHER for item, shared in check.run(own, earlier))
    return tuple(replace(item, severity=shared.gravity) for item, shared in found if shared.gravity is not None)


def shared_by(report: Report) -> tuple[Shared, ...]:
    """Return the metrics that a report prints, for the checks of reports together."""
    kpis = {each.id: each for each in report.evidence if isinstance(each, Kpi)}
    meta, notes = report.meta, (note for note in report.ledger.metrics if note.id in kpis)
    return tuple(
        Shared(meta.organisation, meta.period.start, meta.period.end, note, kpis[note.id].unit, kpis[note.id].where) for note in notes
    )


def graded(item: Diagnostic, settings: Settings) -> Diagnostic:
    """Return a finding as grave as the workspace wants its code."""
    gravity = settings.gravities.get(item.code)
    return item if gravity is None or gravity.severity is None else replace(item, severity=gravity.severity)


def is_off(item: Diagnostic, settings: Settings) -> bool:
    """Tell whether the workspace wants nothing told of a finding."""
    gravity = settings.gravities.get(item.code)
    return gravity is not None and gravity.severity is None


def check_deck(deck: Deck) -> tuple[Diagnostic, ...]:
    """Return what every check finds in a planned deck."""
    return tuple(finding for check in DECK_CHECKS for finding in check.run(deck))


def check_plan(shown: Deck, report: Report, settings: Settings) -> tuple[Diagnostic, ...]:
    """Return what every check finds in the pages of a report's main form."""
    return tuple(finding for check in PLAN_CHECKS for finding in check.run(shown, report, settings))


def check_file(format_name: str, blob: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return what the checks of one format find in a file as it was written."""
    return tuple(finding for check in FILE_CHECKS if format_name in check.formats for finding in check.run(blob, file))


def check_shown(format_name: str, blob: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return what the checks of one format find in a file of anybody's, and those of what it shows.

    A build does without the latter: what our files show was judged as it was planned, and to read them again takes a third of it.
    """
    from engine.checks.drawn import check_drawn  # opens PDFs by a large library

    return (*check_file(format_name, blob, file), *check_drawn(format_name, blob, file))
