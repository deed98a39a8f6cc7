from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.brand.yaml_json_schema import theme_json_schema
from engine.cli.schema import settings
from engine.compose.schema import metrics_json_schema, report_json_schema
from tests.unit.cli.conftest import Debrief


def test_the_schemas_are_printed(debrief: Debrief) -> None:
    assert json.loads(debrief("schema").out) == report_json_schema()
    assert json.loads(debrief("schema", "--metrics").out) == json.loads(debrief("schema", "--of", "metrics").out) == metrics_json_schema()
    assert json.loads(debrief("schema", "--of", "theme").out) == theme_json_schema()


def test_the_schema_of_metrics_describes_a_metric() -> None:
    whole = metrics_json_schema()
    assert whole["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert whole["additionalProperties"] == {"$ref": "#/definitions/MetricSchema"}
    assert {"label", "value", "target", "better"} <= set(whole["definitions"]["MetricSchema"]["properties"])


def test_the_schemas_are_written_where_editors_look(debrief: Debrief, tmp_path: Path) -> None:
    said = debrief("schema", "--write", ".vscode")
    assert said.out.splitlines() == [
        "wrote .vscode/report.schema.json",
        "wrote .vscode/metrics.schema.json",
        "wrote .vscode/house.schema.json",
        "wrote .vscode/theme.schema.json",
        "wrote .vscode/deck-contract.schema.json",
        "wrote .vscode/paper-contract.schema.json",
        "wrote .vscode/settings.json",
    ]
    assert json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8")) == {
        "yaml.schemas": {
            ".vscode/report.schema.json": "**/report.yaml",
            ".vscode/metrics.schema.json": "**/metrics.yaml",
            ".vscode/house.schema.json": "content/settings.yaml",
            ".vscode/theme.schema.json": "assets/themes/*.yaml",
            ".vscode/deck-contract.schema.json": "templates/pptx/*.yaml",
            ".vscode/paper-contract.schema.json": "templates/docx/*.yaml",
        }
    }


def test_other_settings_stay(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"editor.tabSize": 2, "yaml.schemas": {"a.json": "*.a"}}', encoding="utf-8")
    known = json.loads(settings(tmp_path))
    assert known["editor.tabSize"] == 2
    assert known["yaml.schemas"]["a.json"] == "*.a"
    assert len(known["yaml.schemas"]) == 7


@pytest.mark.parametrize("content", ["// comment\n{}", "[]", '{"yaml.schemas": 1}'])
def test_settings_that_cannot_be_understood_are_left_alone(content: str, debrief: Debrief, tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text(content, encoding="utf-8")
    said = debrief("schema", "--write", ".vscode")
    assert said.code == 2
    assert said.err.startswith("error: .vscode/settings.json is not plain JSON; it was left alone\n")
    assert [path.name for path in (tmp_path / ".vscode").iterdir()] == ["settings.json"]
