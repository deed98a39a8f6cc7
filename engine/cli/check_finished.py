"""`debrief check FILE`: finished files against the ledger inside them, as after a build."""

from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import sorted_diagnostics
from engine.batch.finished import Finished
from engine.checks import check_file
from engine.checks.finished import reopened
from engine.cli.finished_file import FORMATS, bytes_of, no_ledger, not_readable
from engine.probe.carried import NotReadable


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
    return Finished(file, file.name, opened.ledger.title, found, strict=strict)
