"""The jobs that README.md documents: YAML of the shape that GitHub and GitLab describe, and commands that do in a clean clone what it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from engine.base.workspace import environment
from tests.support.mini_report import REPORT, put_report
from tests.survival.runs import ROOT, START

README = (ROOT / "README.md").read_text("utf-8")
FENCE = re.compile(r"```yaml\n# (\S+)\n(.*?)```", re.DOTALL)
JOBS: dict[str, Any] = {name: yaml.load(text, yaml.BaseLoader) for name, text in FENCE.findall(README)}  # noqa: TID251  `on` stays a word
GITHUB, GITLAB = JOBS[".github/workflows/reports.yml"]["jobs"]["reports"], JOBS[".gitlab-ci.yml"]["reports"]
INPUTS = {
    "actions/checkout": set(),
    "actions/setup-python": {"python-version"},
    "github/codeql-action/upload-sarif": {"sarif_file"},
    "actions/upload-artifact": {"name", "path"},
}
"""The actions that are used, and the inputs that each gets: all are in its action.yml."""
COMMANDS = {
    "github": [step["run"] for step in GITHUB["steps"] if step.get("run", "").startswith("debrief")],
    "gitlab": [line for line in GITLAB["script"] if line.startswith("debrief")],
}


def test_the_job_for_github_has_the_shape_of_a_workflow() -> None:
    assert set(JOBS[".github/workflows/reports.yml"]) == {"on", "jobs"}
    assert JOBS[".github/workflows/reports.yml"]["on"] == ["pull_request"]
    assert set(GITHUB) == {"runs-on", "permissions", "steps"}
    assert GITHUB["permissions"] == {"actions": "read", "contents": "read", "security-events": "write"}
    for step in GITHUB["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert set(step) <= {"run", "uses", "with", "if"}
        if "uses" in step:
            action, _, version = step["uses"].partition("@")
            assert re.fullmatch(r"v\d+", version)
            assert set(step.get("with", {})) == INPUTS[action]


def test_the_job_for_gitlab_has_the_shape_of_one() -> None:
    assert set(GITLAB) == {"image", "before_script", "script", "artifacts"}
    assert set(GITLAB["artifacts"]) == {"when", "paths", "reports"}
    assert GITLAB["artifacts"]["when"] in {"on_success", "on_failure", "always"}
    assert set(GITLAB["artifacts"]["reports"]) <= {"codequality", "junit"}


def test_what_is_uploaded_is_what_the_commands_write() -> None:
    (sarif,) = (step["with"]["sarif_file"] for step in GITHUB["steps"] if "upload-sarif" in step.get("uses", ""))
    assert any(f"> {sarif}" in command for command in COMMANDS["github"])
    assert all(any(f"> {file}" in command for command in COMMANDS["gitlab"]) for file in GITLAB["artifacts"]["reports"].values())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with a report whose pages are approved."""
    origin = tmp_path / "origin"
    put_report(origin / "content" / "r", report=REPORT.replace("title: 半年小结", "title: 半年小结\nformats: [pptx, pdf]"))
    assert subprocess.run([sys.executable, "-P", "-c", START, "approve"], cwd=origin, env=variables(tmp_path), check=False).returncode == 0
    git(origin, "init", "-q")
    git(origin, "add", "content")
    git(origin, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "report")
    return origin


def variables(place: Path) -> dict[str, str]:
    """Return an environment in which `debrief` is this one."""
    program = place / "bin" / "debrief"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -c "{START}" "$@"\n', "utf-8")
    program.chmod(0o755)
    known = environment()
    return {**known, "PATH": f"{program.parent}:{known['PATH']}", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "GITHUB_ACTIONS": "false"}


def git(folder: Path, *arguments: str) -> None:
    program = shutil.which("git")
    assert program is not None
    subprocess.run([program, *arguments], cwd=folder, check=True)


def run_job(repository: Path, job: str) -> tuple[Path, list[int]]:
    """Run the commands of a job in a clean clone; return the clone and their exit codes."""
    clone = repository.parent / "clone"
    git(repository.parent, "clone", "-q", str(repository), str(clone))
    codes = [
        subprocess.run(["sh", "-c", line], cwd=clone, env=variables(repository.parent), check=False).returncode for line in COMMANDS[job]
    ]
    return clone, codes


def test_a_report_as_approved_passes_on_github(repository: Path) -> None:
    clone, codes = run_job(repository, "github")
    assert codes == [0, 0]
    assert json.loads((clone / "debrief.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert {"run.json", "index.html", "r"} <= {path.name for path in (clone / "out").iterdir()}


def test_a_report_that_changed_fails_on_gitlab_and_says_where(repository: Path) -> None:
    file = repository / "content/r/report.yaml"
    file.write_text(file.read_text("utf-8").replace("上半年 GMV 为", "上半年成交额为"), "utf-8")
    git(repository, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qam", "words")
    clone, codes = run_job(repository, "gitlab")
    assert codes == [0, 1]
    assert isinstance(json.loads((clone / "quality.json").read_text("utf-8")), list)
    told = [case.get("name", "") for case in ET.parse(clone / "junit.xml").iter("testcase") if case.find("failure") is not None]
    assert any("DIFF002" in name for name in told), told
    assert (clone / "out/r/changes.html").is_file()
