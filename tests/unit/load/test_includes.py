from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Findings
from engine.load.includes import expect_mapping, with_entry, with_overrides
from engine.load.locate import MapNode, ScalarNode, plain
from engine.load.prose import Prose
from tests.support.content import HEAD, load_report, told, tree

TOPICS = "topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]"


def titles(root: Path, sections: str, files: dict[str, str]) -> list[str]:
    source = load_report(root, f"{HEAD}sections:\n{sections}", files).expect_clean()
    return [str(section.title) for section in source.report.sections]


def test_a_file_holds_one_section_or_several(tmp_path: Path) -> None:
    files = {"02.yaml": f"title: 二\n{TOPICS}\n", "parts/03.yml": f"- {{title: 三, {TOPICS}}}\n- {{title: 四, {TOPICS}}}\n"}
    sections = f"  - {{title: 一, {TOPICS}}}\n  - include: 02.yaml\n  - include: parts/03.yml\n"
    assert titles(tmp_path, sections, files) == ["一", "二", "三", "四"]


def test_mistakes_are_told_in_the_included_file_all_at_once(tmp_path: Path) -> None:
    files = {"02.yaml": f"titel: 二\n{TOPICS}\n", "03.yaml": f"title: 三：\nsummary: a: b\n{TOPICS}\n"}
    outcome = load_report(tmp_path, f"{HEAD}auther: x\nsections:\n  - include: 02.yaml\n  - include: 03.yaml\n", files)
    assert told(outcome.diagnostics) == [
        "02.yaml:1:1: YAML020 unknown key 'titel'",
        "02.yaml:1:1: YAML021 title is missing",
        "03.yaml:2:11: YAML005 a text that holds a colon and a space needs quotes",
        "5:1: YAML020 unknown key 'auther'",
    ]


def test_include_stands_alone_and_names_a_file(tmp_path: Path) -> None:
    sections = f"  - {{title: 一, {TOPICS}}}\n  - include: 02.yaml\n    title: x\n  - include: [02.yaml]\n"
    assert told(load_report(tmp_path, f"{HEAD}sections:\n{sections}").diagnostics) == [
        "8:5: YAML025 include stands alone, without other keys",
        "9:14: YAML022 include should be a file name",
    ]


def test_included_files_are_remembered(tmp_path: Path) -> None:
    source = load_report(tmp_path, f"{HEAD}sections:\n  - include: 02.yaml\n", {"02.yaml": f"title: 二\n{TOPICS}\n"}).expect_clean()
    assert [path.name for path in source.paths] == ["report.yaml", "02.yaml"]


def test_overrides_are_yaml_values_at_a_path(tmp_path: Path) -> None:
    content = f"{HEAD}sections:\n  - {{title: 一, {TOPICS}}}\n"
    source = load_report(tmp_path, content, overrides={"title": "新", "formats": "[pdf]", "agenda.note": "约 10 分钟"}).expect_clean()
    assert source.report.title == "新"
    assert source.report.formats == ["pdf"]
    assert source.report.agenda is not None
    assert source.report.agenda.note == "约 10 分钟"


def test_mistakes_in_overrides_are_told(tmp_path: Path) -> None:
    content = f"{HEAD}sections:\n  - {{title: 一, {TOPICS}}}\n"
    outcome = load_report(tmp_path, content, overrides={"formats": "[pfd]", "x": "a: [", "date": "soon"})
    assert told(outcome.diagnostics) == [
        "--set date:1:1: YAML025 soon is not a date",
        "--set formats:1:2: YAML023 formats[1] cannot be 'pfd'; choose pptx, docx, pdf",
        "--set x:1:5: YAML001 something is missing here, or a bracket is never closed",
    ]


def test_entries_are_replaced_or_added() -> None:
    node = tree("a: 1\nb: 2\n")
    assert isinstance(node, MapNode)
    value = ScalarNode("x", Prose("x"))
    assert plain(with_entry(node, "b", value)) == {"a": 1, "b": "x"}
    assert plain(with_entry(node, "c", value)) == {"a": 1, "b": 2, "c": "x"}
    assert plain(with_overrides(node, {"a.b": "3"}, Findings())) == {"a": {"b": 3}, "b": 2}


def test_a_missing_tree_is_no_second_finding() -> None:
    findings = Findings()
    assert expect_mapping(None, findings) is None
    assert findings.items == []
