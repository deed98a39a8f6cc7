from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from engine.base.diagnostics import Diagnostic, Location, error
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch import worker
from engine.batch.building import Loaders
from engine.batch.digests import MadeOf
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.batch.kept import Kept, kept_of, place_of
from engine.batch.run import RunOptions, RunPlan, plan_check, plan_run, run_plan, told
from engine.batch.selection import read_selection
from engine.run_record import FileRecord, Status
from tests.support.mini_report import put_report
from tests.support.tiny_batch import put_batch, teams_table

BROKEN = error("YAML021", "没有这个键", "no such key", Location("content/b/report.yaml", 1, 1))
IN_PROCESS = RunOptions()


@pytest.fixture
def site(workspace: Workspace) -> Site:
    for name in ("a", "b", "c"):
        put_report(workspace.root / "content" / name)
    return Site(workspace)


def folders(site: Site, *names: str) -> list[Path]:
    return [site.workspace.root / "content" / name for name in names or ("a", "b", "c")]


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> dict[str, Diagnostic]:
    """Let a build end with the finding that is put here under its name; others are built without anything."""
    findings: dict[str, Diagnostic] = {}

    def build(_site: Site, job: Job, _loaders: Loaders, watch: Callable[[str], None] | None) -> Finished:
        if watch is not None:
            watch("load")
        return Finished(job.folder, job.name, diagnostics=(findings[job.name],) if job.name in findings else ())

    monkeypatch.setattr(worker, "build_job", build)
    return findings


def put_kept(site: Site, name: str, *, status: Status = Status.BUILT, folder: str | None = None, settings: str = "") -> None:
    record = Finished(site.workspace.root / "content" / (folder or name), name, f"{name}!").record(site.workspace)
    kept = Kept(replace(record, status=status), None if status is Status.FAILED else MadeOf(settings, {}, {}, ""))
    site.workspace.write_atomically(site.workspace.out / place_of(name), kept.to_bytes())


def names(plan: RunPlan) -> list[str]:
    return [job.name for job in plan.jobs]


def test_a_plan_says_of_each_report_whether_it_is_built_and_why(site: Site) -> None:
    put_kept(site, "b")
    put_kept(site, "c", status=Status.FAILED)
    plan = plan_run(site, folders(site))
    assert {name: why.en for name, why in plan.reasons.items()} == {"a": "it was never built", "c": "it failed the last time"}
    assert names(plan) == ["a", "c"]
    (same,) = plan.unchanged
    assert (same.name, same.title, same.status) == ("b", "b!", Status.UNCHANGED)
    assert plan.total == 3


def test_force_builds_what_did_not_change(site: Site) -> None:
    put_kept(site, "b")
    assert {why.en for why in plan_run(site, folders(site), force=True).reasons.values()} == {"it is forced"}


@pytest.mark.parametrize(
    ("selection", "built"),
    [("state:failed", ["c"]), ("state:new", ["a"]), ("state:modified", ["a", "c"]), ("b", []), ("c,state:failed", ["c"])],
)
def test_a_selection_may_ask_for_what_became_of_reports(selection: str, built: list[str], site: Site) -> None:
    put_kept(site, "b")
    put_kept(site, "c", status=Status.FAILED)
    assert names(plan_run(site, folders(site), read_selection([selection]))) == built


def test_a_check_checks_all_that_is_selected(site: Site) -> None:
    put_kept(site, "b")
    assert names(plan_check(site, folders(site))) == ["a", "b", "c"]
    assert names(plan_check(site, folders(site), read_selection(["state:new"]))) == ["a", "c"]


def test_reports_that_left_their_batch_are_named_and_those_of_other_folders_are_not(site: Site) -> None:
    folder = put_batch(site.workspace.root, 2)
    put_kept(site, "teams/华东1组", folder="teams")
    put_kept(site, "teams/华北3组", folder="teams")
    put_kept(site, "elsewhere")
    assert plan_run(site, [folder]).gone == ("teams/华北3组",)
    assert plan_run(site, [folder], read_selection(["华东1组"])).gone == ()


