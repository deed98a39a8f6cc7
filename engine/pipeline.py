"""The one door: six verbs that carry a report from its folder to finished files.

    load ─► compose ─► resolve ─► plan ─► emit ─► check

Everything a caller may want — the command line, the Python API, a batch — goes through here, so that all see the same findings.
"""

from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Findings, Location, Phrase, error
from engine.base.garbage import search_put_off
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.checks import check_file
from engine.load.source import Loader
from engine.model.report import Report
from engine.planned import Planned
from engine.probe.package_parts import parsed_once
from engine.results import Artifact, BuildRequest, Inputs, ReportResult
from engine.verbs import Verbs, Watch
from engine.writers import WRITERS

__all__ = ["VERBS", "Artifact", "BuildRequest", "Inputs", "ReportResult", "Watch", "build_report", "check_report", "plan_report"]

VERBS = ("load", "compose", "resolve", "plan", "emit", "check")


@search_put_off()
def check_report(
    workspace: Workspace, folder: Path, request: BuildRequest | None = None, *, watch: Watch | None = None, loader: Loader | None = None
) -> ReportResult:
    """Run every verb but emit: what an author needs to know, without a heavy library. `loader` has read the folder before, for others."""
    run = Verbs(workspace, folder, watch, loader)
    report = run.report(request or BuildRequest())
    return _result(run, run.plan_to_judge(report) if report else None)


def plan_report(workspace: Workspace, folder: Path, request: BuildRequest | None = None, *, loader: Loader | None = None) -> Planned:
    """Return a report without errors in the forms that the formats need, those of the report when none is given.

    Raises ValueError with the messages otherwise.
    """
    run = Verbs(workspace, folder, None, loader)
    request = request or BuildRequest()
    report = run.report(request)
    planned = run.plan(report, request.formats) if report else None
    if planned is None or run.findings.has_errors:
        raise ValueError("\n".join(f"{item.where}: {item.code} {item.message.en}" for item in run.findings))
    return planned


@search_put_off()
def build_report(
    workspace: Workspace, folder: Path, request: BuildRequest | None = None, *, watch: Watch | None = None, loader: Loader | None = None
) -> ReportResult:
    """Build the files of one report in memory; any error means none. Raises EngineError for trouble outside the content."""
    request = request or BuildRequest()
    run = Verbs(workspace, folder, watch, loader)
    report = run.report(request)
    looks = request.looks or request.baseline is not None
    planned = run.plan(report, _with_pdf(report, request) if looks else request.formats) if report else None
    if planned is None:
        return _result(run, None)
    formats = _known_formats(request.formats or planned.report.meta.formats, planned.report.meta.where, run.findings)
    if any(item.is_error for item in run.findings.told()):
        return _result(run, planned)
    from engine import finishing  # opens finished files by libraries that no other verb needs

    artifacts = tuple(run.emit(name, planned) for name in formats)
    with run.verb("check"), parsed_once():
        for artifact in artifacts:
            run.findings.extend(check_file(artifact.format, artifact.blob, artifact.file_name))
        run.findings.extend(finishing.package_faults(artifacts))
        told = finishing.told_of(artifacts, planned, run)
    look = finishing.look_of_pages(planned, artifacts, run) if looks else None
    changed = finishing.changes(look, request.baseline, planned, run) if look and request.baseline else ()
    result = _result(run, planned, (*artifacts, *told, *changed))
    return replace(result, look=look) if request.looks else result


def _with_pdf(report: Report, request: BuildRequest) -> tuple[str, ...]:
    """Return the formats to plan for where the look is asked for: that of the PDF, whether it is written or not."""
    return (*(request.formats or report.meta.formats), "pdf")


def _known_formats(wanted: tuple[str, ...], where: Location, findings: Findings) -> tuple[str, ...]:
    unknown = [name for name in wanted if WRITERS.get(name) is None]
    for name in unknown:
        known = "、".join(WRITERS.names)
        findings.add(
            error(
                "FILE010",
                f"不能生成格式“{name}”，可用：{known}",
                f"format {name!r} can't be written; there are {', '.join(WRITERS.names)}",
                where,
                Phrase("改写 formats 或 --format", "change `formats` or --format"),
            )
        )
    return tuple(name for name in wanted if name not in unknown)


def _result(run: Verbs, planned: Planned | None, artifacts: tuple[Artifact, ...] = ()) -> ReportResult:
    title = planned.report.meta.title if planned else run.folder.name
    slides = len(planned.shown.slides) if planned else 0
    facts = len(planned.report.ledger.facts) if planned else 0
    shared = run.findings.shares(planned.report) if planned else ()
    return ReportResult(run.folder.name, title, artifacts, run.findings.told(), run.seconds, slides, facts, run.inputs(), shared)
