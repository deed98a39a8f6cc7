"""`debrief schema`: the JSON Schema that editors complete and check content with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.disk import disk_trouble
from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.brand.yaml_json_schema import deck_contract_json_schema, paper_contract_json_schema, theme_json_schema
from engine.cli.options import speaking
from engine.cli.voice import voice_of
from engine.compose.schema import house_json_schema, metrics_json_schema, report_json_schema

SCHEMA_FOLDER = ".vscode"
REPORT_SCHEMA, METRICS_SCHEMA, HOUSE_SCHEMA = "report.schema.json", "metrics.schema.json", "house.schema.json"
THEME_SCHEMA, DECK_SCHEMA, PAPER_SCHEMA = "theme.schema.json", "deck-contract.schema.json", "paper-contract.schema.json"
SETTINGS = "settings.json"
_FILES = {
    REPORT_SCHEMA: "**/report.yaml",
    METRICS_SCHEMA: "**/metrics.yaml",
    HOUSE_SCHEMA: "content/settings.yaml",
    THEME_SCHEMA: "assets/themes/*.yaml",
    DECK_SCHEMA: "templates/pptx/*.yaml",
    PAPER_SCHEMA: "templates/docx/*.yaml",
}
"""Each schema with the files that VS Code checks with it."""
_KINDS = {
    "report": REPORT_SCHEMA,
    "metrics": METRICS_SCHEMA,
    "settings": HOUSE_SCHEMA,
    "theme": THEME_SCHEMA,
    "deck": DECK_SCHEMA,
    "paper": PAPER_SCHEMA,
}
MODELINE = "# yaml-language-server: $schema="
"""How a YAML file names its schema to editors, on its first line."""


@click.command("schema", short_help="Write the JSON Schema that editors complete and check with.")
@click.option(
    "--write", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Write the schemas and VS Code's settings into DIR."
)
@click.option(
    "--of", "which", type=click.Choice(list(_KINDS)), default="report", help="Print the schema of these files; by default report."
)
@click.option("--metrics", is_flag=True, help="The same as --of metrics.")
@speaking
@click.pass_context
def schema(context: click.Context, folder: Path | None, which: str, metrics: bool) -> None:
    """Print the JSON Schema (draft 7) of report.yaml, or of metrics.yaml, content/settings.yaml, themes, contracts of deck and paper templates.

    With --write .vscode, all of them go there, and settings.json tells VS Code's YAML extension of them; what else settings.json says is kept.
    """
    if folder is None:
        click.echo(schema_files()[_KINDS["metrics" if metrics else which]].decode(), nl=False)
        return
    workspace = Workspace.open()
    files = {folder / name: blob for name, blob in schema_files().items()}
    files[folder / SETTINGS] = settings(folder)
    with disk_trouble(folder, workspace):
        workspace.write_together(files)
    for path in files:
        voice_of(context).say(Phrase(f"已写入 {path}", f"wrote {path}"))


def schema_files() -> dict[str, bytes]:
    """Return the schemas by file name."""
    found = {REPORT_SCHEMA: report_json_schema(), METRICS_SCHEMA: metrics_json_schema(), HOUSE_SCHEMA: house_json_schema()}
    found |= {THEME_SCHEMA: theme_json_schema(), DECK_SCHEMA: deck_contract_json_schema(), PAPER_SCHEMA: paper_contract_json_schema()}
    return {name: _json(schema).encode() for name, schema in found.items()}


def settings(folder: Path) -> bytes:
    """Return VS Code's settings with our schemas in them. Raises UsageError when the file there is not plain JSON."""
    path = folder / SETTINGS
    try:
        known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (OSError, ValueError):
        known = None
    if not isinstance(known, dict) or not isinstance(known.get("yaml.schemas", {}), dict):
        entry = ", ".join(f'"{folder.name}/{name}": "{files}"' for name, files in _FILES.items())
        raise UsageError(
            f"看不懂 {path}，没有动它",
            f"{path} is not plain JSON; it was left alone",
            Phrase(f"手工加入 yaml.schemas：{entry}", f"add to yaml.schemas: {entry}"),
        )
    ours = {f"{folder.name}/{name}": files for name, files in _FILES.items()}
    return _json({**known, "yaml.schemas": {**known.get("yaml.schemas", {}), **ours}}).encode()


def _json(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
