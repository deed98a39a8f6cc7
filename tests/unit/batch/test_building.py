from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.base.errors import EnvironmentFault, TemplateError
from engine.base.workspace import Workspace
from engine.batch import building
from engine.batch.building import Loaders, build_job, check_job, earlier_files, own_failure
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.batch.kept import kept_of
from engine.batch.survey import survey
from engine.load.source import Loader
from engine.out_folder import Pages
from engine.run_record import Status
from tests.support.mini_report import REPORT, put_report
from tests.support.tiny_batch import put_batch

FUTURE = 2**62
FILES = ["agreement.html", "agreement.json", "facts.json", "半年小结.pptx"]


@pytest.fixture
def site(workspace: Workspace) -> Site:
    put_report(workspace.root / "content" / "a")
    return Site(workspace, ("pptx",), pages=Pages.NONE, settings="now", started=FUTURE)


def job(site: Site) -> Job:
    return Job(site.workspace.root / "content" / "a")


def build(site: Site) -> Finished:
    return build_job(site, job(site), Loaders(site))


def failing(monkeypatch: pytest.MonkeyPatch, trouble: BaseException) -> None:
    def fail(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(building, "build_report", fail)


def present(workspace: Workspace) -> list[str]:
    return sorted(path.name for path in (workspace.out / "a").rglob("*") if path.is_file())


def test_a_check_writes_nothing(site: Site) -> None:
    finished = check_job(site, job(site), Loaders(site))
    assert (finished.name, finished.title, finished.ok, finished.formats) == ("a", "半年小结", True, ())
    assert not site.workspace.out.exists()


def test_a_build_writes_its_files_and_then_what_they_are_made_of(site: Site) -> None:
    finished = build(site)
    assert finished.status is Status.BUILT
    assert finished.formats == ("pptx",)
    assert present(site.workspace) == FILES
    record = kept_of(site.workspace, "a")
    assert record is not None and record.made_of is not None
    assert record.made_of.settings == "now"
    assert list(record.made_of.files) == ["content/a/report.yaml", "content/settings.yaml"]
    assert list(record.made_of.tables) == ["weekly"]
    assert record.stands(site.workspace.out)
    assert earlier_files(site.workspace, "a") == finished.files


def test_pages_are_pictured_when_they_are_wanted(workspace: Workspace) -> None:
    put_report(workspace.root / "content" / "a")
    told: list[str] = []
    site = Site(workspace, ("pdf",), pages=Pages.ALL, started=FUTURE)
    finished = build_job(site, job(site), Loaders(site), told.append)
    assert "contact.png" in present(workspace) and "01.png" in present(workspace)
    assert "pages" in told
    assert finished.seconds["pages"] > 0
    assert finished.formats == ("pdf",)


def test_a_report_with_errors_writes_nothing_and_leaves_what_there_is(site: Site) -> None:
    files = build(site).files
    put_report(site.workspace.root / "content" / "a", report=REPORT.replace("m.gmv.attainment", "m.gmw.attainment"))
    finished = build(site)
    assert (finished.status, finished.formats, finished.files) == (Status.FAILED, (), files)
    assert present(site.workspace) == FILES


@pytest.mark.parametrize("trouble", [TemplateError("模板坏了", "the template is broken"), EnvironmentFault("没有字体", "there is no font")])
def test_trouble_outside_the_content_is_part_of_the_result(trouble: TemplateError, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    files = build(site).files
    failing(monkeypatch, trouble)
    finished = build(site)
    assert (finished.fault, finished.files, finished.status) == (trouble, files, Status.FAILED)


def test_a_lack_of_memory_is_part_of_the_result(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, MemoryError())
    fault = build(site).fault
    assert fault is not None
    assert "memory" in fault.message.en


def test_a_bug_is_not_hidden(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, OSError("not what we know"))
    with pytest.raises(OSError, match="not what we know"):
        build(site)


def test_a_disk_that_refuses_keeps_the_findings(site: Site) -> None:
    site.workspace.write_atomically(site.workspace.out / "a", b"a file where the folder should be")
    finished = build(site)
    assert finished.fault is not None
    assert finished.fault.message.en.startswith("cannot write out/a: ")
    assert (finished.formats, finished.title) == ((), "半年小结")


def test_a_file_that_changed_meanwhile_leaves_a_record_that_is_not_trusted(workspace: Workspace) -> None:
    put_report(workspace.root / "content" / "a")
    site = Site(workspace, ("pptx",), pages=Pages.NONE, started=0)
    assert build(site).ok
    record = kept_of(workspace, "a")
    assert record is not None
    assert (record.made_of, record.report.status) == (None, Status.BUILT)


def test_a_failure_of_ours_names_what_it_was(site: Site) -> None:
    finished = own_failure(site, job(site), KeyError("gmv"))
    assert finished.fault is not None
    assert finished.fault.message.zh == "debrief 自身出错（KeyError：'gmv'）"


def test_a_report_for_itself_is_read_anew_unless_it_was_read_for_it(site: Site) -> None:
    one = job(site)
    assert Loaders(site).of(one) is None
    read = Loader(site.workspace, one.folder)
    loaders = Loaders(site, {one.folder: read})
    assert loaders.of(one) is read
    assert loaders.of(one) is None, "its tables are not kept for nobody"


def test_a_batch_is_read_once_and_gives_way_to_the_next(workspace: Workspace) -> None:
    site = Site(workspace)
    one, two = (put_batch(workspace.root, 2, folder=name) for name in ("one", "two"))
    jobs = {folder: survey(site, [folder]).jobs for folder in (one, two)}
    loaders = Loaders(site)
    first = loaders.of(jobs[one][0])
    assert first is not None
    assert loaders.of(jobs[one][1]) is first
    assert loaders.of(jobs[two][0]) is not first
    assert loaders.of(jobs[one][0]) is not first


def test_each_report_of_a_batch_has_a_folder_of_its_own_figures(workspace: Workspace) -> None:
    folder = put_batch(workspace.root, 2)
    site = Site(workspace, ("pptx",), pages=Pages.NONE, started=FUTURE)
    loaders = Loaders(site)
    done = [build_job(site, one, loaders) for one in survey(site, [folder]).jobs]
    assert [(finished.name, finished.title, finished.ok) for finished in done] == [
        ("teams/华东1组", "华东1组小结", True),
        ("teams/华南2组", "华南2组小结", True),
    ]
    raw = [_raw(workspace.out / finished.name / "facts.json") for finished in done]
    assert raw == [1_000_003.0, 1_002_003.0]


def _raw(path: Path) -> float:
    facts = {fact["id"]: fact["raw"] for fact in json.loads(path.read_bytes())["facts"]}
    return float(facts["gmv.actual"])
