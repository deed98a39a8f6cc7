"""The hundred reports of content/team-review, in process: what there is, what each says, and the tables they share."""

from __future__ import annotations

import csv
import io
from functools import cache

from engine.batch.job import Job
from engine.compose.composer import compose
from engine.load.member import Member
from engine.load.source import Loader
from engine.model.facts import Fact
from engine.model.report import Report
from engine.project import Project
from tests.support.builds import ROOT, workspace_of

FOLDER = ROOT / "content" / "team-review"
DATA = FOLDER / "data"
ALL = 100
PLAIN, GOOD, SHUT, MISSED, TINY, LONG, RARE, NEW = "T001", "T007", "T018", "T034", "T052", "T074", "T075", "T076"
AWKWARD = (GOOD, SHUT, MISSED, TINY, LONG, RARE, NEW)
"""All targets met and no measures · a week of no sales · missed by 40 % · one store · a long name · a rare character · no last year."""


@cache
def jobs() -> dict[str, Job]:
    """Return what there is to build, by the code of the team."""
    return {str(cell(job.member, "编号")): job for job in Project.open(ROOT).chosen((FOLDER,)).jobs}


def cell(member: Member | None, column: str) -> object:
    assert member is not None
    found = member.row.column(column)
    assert found is not None
    return found.values[0]


def member(team: str) -> Member:
    found = jobs()[team].member
    assert found is not None
    return found


@cache
def loader() -> Loader:
    return Loader(workspace_of(FOLDER), FOLDER)


@cache
def report(team: str) -> Report:
    return composed(loader(), team)


def composed(from_: Loader, team: str) -> Report:
    source = from_.source(member(team)).value
    found = compose(source, workspace_of(FOLDER)).value if source else None
    assert found is not None
    return found


def facts(team: str) -> dict[str, Fact]:
    return {fact.id: fact for fact in report(team).ledger.facts}


@cache
def rows(file: str) -> list[list[str]]:
    """Return the cells of a table as another program reads them."""
    blob = (DATA / file).read_bytes()
    encoding = "utf-8-sig" if blob.startswith(b"\xef\xbb\xbf") else "gb18030"
    return list(csv.reader(io.StringIO(blob.decode(encoding), newline="")))
