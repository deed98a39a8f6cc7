"""What is asked of finished files before they are given away: whether they are sound, agree with the ledger, and look as approved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.diagnostics import Diagnostic
from engine.baseline.place import CHANGES_FILE
from engine.checks.agreement_report import agreement_html, agreement_json
from engine.checks.finished import reopened
from engine.checks.package import check_package
from engine.checks.package.definition import Author
from engine.model.file_ledger import file_ledger, standings
from engine.model.ledger_json import LEDGER_FILE, ledger_json
from engine.planned import Planned
from engine.results import Artifact
from engine.verbs import Verbs
from engine.writers import WRITERS

if TYPE_CHECKING:
    from engine.baseline.look import Look


def look_of_pages(planned: Planned, artifacts: tuple[Artifact, ...], run: Verbs) -> Look:
    from engine.baseline.looking import look_of

    pdf = next((artifact for artifact in artifacts if artifact.format == "pdf"), None) or run.emit("pdf", planned)
    with run.verb("check"):
        return look_of(planned.shown, pdf.blob)


def changes(look: Look, folder: Path, planned: Planned, run: Verbs) -> tuple[Artifact, ...]:
    """Compare with what was approved; return the page that shows what changed, nothing when nothing did."""
    from engine.baseline.judged import inputs, judged

    run.approved = inputs(folder)
    palette = {name: color.hex for name, color in planned.shown.theme.colors.items()}
    with run.verb("check"):
        found, page = judged(look, folder, run.workspace, planned.report.meta.where, palette)
        run.findings.extend(found)
    return () if page is None else (Artifact("changes", CHANGES_FILE, page),)


def package_faults(artifacts: tuple[Artifact, ...]) -> Iterator[Diagnostic]:
    """Yield what would make an Office program offer to repair a file that was just written."""
    for artifact in artifacts:
        yield from check_package(artifact.format, artifact.blob, artifact.file_name, Author.DEBRIEF)


def told_of(artifacts: tuple[Artifact, ...], planned: Planned, run: Verbs) -> tuple[Artifact, ...]:
    """Open the files again; return the ledger with all places, and the reports of how the files agree with it."""
    in_order = sorted(artifacts, key=lambda artifact: WRITERS.names.index(artifact.format))
    opened = [one for artifact in in_order if (one := reopened(artifact.format, artifact.blob, artifact.file_name)) is not None]
    for one in opened:
        run.findings.extend(one.findings)
    report = planned.report
    printed = tuple(printed for one in opened for printed in one.ledger.files)
    ledger = file_ledger(report.ledger, report.meta.title, printed, planned.shown.theme.name)
    places = standings(ledger)
    palette = {name: color.hex for name, color in planned.shown.theme.colors.items()}
    return (
        Artifact("facts", LEDGER_FILE, ledger_json(ledger, places)),
        Artifact("agreement", "agreement.json", agreement_json(opened)),
        Artifact("agreement", "agreement.html", agreement_html(opened, ledger, places, report.meta.language.value, palette)),
    )
