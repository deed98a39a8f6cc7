"""One thing changes at a time: exactly the reports that are made of it are built again, and none when it is taken back."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.batch.kept import FOLDER, place_of
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Pages, Project
from tests.support.many_inputs import put_database, put_many_inputs, put_parquet, put_picture, put_workbook
from tests.support.small_report import TODAY

OPTIONS = BuildOptions(pages=Pages.NONE)
REQUEST = BuildRequest(("pptx",))
TEAMS = {"teams/华东1组", "teams/华南2组", "teams/华北3组"}
ALL = {"east", "west", *TEAMS}
Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace whose every report is built."""
    root = tmp_path_factory.mktemp("workspace").resolve()
    put_many_inputs(root)
    time.sleep(0.05)  # what is written while a run begins is not trusted
    workspace = Workspace(root, root / "out", TODAY)
    done = list(Project(workspace).build(request=REQUEST, options=OPTIONS))
    assert [report.name for report in done if not report.ok] == []
    assert {report.name for report in done} == ALL
    return workspace


def to_build(workspace: Workspace, request: BuildRequest = REQUEST, options: BuildOptions = OPTIONS) -> dict[str, str]:
    """Return the reports that a build would build, and why."""
    plan = Project(workspace).plan(request=request, options=options)
    assert plan.stopped == ()
    return {job.name: plan.reasons[job.name].en for job in plan.jobs}


@contextmanager
def changed(path: Path, change: Change) -> Iterator[None]:
    """Change a file, or make or remove it, and put all back as it was, with a new time."""
    before = path.read_bytes() if path.exists() else None
    new_folder = next((folder for folder in reversed((path, *path.parents)) if not folder.exists()), None)
    path.parent.mkdir(parents=True, exist_ok=True)
    change(path)
    try:
        yield
    finally:
        if before is not None:
            path.write_bytes(before)
        elif new_folder is not None and new_folder.is_dir():
            shutil.rmtree(new_folder)
        else:
            path.unlink(missing_ok=True)


