from __future__ import annotations

from engine.base.workspace import Workspace
from engine.batch.job import Site
from engine.batch.survey import Survey, survey
from tests.support.mini_report import REPORT as MINI
from tests.support.mini_report import put_report
from tests.support.tiny_batch import REPORT, put_batch


def surveyed(workspace: Workspace, *names: str, **overrides: str) -> Survey:
    return survey(Site(workspace, overrides=overrides), [workspace.root / "content" / name for name in names])


def names(found: Survey) -> list[str]:
    return [job.name for job in found.jobs]


def test_a_report_is_one_job_and_a_batch_one_for_each_row(workspace: Workspace) -> None:
    put_report(workspace.root / "content" / "z")
    put_batch(workspace.root, 2)
    found = surveyed(workspace, "z", "teams")
    assert names(found) == ["z", "teams/华东1组", "teams/华南2组"]
    assert found.stopped == ()
    assert [folder.name for folder in found.loaders] == ["z", "teams"]


def test_a_batch_with_a_mistake_in_its_content_is_stopped_as_a_whole_and_once(workspace: Workspace) -> None:
    put_batch(workspace.root, 3, report=REPORT.replace("value: sum(GMV)", "valeu: sum(GMV)"))
    put_report(workspace.root / "content" / "a")
    found = surveyed(workspace, "a", "teams")
    assert names(found) == ["a"]
    (stopped,) = found.stopped
    assert (stopped.name, stopped.ok) == ("teams", False)
    assert len(stopped.diagnostics) == len(set(stopped.diagnostics)) > 0


def test_a_batch_whose_rows_have_one_name_is_stopped(workspace: Workspace) -> None:
    folder = put_batch(workspace.root, 1)
    (folder / "data" / "teams.csv").write_text("编号,name,region\nT1,甲,东\nT2,甲,西\n", encoding="utf-8")
    (stopped,) = surveyed(workspace, "teams").stopped
    assert [item.code for item in stopped.diagnostics] == ["FILE031"]


def test_a_batch_without_rows_is_no_report(workspace: Workspace) -> None:
    folder = put_batch(workspace.root, 1)
    (folder / "data" / "teams.csv").write_text("编号,name,region\n", encoding="utf-8")
    found = surveyed(workspace, "teams")
    assert found.jobs == ()
    assert [item.code for stopped in found.stopped for item in stopped.diagnostics] != []


def test_a_report_that_cannot_be_read_is_a_job_that_will_tell_why(workspace: Workspace) -> None:
    put_report(workspace.root / "content" / "a", report=f"{MINI}kind: twice\n")
    assert names(surveyed(workspace, "a")) == ["a"]


def test_what_the_command_line_sets_holds_for_the_batch_too(workspace: Workspace) -> None:
    put_batch(workspace.root, 1, report=REPORT.replace('name: "{{ team.name }}"', 'name: "{{ team.name }}_{{ author }}"'))
    assert names(surveyed(workspace, "teams", author="周宁")) == ["teams/华东1组_周宁"]
