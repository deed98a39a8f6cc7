"""Reports built whole, with what was planned, for tests that compare the stages with each other."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from engine.base.diagnostics import Diagnostic, Severity
from engine.base.workspace import Workspace
from engine.load.member import Member
from engine.model.deck import Deck
from engine.pipeline import BuildRequest, ReportResult, build_report, plan_report
from engine.planned import Planned
from engine.project import Project
from tests.support.small_report import TODAY

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "content" / "midyear-2025"


@dataclass(frozen=True, slots=True)
class Built:
    """One report: where it is, how it was planned, and the files made from that plan."""

    workspace: Workspace
    folder: Path
    planned: Planned
    result: ReportResult

    @property
    def deck(self) -> Deck:
        return self.planned.deck

    def blob(self, format_name: str) -> bytes:
        return next(artifact.blob for artifact in self.result.artifacts if artifact.format == format_name)

    @property
    def facts(self) -> dict[str, dict[str, Any]]:
        """facts.json, by fact id."""
        return facts_by_id(self.blob("facts"))


def facts_by_id(blob: bytes) -> dict[str, dict[str, Any]]:
    return {fact["id"]: fact for fact in json.loads(blob)["facts"]}


def workspace_of(folder: Path) -> Workspace:
    """Return the workspace of `…/content/<name>`, on the day all tests happen."""
    root = folder.resolve().parents[1]
    return Workspace(root, root / "out", TODAY)


@cache
def first_member(folder: Path) -> Member | None:
    """Return the report that stands for a batch where all samples are built: its first. None for a folder that is one report."""
    first, *_ = Project.open(folder).chosen((folder,)).jobs
    return first.member


def request_of(folder: Path, formats: tuple[str, ...] = ()) -> BuildRequest:
    """Return what to ask of a sample, whether it is one report or a batch."""
    return BuildRequest(formats, member=first_member(folder))


def build_all(folder: Path) -> Built:
    """Build a report that has no errors."""
    workspace = workspace_of(folder)
    result = build_report(workspace, folder)
    assert not result.has_errors, told(result.diagnostics)
    return Built(workspace, folder, plan_report(workspace, folder), result)


def told(diagnostics: tuple[Diagnostic, ...], least: Severity = Severity.WARNING) -> list[str]:
    """Return the warnings and errors as lines; with INFO the notes too."""
    wanted = {Severity.ERROR, Severity.WARNING, least}
    return [f"{item.where}: {item.code} {item.message.en}" for item in diagnostics if item.severity in wanted]
