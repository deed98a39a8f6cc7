from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Severity
from engine.base.workspace import Workspace
from engine.load.house import house_settings, with_house_settings
from engine.load.includes import ContentFiles
from engine.load.locate import MapNode
from engine.load.text_file import SourceText
from engine.load.yaml_reader import read_yaml
from engine.model.settings import DEFAULT_SETTINGS
from tests.support.review import TODAY

REPORT = "title: 周报\ndeviation: actual-target\n"


def settled(folder: Path, settings: str | None) -> tuple[MapNode, list[str]]:
    """Return the report's tree with the settings of its workspace, and what was found wrong with them."""
    (folder / "content").mkdir()
    if settings is not None:
        (folder / "content/settings.yaml").write_text(settings, encoding="utf-8")
    tree = read_yaml(SourceText.of("report.yaml", REPORT)).expect_clean()
    assert isinstance(tree, MapNode)
    files = ContentFiles(Workspace(folder, folder / "out", TODAY), folder)
    return with_house_settings(tree, files), [f"{item.where}: {item.code} {item.message.zh}" for item in files.findings]


def test_a_workspace_without_settings(tmp_path: Path) -> None:
    tree, findings = settled(tmp_path, None)
    assert (tree.keys, findings) == (("title", "deviation"), [])


def test_what_the_report_says_itself_stands(tmp_path: Path) -> None:
    tree, findings = settled(tmp_path, "deviation: target-actual\nthresholds: {exceeded: 1.1}\n")
    assert not findings
    assert tree.keys == ("title", "deviation", "thresholds")
    deviation, thresholds = tree.get("deviation"), tree.get("thresholds")
    assert deviation is not None and thresholds is not None
    assert (deviation.where.file, thresholds.where.file) == ("report.yaml", "content/settings.yaml")


def test_mistakes_are_told_where_they_stand_and_nothing_is_taken_over(tmp_path: Path) -> None:
    tree, findings = settled(tmp_path, "thresholds: {exceeded: 0.9, met: 1.0}\ntreshold: 1\n")
    assert tree.keys == ("title", "deviation")
    assert findings == [
        "content/settings.yaml:1:14: YAML025 判定界限exceeded、met、improve 应从高到低",
        "content/settings.yaml:2:1: YAML020 未知的键“treshold”",
    ]


def test_a_list_is_no_settings(tmp_path: Path) -> None:
    tree, findings = settled(tmp_path, "- 1\n")
    assert tree.keys == ("title", "deviation")
    assert findings == ["content/settings.yaml:1:1: YAML010 整个文件应是一个映射（键: 值）"]


@pytest.mark.parametrize("settings", ["", "\n", "# thresholds: {exceeded: 1.1}\n\n  # deviation: target-actual\n"])
def test_settings_that_are_all_commented_out_settle_nothing(settings: str, tmp_path: Path) -> None:
    tree, findings = settled(tmp_path, settings)
    assert (tree.keys, findings) == (("title", "deviation"), [])


def test_how_grave_the_workspace_wants_findings_to_be(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "out", TODAY)
    assert house_settings(workspace) == DEFAULT_SETTINGS
    (tmp_path / "content").mkdir()
    file = tmp_path / "content/settings.yaml"
    file.write_text("findings: {BRAND001: error, FIT020: off}\n", encoding="utf-8")
    assert {code: gravity.severity for code, gravity in house_settings(workspace).gravities.items()} == {
        "BRAND001": Severity.ERROR,
        "FIT020": None,
    }
    for broken in ("- a list\n", "findings: [", "# nothing\n"):
        file.write_text(broken, encoding="utf-8")
        assert house_settings(workspace) == DEFAULT_SETTINGS
