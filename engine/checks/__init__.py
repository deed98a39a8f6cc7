"""Checks on what was composed, planned and written: one question a file, each with its code and manual page."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.base.records import replace
from engine.base.registry import Registry
from engine.checks import (
    data071_missing_days,
    fact020_chart_cache,
    fact030_typed_figure,
    fact031_typed_fact,
    fact032_claim,
    fact033_two_values,
    fit003_off_slide,
    fit004_overlap,
    rule002_unmet_goal,
    rule003_smart_goal,
    rule004_one_owner,
    rule005_kpi_source,
    rule006_budget_reserve,
    rule007_deviation_alert,
    rule008_fresh_data,
)
from engine.checks.definition import DeckCheck, FileCheck, ReportCheck
from engine.checks.reading import read
from engine.checks.said import Find
from engine.model.deck import Deck
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
DECK_CHECKS: Registry[DeckCheck] = Registry("deck check", (fit003_off_slide.DEFINITION, fit004_overlap.DEFINITION))
FILE_CHECKS: Registry[FileCheck] = Registry("file check", (fact020_chart_cache.DEFINITION,))


def check_composed(report: Report, find: Find, settings: Settings, *, complete: bool) -> tuple[Diagnostic, ...]:
    """Return what every check finds in a composed report, as grave as the workspace wants it.

    `complete` False: mistakes keep a part of the report away, so nothing is said about what is missing in it.
    """
    reading = read(report, find, settings)
    found = [item for check in REPORT_CHECKS if complete or not check.whole for item in check.run(reading)]
    return tuple(graded(item, settings) for item in found if not _is_off(item, settings))


def graded(item: Diagnostic, settings: Settings) -> Diagnostic:
    """Return a finding as grave as the workspace wants its code."""
    gravity = settings.gravities.get(item.code)
    return item if gravity is None or gravity.severity is None else replace(item, severity=gravity.severity)


def _is_off(item: Diagnostic, settings: Settings) -> bool:
    gravity = settings.gravities.get(item.code)
    return gravity is not None and gravity.severity is None


def check_deck(deck: Deck) -> tuple[Diagnostic, ...]:
    """Return what every check finds in a planned deck."""
    return tuple(finding for check in DECK_CHECKS for finding in check.run(deck))


def check_file(format_name: str, blob: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return what the checks of one format find in a finished file."""
    return tuple(finding for check in FILE_CHECKS if format_name in check.formats for finding in check.run(blob, file))
