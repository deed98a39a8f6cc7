"""The door to the formats for machines: what a run found, in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.machines.as_gitlab import as_gitlab
from engine.cli.machines.as_json import as_json
from engine.cli.machines.as_junit import as_junit
from engine.cli.machines.as_sarif import as_sarif
from engine.cli.machines.merged import merged
from engine.cli.main import version
from engine.cli.render_diagnostics import OutputFormat


def written(finished: Sequence[Finished], style: OutputFormat, workspace: Workspace, language: Language, prefix: str) -> str:
    """Return all that is to be printed. `prefix` is the folder of the workspace in its repository, empty or ending in a slash."""
    match style:
        case OutputFormat.JSON:
            return as_json(merged(finished, workspace), language)
        case OutputFormat.GITLAB:
            return as_gitlab(merged(finished, workspace, prefix), language)
        case OutputFormat.JUNIT:
            return as_junit(finished, workspace, language, prefix)
        case OutputFormat.SARIF:
            return as_sarif(merged(finished, workspace, prefix), finished, version(), language)
        case _:
            raise AssertionError(f"{style} is for people")