def replaced(old: str, new: str) -> Change:
    def change(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def written(text: str) -> Change:
    def change(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return change


def longer(text: str) -> Change:
    def change(path: Path) -> None:
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return change


def test_nothing_changed_nothing_is_built(workspace: Workspace) -> None:
    assert to_build(workspace) == {}


def test_a_time_alone_is_no_change(workspace: Workspace) -> None:
    for path in (workspace.root / "content").rglob("*"):
        os.utime(path, (2_000_000_000, 2_000_000_000))
    assert to_build(workspace) == {}


@dataclass(frozen=True, slots=True)
class Case:
    """A change of the file at `path`, the reports that are made of it, and the reason that is given."""

    path: str
    change: Change
    built: set[str]
    why: str


EAST = {"east"}
CASES = {
    "content file": Case("content/east/report.yaml", replaced("半年小结", "半年总结"), EAST, "content/east/report.yaml changed"),
    "comment in a content file": Case("content/east/report.yaml", replaced("kind:", "# 注\nkind:"), EAST, "content/east/report.yaml changed"),
    "metrics": Case("content/east/metrics.yaml", replaced("支付口径", "下单口径"), EAST, "content/east/metrics.yaml changed"),
    "included section": Case("content/east/02-next.yaml", replaced("补货", "清仓"), EAST, "content/east/02-next.yaml changed"),
    "included Markdown": Case("content/east/03-later.md", replaced("更好", "更多"), EAST, "content/east/03-later.md changed"),
    "picture": Case("content/east/images/stall.png", lambda path: put_picture(path, "navy"), EAST, "content/east/images/stall.png changed"),
    "CSV": Case("content/east/data/weekly.csv", replaced("450000", "450001"), EAST, "the records it takes from table 'weekly' changed"),
    "workbook": Case("content/east/data/targets.xlsx", lambda path: put_workbook(path, 7), EAST, "the records it takes from table 'targets' changed"),
    "SQLite": Case("content/east/data/ops.sqlite", lambda path: put_database(path, 31), EAST, "the records it takes from table 'orders' changed"),
    "Parquet": Case("content/east/data/visits.parquet", lambda path: put_parquet(path, 9), EAST, "the records it takes from table 'visits' changed"),
    "facts of the edition before": Case(
        "content/east/data/before.json", replaced("900000", "910000"), EAST, "the records it takes from table 'before' changed"
    ),
    "unused table": Case("content/east/data/spare.csv", replaced("W2,2", "W2,3"), set(), ""),
    "unused table that cannot be read": Case("content/east/data/spare.csv", written("周次,周次\nW1,1\n"), EAST, "table 'spare' has errors"),
    "a file nobody names": Case("content/east/notes.txt", written("…"), set(), ""),
    "batch content": Case("content/teams/report.yaml", replaced("上半年", "今年上半年"), TEAMS, "content/teams/report.yaml changed"),
    "row of one team": Case(
        "content/teams/data/weekly.csv", replaced("华南2组,W1,501001", "华南2组,W1,501002"), {"teams/华南2组"},
        "the records it takes from table 'weekly' changed",
    ),
    "own row of one team": Case("content/teams/data/teams.csv", replaced("T001,", "T00X,"), {"teams/华南2组"}, "its own row changed"),
    "settings": Case("content/settings.yaml", written("deviation: actual-target\n"), ALL, "content/settings.yaml changed"),
    "no settings": Case("content/settings.yaml", Path.unlink, ALL, "content/settings.yaml changed"),
}  # fmt: skip
LOOK_CHANGED = "the program, a theme, a template, a font or what was asked for changed"


@pytest.mark.parametrize("name", CASES)
def test_a_change_builds_the_reports_that_are_made_of_it(name: str, workspace: Workspace) -> None:
    case = CASES[name]
    with changed(workspace.root / case.path, case.change):
        found = to_build(workspace)
    assert found == dict.fromkeys(case.built, case.why)
    assert to_build(workspace) == {}


def test_a_row_that_comes_first_moves_the_cells_of_all_that_follow(workspace: Workspace) -> None:
    """Each figure tells its cells: where a row is put in, reports below it are made of other cells."""
    path = workspace.root / "content" / "teams" / "data" / "weekly.csv"
    with changed(path, replaced("华南2组,W1", "华东1组,W3,1\n华南2组,W1")):
        assert set(to_build(workspace)) == TEAMS
    with changed(path, longer("华北3组,W3,1\n")):
        assert set(to_build(workspace)) == {"teams/华北3组"}


def test_a_new_team_is_built_alone_and_one_that_left_is_told(workspace: Workspace) -> None:
    path = workspace.root / "content" / "teams" / "data" / "teams.csv"
    with changed(path, longer("T003,华东4组,华东\n")):
        assert to_build(workspace) == {"teams/华东4组": "it was never built"}
    with changed(path, replaced("T002,华北3组,华北\n", "")):
        plan = Project(workspace).plan(request=REQUEST, options=OPTIONS)
        assert ([job.name for job in plan.jobs], plan.gone) == ([], ("teams/华北3组",))


@pytest.mark.parametrize(
    "path", ["assets/themes/harbor.yaml", "templates/pptx/harbor.pptx", "templates/docx/harbor.yaml", "templates/docx/harbor.docx"]
)
def test_a_theme_or_template_of_the_workspace_that_takes_the_place_of_ours_builds_all(path: str, workspace: Workspace) -> None:
    with changed(workspace.root / path, lambda place: shutil.copyfile(BUILTIN_ROOT / path, place)):
        assert to_build(workspace) == dict.fromkeys(ALL, LOOK_CHANGED)
    assert to_build(workspace) == {}


@pytest.mark.parametrize(
    ("request_", "options"),
    [
        (BuildRequest(("pptx", "docx")), OPTIONS),
        (BuildRequest(), OPTIONS),
        (BuildRequest(("pptx",), {"author": "林晓"}), OPTIONS),
        (REQUEST, BuildOptions()),
    ],
    ids=["formats", "formats of the reports", "--set", "pages"],
)
def test_what_is_asked_for_builds_all(request_: BuildRequest, options: BuildOptions, workspace: Workspace) -> None:
    assert to_build(workspace, request_, options) == dict.fromkeys(ALL, LOOK_CHANGED)


def test_how_it_is_asked_for_builds_nothing(workspace: Workspace) -> None:
    assert to_build(workspace, options=BuildOptions(pages=Pages.NONE, strict=True, workers=2, exit_first=True)) == {}


def test_force_builds_all(workspace: Workspace) -> None:
    assert to_build(workspace, options=BuildOptions(pages=Pages.NONE, force=True)) == dict.fromkeys(ALL, "it is forced")


def edited(path: Path) -> None:
    blob = path.read_bytes()
    path.write_bytes(blob[:-1] + bytes([blob[-1] ^ 1]))


@pytest.mark.parametrize("change", [Path.unlink, edited, written("short")], ids=["deleted", "edited", "cut"])
@pytest.mark.parametrize("file", ["华南2组.pptx", "facts.json", "agreement.html"])
def test_a_written_file_that_is_no_more_as_it_was_builds_its_report(file: str, change: Change, workspace: Workspace) -> None:
    path = workspace.out / "teams" / "华南2组" / file
    with changed(path, change):
        assert to_build(workspace) == {"teams/华南2组": "a file that was written is changed or gone"}
    assert to_build(workspace) == {}


def test_a_record_that_is_damaged_or_gone_builds_its_report(workspace: Workspace) -> None:
    for change in (Path.unlink, written("{"), written("[]")):
        with changed(workspace.out / place_of("east"), change):
            assert to_build(workspace) == {"east": "it was never built"}
    assert to_build(workspace) == {}


def test_records_without_results_build_all(workspace: Workspace) -> None:
    kept = sorted((workspace.out / FOLDER).iterdir())
    assert len(kept) == len(ALL)
    elsewhere = Workspace(workspace.root, workspace.root / "elsewhere", TODAY)
    assert to_build(elsewhere) == dict.fromkeys(ALL, "it was never built")


def test_a_change_of_the_code_builds_all(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from engine.batch import digests

    monkeypatch.setattr(digests, "PACKAGE", tmp_path)
    assert to_build(workspace) == dict.fromkeys(ALL, LOOK_CHANGED)
