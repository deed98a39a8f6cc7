from __future__ import annotations

import pickle  # noqa: TID251  as a job travels to a worker
from pathlib import Path

import pytest

from engine.base.workspace import Workspace
from engine.batch.job import USUAL_LIMITS, Job, Limits, Site
from engine.load.member import Member
from engine.model.tables import Column, ColumnType, DataTable
from engine.out_folder import Pages

ROW = DataTable("teams", "data/teams.csv", "", (Column("name", ColumnType.TEXT, ("华东",), "A"),), (2,))
MEMBER = Member("team", "华东", ROW)


def test_a_report_is_called_like_its_folder() -> None:
    assert Job(Path("content/midyear-2025")).name == "midyear-2025"


def test_a_report_of_a_batch_is_called_like_its_folder_and_its_row() -> None:
    assert Job(Path("content/teams"), MEMBER).name == "teams/华东"


def test_a_report_is_asked_for_as_the_run_was(workspace: Workspace) -> None:
    site = Site(workspace, ("pptx",), {"author": "林晓"})
    request = site.request(Job(Path("content/teams"), MEMBER))
    assert (request.formats, request.overrides, request.member) == (("pptx",), {"author": "林晓"}, MEMBER)


def test_a_report_of_a_batch_is_compared_with_its_own_baseline(workspace: Workspace) -> None:
    request = Site(workspace, against=True).request(Job(Path("content/teams"), MEMBER))
    assert (request.baseline, request.looks) == (Path("content/teams/baseline/华东"), False)
    assert Site(workspace, approves=True).request(Job(Path("a"))).looks


@pytest.mark.parametrize(
    ("pages", "alone", "of_a_batch"),
    [(None, Pages.ALL, Pages.COVER), (Pages.ALL, Pages.ALL, Pages.ALL), (Pages.NONE, Pages.NONE, Pages.NONE)],
)
def test_a_report_of_a_batch_pictures_its_cover_unless_all_are_wanted(
    pages: Pages | None, alone: Pages, of_a_batch: Pages, workspace: Workspace
) -> None:
    site = Site(workspace, pages=pages)
    assert (site.pictured(Job(Path("a"))), site.pictured(Job(Path("a"), MEMBER))) == (alone, of_a_batch)


def test_jobs_and_sites_travel_to_other_processes(workspace: Workspace) -> None:
    job, site = Job(Path("content/teams"), MEMBER), Site(workspace, ("pptx",), {"author": "林晓"}, started=7)
    assert pickle.loads(pickle.dumps((job, site, USUAL_LIMITS))) == (job, site, Limits())
