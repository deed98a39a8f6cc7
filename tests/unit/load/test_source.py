from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Language
from engine.load.source import load
from tests.support.content import HEAD, TABLES, WITH_TABLES, load_report, told, workspace

SECTIONS = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"


def test_a_source_holds_everything_the_files_say(tmp_path: Path) -> None:
    source = load_report(tmp_path, WITH_TABLES + SECTIONS, TABLES).expect_clean()
    assert (source.name, source.file, source.period.code, source.language) == ("r", "content/r/report.yaml", "2025H1", Language.ZH)
    assert list(source.tables) == ["weekly"]
    assert list(source.metrics) == ["gmv", "cost", "share_live"]
    assert [path.name for path in source.paths] == ["report.yaml", "metrics.yaml"]
    assert source.complete
    assert source.broken_lines == frozenset()


def test_metrics_may_be_written_inline(tmp_path: Path) -> None:
    content = f"{HEAD}data: {{weekly: data/weekly.csv}}\nmetrics: {{n: {{label: 数, table: weekly, value: count(*)}}}}\n{SECTIONS}"
    source = load_report(tmp_path, content, TABLES).expect_clean()
    assert str(source.metrics["n"].at) == "content/r/report.yaml:6:11"


def test_there_is_no_report(tmp_path: Path) -> None:
    assert told(load(workspace(tmp_path), tmp_path / "content" / "x").diagnostics) == [
        "content/x/report.yaml: FILE001 there is no report.yaml",
    ]


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    files = {
        "data/weekly.csv": "周,GMV\nW1,一百\nW2,200\n",
        "metrics.yaml": "gmv: {lable: 成交额, table: weekly, value: sum(GMV)}\nn: {label: 数, table: weekly, value: count(*), target: 多}\n",
    }
    outcome = load_report(tmp_path, WITH_TABLES.replace("weekly:", "a-b: data/x.csv, weekly:") + "auther: x\n" + SECTIONS, files)
    assert told(outcome.diagnostics) == [
        "metrics.yaml:1:7: YAML020 unknown key 'lable'",
        "metrics.yaml:1:7: YAML021 label is missing",
        "metrics.yaml:2:55: FACT008 cannot read the value '多'",
        "5:8: YAML025 table name 'a-b' may hold letters, digits and _ only",
        "7:1: YAML020 unknown key 'auther'",
    ]
    assert outcome.value is not None
    assert not outcome.value.complete


def test_a_mended_line_is_told_once(tmp_path: Path) -> None:
    outcome = load_report(tmp_path, f"{HEAD}formats: {{{{ x }}}}\n{SECTIONS}")
    assert told(outcome.diagnostics) == ["5:10: YAML004 a text that begins with {{ needs quotes"]
    assert outcome.value is not None
    assert outcome.value.broken_lines == {("content/r/report.yaml", 5)}


def test_nothing_can_be_made_of_a_report_without_sections(tmp_path: Path) -> None:
    outcome = load_report(tmp_path, HEAD)
    assert told(outcome.diagnostics) == ["1:1: YAML021 sections is missing"]
    assert outcome.value is None


def test_a_report_that_is_a_link_out_of_the_workspace_is_not_read(tmp_path: Path) -> None:
    root, folder = tmp_path / "root", tmp_path / "root" / "content" / "r"
    folder.mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text("title: 机密\n", encoding="utf-8")
    (folder / "report.yaml").symlink_to(tmp_path / "secret.yaml")
    (found,) = load(workspace(root), folder).diagnostics
    assert (found.code, str(found.where)) == ("FILE002", "content/r/report.yaml")
    assert found.message.en == "path 'report.yaml' leads out of the workspace"
    assert found.hint is not None and found.hint.zh == "把文件本身放进这个文件夹，不要用链接"


def test_a_table_is_read_with_its_condition(tmp_path: Path) -> None:
    content = f"{HEAD}data: {{weekly: {{file: data/weekly.csv, where: GMV > 1500000}}}}\n{SECTIONS}"
    files = {"data/weekly.csv": "周,GMV\nW1,1000000\nW2,2000000\n"}
    assert load_report(tmp_path, content, files).expect_clean().tables["weekly"].rows == (3,)
    wrong = load_report(tmp_path, content.replace("GMV >", "GVM >"), files)
    assert told(wrong.diagnostics) == ["5:47: FACT003 table 'weekly' has no column 'GVM'"]
    assert wrong.value is not None and not wrong.value.complete
