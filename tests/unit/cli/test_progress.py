from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from engine.base.diagnostics import Diagnostic, Language, Location, Phrase, error, warning
from engine.base.errors import TemplateError
from engine.base.records import replace
from engine.batch.finished import Finished
from engine.cli.progress import Reporting, counted, number_of, reporting

WHERE = Location("a.yaml", 1, 1)
BROKEN, DOUBTFUL = error("YAML021", "x", "x", WHERE), warning("YAML041", "x", "x", WHERE)


def report(*found: Diagnostic) -> Finished:
    formats = () if BROKEN in found else ("pptx", "pdf")
    return Finished(Path("midyear-2025"), "midyear-2025", "", found, formats=formats, seconds={"load": 0.14, "plan": 3.0})


@pytest.mark.parametrize(
    ("total", "done", "finished", "line"),
    [
        (1, 1, report(), "[ 1/1] midyear-2025 pptx,pdf 3.1s ✓"),
        (132, 7, report(DOUBTFUL), "[  7/132] midyear-2025 pptx,pdf 3.1s ✓ 1 warning"),
        (2, 2, report(BROKEN, BROKEN, DOUBTFUL), "[ 2/2] midyear-2025 3.1s ✗ 2 errors, 1 warning"),
        (2, 2, Finished(Path("h1"), "h1", fault=TemplateError("x", "x")), "[ 2/2] h1 0.0s ✗ 1 error"),
    ],
)
def test_one_line_for_each_finished_report(total: int, done: int, finished: Finished, line: str) -> None:
    assert Reporting(total, Language.EN, done=done).line(finished) == line


def test_counts_in_chinese() -> None:
    assert counted(report(BROKEN, DOUBTFUL, DOUBTFUL), Language.ZH) == "1 个错误，2 条警告"
    assert [number_of(count, Phrase("份", "report"), Language.EN) for count in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]


def test_without_a_terminal_the_lines_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting(3, Language.EN, quiet=False) as progress:
        progress.watch("midyear-2025", "emit pptx")
        progress.finished(report())
        progress.finished(replace(report(), unchanged=True))
        progress.finished(report())
    out, err = capsys.readouterr()
    assert (out, err.splitlines()) == ("", ["[ 1/3] midyear-2025 pptx,pdf 3.1s ✓", "[ 3/3] midyear-2025 pptx,pdf 3.1s ✓"])


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting(1, Language.EN, quiet=True) as progress:
        progress.finished(report())
    assert tuple(capsys.readouterr()) == ("", "")


@pytest.mark.parametrize(("language", "verb"), [(Language.EN, "emit pptx"), (Language.ZH, "生成 pptx")])
def test_on_a_terminal_a_living_line_names_the_report_and_its_verb(language: Language, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    screen = io.StringIO()
    with reporting(3, language, quiet=False, console=Console(file=screen, force_terminal=True, width=100)) as progress:
        progress.watch("midyear[2025]", "emit pptx")
        assert progress.living is not None
        progress.living.refresh()
    assert f"midyear[2025]  {verb}" in screen.getvalue()
    assert "0/3" in screen.getvalue()


def test_findings_go_to_standard_output_while_a_living_line_waits(capsys: pytest.CaptureFixture[str]) -> None:
    screen = io.StringIO()
    with reporting(3, Language.EN, quiet=False, console=Console(file=screen, force_terminal=True, width=40)) as progress:
        with progress.paused():
            print("content/a/report.yaml:1:1: YAML021 " + "a long finding " * 5)  # noqa: T201  what a command prints
        assert progress.living is not None
        assert progress.living.live.is_started
    assert capsys.readouterr().out == "content/a/report.yaml:1:1: YAML021 " + "a long finding " * 5 + "\n"
    with Reporting(1, Language.EN).paused():
        pass
