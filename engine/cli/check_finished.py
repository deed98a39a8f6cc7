"""`debrief check FILE`: finished files against the ledger inside them, as after a build."""

from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import sorted_diagnostics
from engine.checks import check_file
from engine.checks.finished import reopened
from engine.cli.finished_file import FORMATS, bytes_of, no_ledger, not_readable
from engine.pipeline import ReportResult
from engine.probe.carried import NotReadable
from engine.project import Finished


def check_finished(file: Path, *, strict: bool) -> Finished:
    """Return the findings of one file. Raises UsageError for a file that cannot be read or carries no ledger."""
    format_name, blob = FORMATS[file.suffix.lower()], bytes_of(file)
    try:
        opened = reopened(format_name, blob, file.name)
    except NotReadable:
        raise not_readable(file) from None
    if opened is None:
        raise no_ledger(file)
    found = sorted_diagnostics([*check_file(format_name, blob, file.name), *opened.findings])
    return Finished(file, ReportResult(file.stem, opened.ledger.title, (), found, {}), strict=strict)
