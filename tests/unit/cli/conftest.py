"""Commands as people call them: in a workspace of their own, through the door that gives exit codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.cli.main import run
from engine.cli.voice import Voice


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left: its exit code, and both streams."""

    code: int
    out: str
    err: str


Debrief = Callable[..., Said]


@pytest.fixture
def debrief(workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Debrief:
    """Run `debrief ARGUMENTS` at the root of the workspace, in English unless told otherwise."""
    monkeypatch.chdir(workspace.root)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def call(*arguments: str, language: Language = Language.EN) -> Said:
        capsys.readouterr()
        code = run(arguments, Voice(language))
        return Said(code, *capsys.readouterr())

    return call
