from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.errors import UsageError
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch.approving import approve_job
from engine.batch.building import Loaders
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from tests.support.mini_report import REPORT, put_report

LONGER = f"""{REPORT}      - label: 下半年
        title: 下半年三件事
        blocks:
          - text: 拉新、复购、提价。
"""


@pytest.fixture
def site(workspace: Workspace) -> Site:
    put_report(workspace.root / "content" / "a", report=LONGER)
    return Site(workspace, ("pdf",), approves=True)


def folder(site: Site) -> Path:
    return site.workspace.root / "content" / "a"


def approve(site: Site) -> Finished:
    return approve_job(site, Job(folder(site)), Loaders(site))


def names(site: Site) -> list[str]:
    return sorted(path.name for path in (folder(site) / "baseline").iterdir())


def test_texts_and_pictures_are_written_once(site: Site) -> None:
    finished = approve(site)
    assert (finished.ok, finished.unchanged, finished.formats) == (True, False, ())
    pictures = [f"{number:02}.png" for number in range(1, finished.slides + 1)]
    assert names(site) == [*pictures, "pages.txt"]
    assert [record.path for record in finished.files] == [f"content/a/baseline/{name}" for name in ("pages.txt", *pictures)]
    before = {path: path.stat().st_mtime_ns for path in (folder(site) / "baseline").iterdir()}
    again = approve(site)
    assert (again.unchanged, again.files) == (True, ())
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert not site.workspace.out.exists()


def test_pages_that_are_gone_lose_their_pictures(site: Site) -> None:
    pages = approve(site).slides
    put_report(folder(site))
    finished = approve(site)
    assert finished.slides < pages
    assert names(site) == [*(f"{number:02}.png" for number in range(1, finished.slides + 1)), "pages.txt"]
    assert not finished.unchanged


def test_a_damaged_baseline_is_written_anew(site: Site) -> None:
    approve(site)
    texts = folder(site) / "baseline" / "pages.txt"
    good = texts.read_bytes()
    texts.write_bytes(b"<<<<<<< HEAD\n")
    assert [record.path for record in approve(site).files] == ["content/a/baseline/pages.txt"]
    assert texts.read_bytes() == good


def test_a_report_with_errors_approves_nothing(site: Site) -> None:
    put_report(folder(site), report=REPORT.replace("m.gmv", "m.gvm"))
    finished = approve(site)
    assert (finished.ok, finished.files) == (False, ())
    assert not (folder(site) / "baseline").exists()


def test_a_link_that_leads_out_of_the_workspace_is_refused(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder(site) / "baseline").symlink_to(elsewhere)
    finished = approve(site)
    assert isinstance(finished.fault, UsageError)
    assert list(elsewhere.iterdir()) == []


def test_the_baseline_is_no_input_of_a_build_that_compares_with_nothing(site: Site) -> None:
    job = Job(folder(site))
    assert site.request(job).baseline is None
    assert replace(site, against=True).request(job).baseline == folder(site) / "baseline"
