"""Finished files opened again: the ledger that each carries, what is found where it says, and whether both agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.base.diagnostics import Diagnostic
from engine.base.records import dataclass
from engine.checks.agreement import Agreement, compared
from engine.checks.fact021_agreement import findings
from engine.model.file_ledger import FileLedger
from engine.model.printed import Printed
from engine.probe.carried import ledger_inside
from engine.probe.found import Found
from engine.probe.found_docx import found_in_docx
from engine.probe.found_pdf import found_in_pdf
from engine.probe.found_pptx import found_in_pptx

FINDERS: Mapping[str, Callable[[bytes, Printed], Found]] = {"pptx": found_in_pptx, "docx": found_in_docx, "pdf": found_in_pdf}


@dataclass(frozen=True, slots=True)
class Reopened:
    """A finished file: the ledger inside it, how it agrees with the file around it, and the findings where it does not."""

    file: str
    ledger: FileLedger
    agreement: Agreement
    findings: tuple[Diagnostic, ...] = ()


def reopened(format_name: str, blob: bytes, file: str) -> Reopened | None:
    """Open a finished file again; None when it carries no ledger. Raises what opening a damaged file raises."""
    ledger = ledger_inside(format_name, blob)
    if ledger is None or not ledger.files or ledger.files[0].format != format_name:
        return None
    printed = ledger.files[0]
    agreement = compared(ledger, printed, FINDERS[format_name](blob, printed))
    return Reopened(file, ledger, agreement, tuple(findings(agreement, file)))
