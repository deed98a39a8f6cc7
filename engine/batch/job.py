"""One report to be built or checked, and what holds for all of a run. Plain values: they travel to other processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.baseline.place import folder_of
from engine.load.member import Member
from engine.out_folder import Pages
from engine.pipeline import BuildRequest


@dataclass(frozen=True, slots=True)
class Job:
    """A report folder, and of a batch the report that is meant."""

    folder: Path
    member: Member | None = None

    @property
    def name(self) -> str:
        """The name of the report, which is its folder below `out/`: `midyear-2025`, or `team-review/华东一组` in a batch."""
        return self.folder.name if self.member is None else f"{self.folder.name}/{self.member.name}"


@dataclass(frozen=True, slots=True)
class Site:
    """What every report of a run is built with.

    `pages` are pictured, None: all of a report for itself, the cover of one in a batch. `settings` is the digest of what all reports depend
    on, empty where nothing is written; `started` is the time of the file system when the run began, in ns: an input that was written since is
    not to be trusted. `against`: built pages are compared with the baseline; `approves`: nothing is built but the baseline.
    """

    workspace: Workspace
    formats: tuple[str, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False
    pages: Pages | None = None
    settings: str = ""
    started: int = 0
    against: bool = False
    approves: bool = False

    def request(self, job: Job) -> BuildRequest:
        baseline = folder_of(job.folder, None if job.member is None else job.member.name) if self.against else None
        return BuildRequest(self.formats, self.overrides, job.member, baseline, looks=self.approves)

    def pictured(self, job: Job) -> Pages:
        """Return which pages of a report are pictured: hundreds of reports are looked through by their sheets."""
        if self.pages is not None:
            return self.pages
        return Pages.ALL if job.member is None else Pages.COVER


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may take before its process is ended: wall seconds, and MiB of memory.

    A process is replaced after `reports` of them, or when it has grown beyond `tidy` MiB.
    """

    seconds: float = 180.0
    memory: int = 1536
    tidy: int = 380
    reports: int = 200


USUAL_LIMITS = Limits()
