"""What is asked of the pipeline, and what becomes of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.diagnostics import Diagnostic
from engine.base.records import dataclass
from engine.load.member import Member
from engine.model.evidence import Shared
from engine.model.tables import DataTable

if TYPE_CHECKING:
    from engine.baseline.look import Look


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """`formats` empty takes the report's own; `overrides` are `--set key=value`; `member` is the report of a batch that is meant.

    `baseline` is the folder of approved pages to compare with, None to compare with nothing; `looks` asks for the look of the pages.
    """

    formats: tuple[str, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)
    member: Member | None = None
    baseline: Path | None = None
    looks: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a report was made of, besides what every report of the workspace is: content files and pictures, records of tables by name."""

    files: tuple[Path, ...] = ()
    tables: Mapping[str, DataTable] = field(default_factory=dict)


NO_INPUTS = Inputs()


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file, not yet on disk."""

    format: str
    file_name: str
    blob: bytes


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What became of one report. `artifacts` is empty when errors stopped it; `seconds` by verb; `shared` are the metrics it prints; `look` is there
    where it was asked for.
    """

    name: str
    title: str
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: Mapping[str, float]
    slides: int = 0
    fact_count: int = 0
    inputs: Inputs = NO_INPUTS
    shared: tuple[Shared, ...] = ()
    look: Look | None = None

    @property
    def has_errors(self) -> bool:
        return any(item.is_error for item in self.diagnostics)