def test_a_batch_that_cannot_be_taken_apart_is_told_first(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    folder = put_batch(site.workspace.root, 1)
    (folder / "data" / "teams.csv").write_text(teams_table(["甲", "甲"]), encoding="utf-8")
    assert outcomes == {}
    plan = plan_run(site, [*folders(site), folder])
    assert [finished.name for finished in run_plan(plan, IN_PROCESS)] == ["teams", "a", "b", "c"]
    assert kept_of(site.workspace, "teams") is None, "it is no report"


def test_what_needs_nothing_comes_first_and_what_fails_is_kept_in_mind(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    put_kept(site, "c")
    outcomes["b"] = BROKEN
    done = list(run_plan(plan_run(site, folders(site)), IN_PROCESS))
    assert [(finished.name, finished.status) for finished in done] == [("c", Status.UNCHANGED), ("a", Status.BUILT), ("b", Status.FAILED)]
    record = kept_of(site.workspace, "b")
    assert record is not None
    assert (record.report.status, record.made_of) == (Status.FAILED, None)
    assert names(plan_run(site, folders(site), read_selection(["state:failed"]))) == ["b"]


def test_a_failure_keeps_the_files_that_stand(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    files = (FileRecord.of("b/b.pptx", b"deck"),)
    record = Finished(site.workspace.root / "content" / "b", "b", files=files).record(site.workspace)
    site.workspace.write_atomically(site.workspace.out / place_of("b"), Kept(record, None).to_bytes())
    outcomes["b"] = BROKEN
    (done,) = run_plan(plan_run(site, folders(site, "b")), IN_PROCESS)
    assert done.files == files
    again = kept_of(site.workspace, "b")
    assert again is not None
    assert again.report.files == files


def test_a_check_keeps_nothing_in_mind(site: Site) -> None:
    put_report(site.workspace.root / "content" / "a", report="kind: nothing\n")
    (done,) = run_plan(plan_check(site, folders(site, "a")), IN_PROCESS, writes=False)
    assert not done.ok
    assert not site.workspace.out.exists()


@pytest.mark.parametrize(("exit_first", "built"), [(True, ["a"]), (False, ["a", "b", "c"])])
def test_the_first_failure_may_end_the_run(exit_first: bool, built: list[str], site: Site, outcomes: dict[str, Diagnostic]) -> None:
    outcomes["a"] = BROKEN
    done = run_plan(plan_run(site, folders(site)), RunOptions(exit_first=exit_first))
    assert [finished.name for finished in done] == built


def test_a_failure_that_is_known_ends_such_a_run_before_it_begins(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    folder = put_batch(site.workspace.root, 1)
    (folder / "data" / "teams.csv").write_text(teams_table(["甲", "甲"]), encoding="utf-8")
    assert outcomes == {}
    assert [finished.name for finished in run_plan(plan_run(site, [*folders(site), folder]), RunOptions(exit_first=True))] == ["teams"]


def test_the_watch_is_told_the_report_and_the_verb(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    assert outcomes == {}
    seen: list[tuple[str, str]] = []
    list(run_plan(plan_run(site, folders(site, "a", "b")), IN_PROCESS, lambda report, verb: seen.append((report, verb))))
    assert seen == [("a", "load"), ("b", "load")]


def test_an_executor_may_build(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    outcomes["b"] = BROKEN
    with ThreadPoolExecutor(2) as executor:
        done = list(run_plan(plan_run(site, folders(site)), IN_PROCESS, executor=executor))
    assert sorted((finished.name, finished.ok) for finished in done) == [("a", True), ("b", False), ("c", True)]
    assert kept_of(site.workspace, "b") is not None


def test_a_run_tells_of_its_reports_and_of_what_earlier_runs_left(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    assert outcomes == {}
    put_kept(site, "c")
    plan = plan_run(site, folders(site, "b", "a"))
    files = told(plan, list(run_plan(plan, IN_PROCESS)))
    record: dict[str, Any] = json.loads(files["run.json"])
    assert [entry["name"] for entry in record["reports"]] == ["a", "b"]
    assert (record["built"], record["failed"], [entry["name"] for entry in record["earlier"]]) == (2, 0, ["c"])
    page = files["index.html"].decode()
    assert all(name in page for name in ("a", "b", "c!"))


def test_a_run_whose_theme_is_spoilt_is_told_of_in_the_colours_that_came_with_us(site: Site, outcomes: dict[str, Diagnostic]) -> None:
    assert outcomes == {}
    (site.workspace.root / "assets/themes").mkdir(parents=True)
    (site.workspace.root / "assets/themes/harbor.yaml").write_text("colors: none", "utf-8")
    assert b"<html" in told(plan_run(site, folders(site, "b")), [])["index.html"]
