"""Checks on what was planned and written: one question a file, each with its code and manual page."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.base.registry import Registry
from engine.checks import fact020_chart_cache, fit003_off_slide, fit004_overlap
from engine.checks.definition import DeckCheck, FileCheck
from engine.model.deck import Deck

DECK_CHECKS: Registry[DeckCheck] = Registry("deck check", (fit003_off_slide.DEFINITION, fit004_overlap.DEFINITION))
FILE_CHECKS: Registry[FileCheck] = Registry("file check", (fact020_chart_cache.DEFINITION,))


def check_deck(deck: Deck) -> tuple[Diagnostic, ...]:
    """Return what every check finds in a planned deck."""
    return tuple(finding for check in DECK_CHECKS for finding in check.run(deck))


def check_file(format_name: str, blob: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return what the checks of one format find in a finished file."""
    return tuple(finding for check in FILE_CHECKS if format_name in check.formats for finding in check.run(blob, file))
