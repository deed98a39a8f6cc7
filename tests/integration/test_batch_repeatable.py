"""The files of a batch are the same however many processes build them, in whichever order, after whatever went before."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from engine.base.workspace import Workspace
from engine.batch.run import RunOptions, RunPlan, run_plan
from engine.project import BuildOptions, Project
from tests.support.many_inputs import put_rich
from tests.support.small_report import TODAY
from tests.support.tiny_batch import put_batch

TEAMS = 4


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace").resolve()
    put_batch(root, TEAMS)
    put_rich(root, "east")
    return root


def files(out: Path) -> dict[str, bytes]:
    """Return what a run left, but for its own memory and the seconds in run.json."""
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    record = json.loads(found.pop("run.json"))
    for report in record["reports"]:
        report.pop("seconds")
    found.pop("index.html")  # it tells the seconds too
    kept = {name for name in found if name.startswith(".debrief/")}
    assert len(kept) == TEAMS + 1
    return {**{name: blob for name, blob in found.items() if name not in kept}, "run.json": json.dumps(record).encode()}


def built(root: Path, workers: int) -> dict[str, bytes]:
    workspace = Workspace(root, root / "out", TODAY)
    shutil.rmtree(workspace.out, ignore_errors=True)
    done = list(Project(workspace).build(options=BuildOptions(workers=workers)))
    assert [finished.name for finished in done if not finished.ok] == []
    return files(workspace.out)


@pytest.fixture(scope="module")
def alone(root: Path) -> Mapping[str, bytes]:
    """What this process builds, one report after the other."""
    return built(root, 0)


def differing(one: Mapping[str, bytes], other: Mapping[str, Any]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_number_of_processes_changes_no_byte(workers: int, root: Path, alone: Mapping[str, bytes]) -> None:
    assert differing(alone, built(root, workers)) == []


def test_the_order_of_reports_changes_no_byte(root: Path, alone: Mapping[str, bytes]) -> None:
    workspace = Workspace(root, root / "out", TODAY)
    shutil.rmtree(workspace.out, ignore_errors=True)
    project = Project(workspace)
    with project.planned(options=BuildOptions(force=True)) as plan:
        backwards = RunPlan(plan.site, plan.jobs[::-1], plan.reasons, survey=plan.survey)
        list(project.run(backwards))
    assert differing(alone, files(workspace.out)) == []


def test_one_report_built_by_itself_is_the_one_of_its_batch(root: Path, alone: Mapping[str, bytes]) -> None:
    workspace = Workspace(root, root / "elsewhere", TODAY)
    project = Project(workspace)
    with project.planned(select=["华南2组"]) as plan:
        (done,) = run_plan(plan, RunOptions())
    assert done.ok
    assert {file.path: (workspace.out / file.path).read_bytes() for file in done.files} == {
        name: blob for name, blob in alone.items() if name.startswith("teams/华南2组/")
    }
