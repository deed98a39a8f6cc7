"""`debrief facts`: the numbers a report prints, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.cli.options import project_start, set_option, speaking
from engine.cli.voice import voice_of
from engine.metrics.ledger_json import ledger_json
from engine.pipeline import FACTS_FILE, pages_of_facts, plan_report
from engine.project import Project

Entry = Mapping[str, Any]
_OFFICE = frozenset({".pptx", ".pdf", ".docx", ".json"})
_IGNORED = str.maketrans("", "", " \u00a0\u2009\u202f,，")


@click.command("facts", short_help="Print the numbers of reports, and where each comes from.")
@click.argument("path", required=False)
@click.argument("text", required=False)
@set_option
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
@speaking
@click.pass_context
def facts(context: click.Context, path: str | None, text: str | None, overrides: dict[str, str], as_json: bool) -> None:
    """Print every number of the report at PATH with its formula and the cells it comes from; with TEXT, those printed as TEXT.

    PATH may be a finished file, as in `debrief facts out/my-review/review.pptx 92.4%`: its facts.json answers. Without PATH, every report of
    the workspace is read.
    """
    if path is not None and text is None and not Path(path).exists():
        path, text = None, path
    found = _finished(Path(path)) if path is not None and Path(path).suffix in _OFFICE else _fresh(path, overrides)
    matching = [fact for fact in found if text is None or _says(fact, text)]
    if as_json:
        click.echo(json.dumps(matching, ensure_ascii=False, indent=2))
    else:
        for fact in matching:
            click.echo(_told(fact))
    if not matching:
        shown = f"“{text}”" if text else ""
        voice_of(context).say(Phrase(f"没有找到数字{shown}", f"no such number{f': {text}' if text else ''}"), aside=True)
        context.exit(1)


def _finished(file: Path) -> list[Entry]:
    """Return the facts beside a finished file. Raises UsageError when there are none that can be read."""
    ledger = file if file.name == FACTS_FILE else file.with_name(FACTS_FILE)
    try:
        return list(json.loads(ledger.read_bytes())["facts"])
    except (OSError, ValueError, KeyError, TypeError):
        hint = Phrase("重新运行 debrief build", "run debrief build again")
        raise UsageError(f"读不到 {ledger}", f"{ledger} cannot be read", hint) from None


def _fresh(path: str | None, overrides: dict[str, str]) -> list[Entry]:
    """Return the facts of reports as their content and tables stand now. Raises UsageError when one has errors."""
    paths = () if path is None else (Path(path),)
    project = Project.open(project_start(paths))
    return [fact for folder in project.reports(paths) for fact in _of_report(project, folder, overrides)]


def _of_report(project: Project, folder: Path, overrides: dict[str, str]) -> Iterable[Entry]:
    try:
        planned = plan_report(project.workspace, folder, overrides)
    except ValueError:
        shown = project.workspace.relative(folder)
        hint = Phrase(f"debrief check {shown} 列出全部", f"debrief check {shown} lists them")
        raise UsageError(f"“{shown}”有错误，数字不可信", f"{shown} has errors, so its numbers are not to be trusted", hint) from None
    ledger = planned.report.ledger
    return list(json.loads(ledger_json(ledger, pages_of_facts(planned.shown, ledger)))["facts"])


def _says(fact: Entry, text: str) -> bool:
    return text.translate(_IGNORED) in str(fact["text"]).translate(_IGNORED)


def _told(fact: Entry) -> str:
    """Return `id  text`, and below it the formula, the cells and the places that print it."""
    source = fact["source"]
    lines = [f"{fact['id']}  {fact['text']}"]
    lines += [f"    = {fact['formula']}"] if fact["formula"] else []
    lines += [f"    ← {place['cells']}" for place in source["ranges"]]
    lines += [f"    ← {source[name]}" for name in ("citation", "defined_at") if source[name]]
    lines += [f"    @ {use}" for use in fact["uses"]]
    return "\n".join(lines)
