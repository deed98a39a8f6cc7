from __future__ import annotations

import datetime as dt
from pathlib import Path

from engine.base.diagnostics import Location
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.batch.run import RunPlan, plan_check
from engine.batch.together import told_together
from engine.load.member import Member
from engine.model.evidence import Shared
from engine.model.facts import MetricNote
from engine.model.tables import DataTable
from tests.support.mini_report import put_report


def finished(folder: Path, definition: str, name: str = "") -> Finished:
    note = MetricNote("v", "访客", definition, "埋点", "次", "sum(访客) · d", "2025 年")
    at = Location(f"content/{folder.name}/metrics.yaml", 1, 1)
    return Finished(folder, name or folder.name, shared=(Shared("甲", dt.date(2025, 1, 1), dt.date(2025, 6, 30), note, "次", at),))


def plan(workspace: Workspace, *names: str) -> RunPlan:
    for name in names:
        put_report(workspace.root / "content" / name)
    return plan_check(Site(workspace), tuple(workspace.root / "content" / name for name in names))


def test_the_later_folder_is_told_whichever_is_done_first(workspace: Workspace) -> None:
    known = plan(workspace, "a", "b")
    content = workspace.root / "content"
    one, two = finished(content / "a", "按天去重"), finished(content / "b", "不去重")
    for order in ((one, two), (two, one)):
        told = list(told_together(order, known))
        assert [each.name for each in told] == ["a", "b"]
        assert {each.name: [item.code for item in each.diagnostics] for each in told} == {"a": [], "b": ["RULE009"]}


def test_one_folder_is_passed_on_as_it_comes(workspace: Workspace) -> None:
    known = plan(workspace, "a")
    report = finished(workspace.root / "content" / "a", "按天去重")
    assert next(told_together(iter([report]), known)) is report


def test_a_batch_is_told_once(workspace: Workspace) -> None:
    known, content = plan(workspace, "a", "b"), workspace.root / "content"
    row = DataTable("teams", "teams.csv", "", (), ())
    one, two = (Job(content / "b", Member("team", team, row)) for team in "12")
    jobs = (known.jobs[0], one, two)
    reports = (finished(two.folder, "不去重", two.name), finished(one.folder, "不去重", one.name), finished(content / "a", "按天去重"))
    told = list(told_together(reports, replace(known, jobs=jobs)))
    assert [(each.name, len(each.diagnostics)) for each in told] == [("b/2", 0), ("a", 0), ("b/1", 1)]


def test_a_run_that_ended_early_tells_what_it_has(workspace: Workspace) -> None:
    known = plan(workspace, "a", "b")
    (told,) = told_together([finished(workspace.root / "content" / "b", "不去重")], known)
    assert (told.name, told.diagnostics) == ("b", ())
