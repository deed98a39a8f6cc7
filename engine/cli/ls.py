"""`debrief ls`: the reports of the workspace."""

from __future__ import annotations

import json
from pathlib import Path

import click

from engine.base.workspace import Workspace
from engine.cli.options import paths_argument, project_start, select_options, speaking
from engine.load.includes import ContentFiles
from engine.load.locate import MapNode, ScalarNode
from engine.load.source import REPORT_FILE
from engine.project import Project


@click.command("ls", short_help="List the reports of the workspace.")
@paths_argument
@select_options
@click.option("--json", "as_json", is_flag=True, help="Print folder, kind, period and title as JSON; with -s names.")
@speaking
def ls(paths: tuple[Path, ...], select: tuple[str, ...], as_json: bool) -> None:
    """List every report folder at or below the paths with its kind, period and title; without paths, all of the workspace.

    With -s, list the reports that a selection means, those of batches one by one: -s '*' lists all.
    """
    project = Project.open(project_start(paths))
    if select:
        names = [job.name for job in project.chosen(paths, select=select).jobs]
        click.echo(json.dumps(names, ensure_ascii=False, indent=2) if as_json else "\n".join(names))
        return
    found = [_entry(project.workspace, folder) for folder in project.reports(paths)]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    width = max(len(entry["folder"]) for entry in found)
    for entry in found:
        click.echo(f"{entry['folder']:<{width}}  {entry['kind']}  {entry['period']}  {entry['title']}".rstrip())


def _entry(workspace: Workspace, folder: Path) -> dict[str, str]:
    """Return what report.yaml says about itself, empty where it cannot be read: `check` tells why."""
    tree = ContentFiles(workspace, folder).read_path(folder / REPORT_FILE)
    said = {name: _scalar(tree, name) for name in ("kind", "period", "title")}
    return {"folder": workspace.relative(folder), **said}


def _scalar(tree: object, name: str) -> str:
    node = tree.get(name) if isinstance(tree, MapNode) else None
    return " ".join(node.text.split()) if isinstance(node, ScalarNode) else ""
