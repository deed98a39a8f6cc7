"""Every file that a report is made of is known to the record that decides whether it is built again."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.base.workspace import environment
from engine.batch.digests import LOOK
from tests.support.builds import ROOT
from tests.support.many_inputs import TABLES, put_many_inputs

# Builds reports in one process, and prints what that process opened and what is kept of each report.
WATCHED = """
import json, sys
from pathlib import Path
opened = []
def note(event, details):
    if event in {"open", "sqlite3.connect"} and isinstance(details[0], str | bytes | Path):
        opened.append(str(details[0], "utf-8") if isinstance(details[0], bytes) else str(details[0]))
sys.addaudithook(note)
from engine.project import BuildOptions, Project
from engine.batch.kept import all_kept
project = Project.open(sys.argv[1])
done = list(project.build([Path(sys.argv[1], "content", name) for name in sys.argv[2:]], options=BuildOptions(force=True)))
assert all(report.ok for report in done), [(str(item.where), item.message.en) for report in done for item in report.diagnostics]
kept = {one.report.name: [one.made_of.settings, one.made_of.files, one.made_of.tables, one.made_of.member] for _, one in all_kept(project.workspace)}
print(json.dumps([opened, kept]))
"""
DATA = {"weekly.csv", "targets.xlsx", "ops.sqlite", "visits.parquet", "before.json", "teams.csv"}
"""Files of which the rows that are used are digested, not the bytes."""
UNUSED = {"spare.csv"}


@dataclass(frozen=True, slots=True)
class Watched:
    """`opened` are the files below the workspace or the built-in folders, by path from there; `kept` what each report was made of."""

    opened: frozenset[str]
    kept: Mapping[str, tuple[str, Mapping[str, str], Mapping[str, str], str]]


def watched(root: Path, *names: str) -> Watched:
    variables = {**environment(), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", WATCHED, str(root), *names], capture_output=True, text=True, check=False, env=variables, cwd=root
    )
    assert done.returncode == 0, done.stderr
    opened, kept = json.loads(done.stdout)
    return Watched(frozenset(_named(root, opened)), {name: tuple(parts) for name, parts in kept.items()})


def _named(root: Path, opened: list[str]) -> set[str]:
    """Return opened files below the two roots by their path from there, without code, what is written, and our own environment."""
    found = set()
    for name in opened:
        path = Path(root, name).resolve()
        base = next((base for base in (root.resolve(), ROOT) if path.is_relative_to(base)), None)
        if base is None or not path.is_file():
            continue
        inner = path.relative_to(base)
        written = base != ROOT and inner.parts[0] == "out"
        if inner.suffix not in {".py", ".pyc", ".so"} and not written and inner.parts[0] not in {"engine", ".venv"}:
            found.add(inner.as_posix())
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    put_many_inputs(root)
    return root


@pytest.fixture(scope="module")
def both(root: Path) -> Watched:
    return watched(root, "east", "west", "teams")


def test_every_opened_file_is_in_the_record_of_a_report_or_part_of_the_look_of_all(both: Watched) -> None:
    files = {file for _, files, _, _ in both.kept.values() for file in files}
    uncovered = {file for file in both.opened - files if Path(file).parts[0] not in LOOK and Path(file).name not in DATA | UNUSED}
    assert uncovered == set()


@pytest.mark.parametrize("name", ["east", "west"])
def test_the_record_names_all_content_files_pictures_and_used_tables_of_its_report(name: str, both: Watched) -> None:
    _, files, tables, member = both.kept[name]
    own = {f"content/{name}/{file}" for file in ("report.yaml", "metrics.yaml", "02-next.yaml", "03-later.md", "images/stall.png")}
    assert set(files) == own | {"content/settings.yaml"}
    assert set(tables) == set(TABLES)
    assert member == ""


def test_a_report_of_a_batch_has_its_row_and_its_rows(both: Watched) -> None:
    made = {name: parts for name, parts in both.kept.items() if name.startswith("teams/")}
    assert len(made) == 3
    assert all(set(tables) == {"weekly"} for _, _, tables, _ in made.values())
    assert len({member for _, _, _, member in made.values()}) == 3
    assert len({tables["weekly"] for _, _, tables, _ in made.values()}) == 3


@pytest.mark.parametrize("name", ["west", "teams"])
def test_a_later_report_of_a_process_is_recorded_as_if_it_were_the_first(name: str, root: Path, both: Watched) -> None:
    alone = watched(root, name).kept
    names = [one for one in both.kept if one.partition("/")[0] == name]
    assert names
    assert {one: alone[one] for one in names} == {one: both.kept[one] for one in names}
