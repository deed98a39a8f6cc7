from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from engine.base.diagnostics import Language, Phrase
from engine.cli.doctor import doctor, show
from engine.probe.health import Line, State

GOOD = Line(Phrase("中文黑体", "Chinese font"), State.GOOD, Phrase("思源", "Noto"))
SLOW = Line(Phrase("子集", "subsets"), State.WARNING, Phrase("没有", "missing"), Phrase("装它", "apt install [it]"))
BROKEN = Line(Phrase("排版", "Pango"), State.FAULT, Phrase("没有", "missing"), Phrase("装它", "brew install pango"))


def printed(lines: tuple[Line, ...], language: Language) -> list[str]:
    console = Console(width=100, record=True, quiet=False, color_system=None)
    with console.capture() as capture:
        show(lines, language, console)
    return [line.rstrip() for line in capture.get().splitlines()]


def test_each_line_tells_its_state_and_the_mend() -> None:
    assert printed((GOOD, SLOW), Language.EN) == [
        "ok       Chinese font  Noto",
        "warning  subsets       missing",
        "                       mend: apt install [it]",
        "Reports can be built.",
    ]


def test_a_fault_closes_with_what_to_do_in_chinese() -> None:
    assert printed((GOOD, BROKEN), Language.ZH) == [
        "正常  中文黑体  思源",
        "缺失  排版      没有",
        "                办法：装它",
        "请先按“办法”一栏处理标为“缺失”的各项。",
    ]


@pytest.mark.parametrize(("lines", "code"), [((GOOD, SLOW), 0), ((GOOD, BROKEN), 3)])
def test_the_exit_code_tells_whether_reports_can_be_built(
    lines: tuple[Line, ...], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("engine.cli.doctor.examine", lambda _: lines)
    result = CliRunner().invoke(doctor, ["--lang", "en"])
    assert result.exit_code == code
    assert "Chinese font" in result.output


def test_this_machine_is_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(doctor, ["--lang", "zh"])
    assert result.exit_code == 0
    assert "可以生成报告。" in result.output
