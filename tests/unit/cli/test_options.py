from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from engine.cli.options import default_output_format, project_start
from engine.cli.render_diagnostics import OutputFormat
from tests.support.mini_report import put_report
from tests.unit.cli.conftest import Debrief


@pytest.mark.parametrize(
    ("variables", "style"),
    [({}, OutputFormat.FULL), ({"GITHUB_ACTIONS": "true"}, OutputFormat.GITHUB), ({"GITHUB_ACTIONS": ""}, OutputFormat.FULL)],
)
def test_github_gets_annotations_unasked(variables: dict[str, str], style: OutputFormat) -> None:
    assert default_output_format(variables) is style


def test_the_workspace_is_looked_for_from_the_first_path_that_exists(tmp_path: Path) -> None:
    assert project_start((tmp_path / "gone", tmp_path)) == tmp_path
    assert project_start(()) is None


@pytest.mark.parametrize("wrong", ["author", "=x", " =x"])
def test_a_setting_without_a_key_or_value_is_refused(wrong: str, debrief: Debrief) -> None:
    said = debrief("check", "--set", wrong)
    assert (said.code, said.err.splitlines()) == (
        2,
        [f"error: --set {wrong}: expected key=value", "  = hint: for example --set author=Lin"],
    )


def test_settings_reach_the_report(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1")
    said = debrief("check", "--set", "period=H1", "--output-format", "concise")
    assert said.code == 1
    assert "H1 is no period" in said.out


def test_the_language_of_one_command(debrief: Debrief) -> None:
    assert "没有报告" in debrief("check", "--lang", "zh").err
    assert "no report" in debrief("check", "--lang", "en", language=Language.ZH).err
