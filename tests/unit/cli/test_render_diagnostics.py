from __future__ import annotations

import time

import pytest

from engine.base.diagnostics import Diagnostic, Language, Location, Phrase, Severity
from engine.base.workspace import Workspace
from engine.cli.render_diagnostics import MAX_WIDTH, OutputFormat, display_width, excerpt_with_caret, render

FILE = "content/r/report.yaml"
UNKNOWN = Diagnostic(
    "YAML020",
    Severity.ERROR,
    Phrase("未知的键“tabel”", "unknown key 'tabel'"),
    Location(FILE, 2, 5, 10),
    Phrase("是不是“table”？", "did you mean 'table'?"),
)
CELL = Diagnostic(
    "DATA042", Severity.ERROR, Phrase("应为数字", "should be a number"), Location("data/kpi.xlsx", 17, 3, cell="kpi.xlsx!目标!C17")
)
NOTE = Diagnostic("YAML041", Severity.WARNING, Phrase("没有成对", "no partner"), Location(FILE, 1, 4, 6))


@pytest.fixture
def report(workspace: Workspace) -> Workspace:
    path = workspace.root / FILE
    path.parent.mkdir(parents=True)
    path.write_text("标题：**粗\n年：  tabel: 增长\n", encoding="utf-8")
    return workspace


def test_full_has_the_line_a_caret_and_the_mend(report: Workspace) -> None:
    place = Diagnostic(UNKNOWN.code, UNKNOWN.severity, UNKNOWN.message, Location(FILE, 2, 5, 10), UNKNOWN.hint)
    assert render([place, CELL], OutputFormat.FULL, report, Language.ZH) == (
        "content/r/report.yaml:2:5: YAML020 未知的键“tabel”\n"
        "  2 │ 年：  tabel: 增长\n"
        "    │       ^^^^^\n"
        "    = 提示：是不是“table”？\n"
        "kpi.xlsx!目标!C17: DATA042 应为数字\n"
    )


def test_concise_is_one_line_each_sorted_and_once(report: Workspace) -> None:
    assert render([UNKNOWN, CELL, NOTE, UNKNOWN], OutputFormat.CONCISE, report, Language.EN) == (
        "content/r/report.yaml:1:4: YAML041 no partner\n"
        "content/r/report.yaml:2:5: YAML020 unknown key 'tabel'\n"
        "kpi.xlsx!目标!C17: DATA042 should be a number\n"
    )


def test_github_gets_errors_first_and_encoded(report: Workspace) -> None:
    odd = Diagnostic("DATA001", Severity.ERROR, Phrase("100%\n行", "100%\nline"), Location("a:b,c.yaml", 1, 2))
    assert render([NOTE, odd], OutputFormat.GITHUB, report, Language.EN) == (
        "::error title=debrief (DATA001),file=a%3Ab%2Cc.yaml,line=1,col=2::a:b,c.yaml:1:2: DATA001 100%25%0Aline\n"
        "::warning title=debrief (YAML041),file=content/r/report.yaml,line=1,col=4,endColumn=6::"
        "content/r/report.yaml:1:4: YAML041 no partner\n"
    )


def test_github_finds_files_from_the_root_of_the_repository(report: Workspace) -> None:
    assert "file=reports/content/r/report.yaml,line=2" in render([UNKNOWN], OutputFormat.GITHUB, report, Language.EN, "reports/")


def test_nothing_found_prints_nothing(report: Workspace) -> None:
    assert render([], OutputFormat.FULL, report, Language.EN) == ""


def test_places_without_a_line_have_no_excerpt(report: Workspace) -> None:
    gone = Diagnostic("FILE001", Severity.ERROR, Phrase("没有", "gone"), Location("content/x.yaml", 3, 1), Phrase("新建", "make it"))
    whole = Diagnostic("FILE001", Severity.ERROR, Phrase("没有", "gone"), Location(FILE))
    beyond = Diagnostic("YAML001", Severity.ERROR, Phrase("没有", "gone"), Location(FILE, 99, 1))
    assert render([gone, whole, beyond], OutputFormat.FULL, report, Language.EN) == (
        "content/r/report.yaml: FILE001 gone\n"
        "content/r/report.yaml:99:1: YAML001 gone\n"
        "content/x.yaml:3:1: FILE001 gone\n"
        "  = hint: make it\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "end", "caret"),
    [
        ("abc", 2, 3, " ^"),
        ("汉字 a", 2, 3, "  ^^"),
        ("汉字 a", 4, 5, "     ^"),
        ("a\tb", 3, 4, "     ^"),
        ("e\u0301x", 3, 4, " ^"),
        ("ab", 3, 0, "  ^"),
        ("，。x", 3, 4, "    ^"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, end: int, caret: str) -> None:
    assert excerpt_with_caret(line, Location("a", 1, column, end))[1] == caret


@pytest.mark.parametrize("column", [1, 50, 150, 300])
def test_long_lines_are_cut_around_the_caret(column: int) -> None:
    line = "汉" * (column - 1) + "错误" + "字" * 300
    excerpt, caret = excerpt_with_caret(line, Location("a", 1, column, column + 2))
    assert display_width(excerpt) <= MAX_WIDTH
    start = len(caret) - len(caret.lstrip())
    assert caret.strip() == "^^^^"
    under = 0
    for index, character in enumerate(excerpt):
        if under == start:
            assert excerpt[index : index + 2] == "错误"
        under += display_width(character)


@pytest.mark.parametrize(("column", "end"), [(1, 2), (1, 1_000_001), (500_000, 500_003), (1_000_000, 0)])
def test_a_line_of_a_million_characters_is_cut_at_once(column: int, end: int) -> None:
    began = time.process_time()
    excerpt, caret = excerpt_with_caret("[" * 1_000_000, Location("a", 1, column, end))
    assert time.process_time() - began < 1
    assert max(display_width(excerpt), len(caret)) <= MAX_WIDTH


def test_characters_that_move_the_cursor_are_blanked() -> None:
    assert excerpt_with_caret("a\u202eb\x1b[31mc", Location("a", 1, 3, 4)) == ("a b [31mc", "  ^")
