"""`debrief facts`: the numbers a report or a finished file prints, and where each comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.batch.building import Loaders
from engine.batch.job import Job, Site
from engine.cli.fact_search import Traced, labels, nearest_facts, printing, traced
from engine.cli.finished_file import FORMATS, bytes_of, is_finished, no_ledger, not_readable
from engine.cli.options import project_start, select_options, set_option, speaking
from engine.cli.voice import voice_of
from engine.load.source import REPORT_FILE
from engine.model.file_ledger import FileLedger, file_ledger
from engine.model.ledger_json import LEDGER_FILE
from engine.pipeline import BuildRequest, plan_report
from engine.probe.carried import NotReadable, ledger_inside
from engine.project import Project
from engine.writers.printed import printed_deck


@click.command("facts", short_help="Print the numbers of reports, and where each comes from.")
@click.argument("path", required=False)
@click.argument("text", required=False)
@select_options
@set_option
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
@speaking
@click.pass_context
def facts(
    context: click.Context, path: str | None, text: str | None, select: tuple[str, ...], overrides: dict[str, str], as_json: bool
) -> None:
    """Print every number of the report at PATH with its formula and the cells it comes from; with TEXT, those printed as TEXT.

    PATH may be a finished file, as in `debrief facts out/my-review/review.pptx 92.4%`: the ledger inside it answers, without the workspace it
    was made in. Without PATH, every report of the workspace is read. A TEXT that no number prints gives the nearest ones, and exit code 1.
    """
    if path is not None and text is None and not Path(path).exists() and not _is_finished(Path(path)):
        path, text = None, path
    ledgers = _finished(Path(path)) if path is not None and _is_finished(Path(path)) else _fresh(path, select, overrides)
    known = [each for ledger in ledgers for each in traced(ledger)]
    made = [each for ledger in ledgers for each in labels(ledger)]
    matching = known if text is None else list(printing(text, known) or printing(text, made))
    if as_json:
        click.echo(json.dumps([_entry(each) for each in matching], ensure_ascii=False, indent=2))
    else:
        for each in matching:
            click.echo(_told(each))
    if not matching:
        _say_nearest(context, text, known)
        context.exit(1)


def _say_nearest(context: click.Context, text: str | None, known: list[Traced]) -> None:
    shown = f"“{text}”" if text else ""
    near = nearest_facts(text, known) if text else ()
    listed_zh = "；最接近的：" + "、".join(f"{each.fact.text}（{each.fact.id}）" for each in near) if near else ""
    listed_en = "; the nearest are " + ", ".join(f"{each.fact.text} ({each.fact.id})" for each in near) if near else ""
    message = Phrase(f"没有找到数字{shown}{listed_zh}", f"no such number{f': {text}' if text else ''}{listed_en}")
    voice_of(context).say(message, aside=True)


def _is_finished(path: Path) -> bool:
    """Tell whether a path is a file, or a folder, of results."""
    if path.is_dir():
        return (path / LEDGER_FILE).is_file() and not (path / REPORT_FILE).is_file()
    return is_finished(path) or path.suffix.lower() == ".json"


def _finished(path: Path) -> list[FileLedger]:
    """Return the ledger of a finished file, or of all files of a folder. Raises UsageError when it has none that can be read."""
    file = path / LEDGER_FILE if path.is_dir() else path
    try:
        ledger = ledger_inside(FORMATS.get(file.suffix.lower(), "json"), bytes_of(file))
    except NotReadable:
        raise not_readable(file) from None
    if ledger is None:
        raise no_ledger(file)
    return [ledger]


def _fresh(path: str | None, select: tuple[str, ...], overrides: dict[str, str]) -> list[FileLedger]:
    """Return the facts of reports as their content and tables stand now. Raises UsageError when one has errors."""
    paths = () if path is None else (Path(path),)
    project = Project.open(project_start(paths))
    plan = project.chosen(paths, BuildRequest(overrides=overrides), select)
    if plan.stopped:
        raise _has_errors(project.workspace.relative(plan.stopped[0].folder))
    loaders = Loaders(plan.site, plan.survey.loaders)
    return [_of_report(plan.site, job, loaders) for job in plan.jobs]


def _has_errors(name: str) -> UsageError:
    hint = Phrase(f"debrief check {name} 列出全部", f"debrief check {name} lists them")
    return UsageError(f"“{name}”有错误，数字不可信", f"{name} has errors, so its numbers are not to be trusted", hint)


def _of_report(site: Site, job: Job, loaders: Loaders) -> FileLedger:
    try:
        planned = plan_report(site.workspace, job.folder, site.request(job), loader=loaders.of(job))
    except ValueError:
        raise _has_errors(site.workspace.relative(job.folder) if job.member is None else job.name) from None
    report = planned.report
    return file_ledger(report.ledger, report.meta.title, (printed_deck(planned.shown, planned.primary.value),))


def _entry(each: Traced) -> dict[str, object]:
    fact = each.fact
    ranges = [{"cells": one.cells, "rows": one.rows, "row_numbers": one.row_numbers} for one in fact.ranges]
    names = ("id", "text", "raw", "unit", "label", "metric", "aspect", "formula", "query", "query_hash", "citation", "defined_at", "reason")
    entry: dict[str, object] = {name: getattr(fact, name) for name in names}
    return entry | {"ranges": ranges, "uses": list(fact.uses), "places": list(each.places), "made_of": list(each.made_of)}


def _told(each: Traced) -> str:
    """Return `id  text`, and below it the formula, the cells and the places that print it."""
    fact = each.fact
    lines = [f"{fact.id}  {fact.text}" + (f"  {fact.label}" if fact.label and fact.label != fact.id else "")]
    lines += [f"    = {fact.formula}"] if fact.formula else []
    lines += [f"    = {one}" for one in each.made_of]
    lines += [f"    ← {one.cells}" + (f" ({one.row_numbers})" if "," in one.row_numbers else "") for one in fact.ranges]
    lines += [f"    ← {part}" for part in (fact.citation, fact.defined_at) if part]
    lines += [f"    ? {fact.reason}"] if fact.reason else []
    lines += [f"    @ {use}" for use in (*fact.uses, *each.places)]
    return "\n".join(lines)
