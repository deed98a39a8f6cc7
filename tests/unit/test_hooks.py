from __future__ import annotations

import re
import shlex
from pathlib import Path

import yaml

from engine.cli.main import COMMANDS

HOOKS = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"


def test_the_hook_for_users_runs_a_command_on_changed_content() -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))  # noqa: TID251  pre-commit reads it by this library
    program, command, *_ = shlex.split(hook["entry"])
    assert (hook["id"], program, command in COMMANDS) == ("debrief-check", "debrief", True)
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False  # a table or a theme is part of many reports: debrief finds out which
    touched = ["content/midyear/report.yaml", "reports/content/a/data/kpi.xlsx", "templates/pptx/harbor.pptx"]
    assert [bool(re.search(hook["files"], path)) for path in (*touched, "src/main.py")] == [True, True, True, False]
