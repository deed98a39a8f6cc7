"""`debrief build`: reports to files."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault, UsageError
from engine.base.processes import cores
from engine.batch.finished import Finished
from engine.batch.job import USUAL_LIMITS, Limits
from engine.batch.run import RunPlan
from engine.cli.options import (
    output_format_option,
    paths_argument,
    project_start,
    select_options,
    set_option,
    speaking,
    strict_option,
    workers_option,
)
from engine.cli.progress import reporting
from engine.cli.render_diagnostics import OutputFormat
from engine.cli.repeats import Repeats
from engine.cli.verdict import exit_code, is_for_programs, print_findings, print_summary
from engine.cli.voice import Voice, voice_of
from engine.out_folder import Pages
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Project
from engine.writers import WRITERS

if TYPE_CHECKING:
    from engine.cluster.cluster import Cluster

LOCAL = "local"


def _formats(_context: click.Context, _parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(name.strip() for value in values for name in value.split(",") if name.strip()))
    for name in formats:
        if name not in WRITERS:
            known = ", ".join(WRITERS.names)
            raise UsageError(f"没有输出格式“{name}”", f"there is no output format {name!r}", Phrase(f"可用：{known}", f"there are {known}"))
    return formats


@click.command("build", short_help="Build reports as PPTX, DOCX and PDF, with their facts and page pictures.")
@paths_argument
@select_options
@click.option(
    "-f", "--format", "formats", multiple=True, callback=_formats, metavar="pptx,pdf", help="Output formats; default: the report's own."
)
@set_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=True), help="Folder for the results; default: out/ in the workspace.")
@strict_option
@workers_option
@click.option(
    "--against", type=click.Choice(["baseline"]), help="Tell which pages are not as `debrief approve` kept them; exit code 1 if any."
)
@click.option("--force", is_flag=True, help="Build also what did not change.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be built, and why; write nothing.")
@click.option("-x", "--exitfirst", "exit_first", is_flag=True, help="Stop at the first report that fails.")
@click.option("--timeout", type=click.FloatRange(1), default=USUAL_LIMITS.seconds, show_default=True, help="Seconds one report may take.")
@click.option("--memory", type=click.IntRange(256), default=USUAL_LIMITS.memory, show_default=True, help="MiB one report may take.")
@click.option(
    "--executor",
    "address",
    default=LOCAL,
    show_default=True,
    metavar="local|dask://HOST:PORT",
    help="Who builds: processes here, or the workers of a Dask cluster; -j, --timeout and --memory are then the cluster's.",
)
@click.option("--shared", is_flag=True, help="The workers of the cluster see this folder too: they read and write it themselves.")
@click.option(
    "--pages",
    type=click.Choice([which.value for which in Pages]),
    help="Page pictures beside the contact sheet; default: all, of each report in a batch the cover. none: no sheet either.",
)
@click.option("--no-pages", is_flag=True, help="The same as --pages none.")
@output_format_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@speaking
@click.pass_context
def build(
    context: click.Context,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    formats: tuple[str, ...],
    overrides: dict[str, str],
    out: Path | None,
    strict: bool,
    workers: int | None,
    against: str | None,
    force: bool,
    dry_run: bool,
    exit_first: bool,
    timeout: float,
    memory: int,
    address: str,
    shared: bool,
    pages: str | None,
    no_pages: bool,
    style: OutputFormat,
    quiet: bool,
) -> None:
    """Build every report at or below the paths that changed since it was built; without paths, all of the workspace.

    The files of a report go to out/REPORT/, what became of the run to out/run.json and out/index.html. A report with errors writes nothing,
    and its earlier files stay; the others go on. A report is built in a process of its own (-j 0: in this one), which is ended when it
    takes too long or too much. --against baseline compares every page with the approved one, texts exactly, pictures beyond anti-aliasing:
    what changed is told as DIFF002 to DIFF005 and shown in out/REPORT/changes.html, and the files are written all the same.
    Exit codes: 0 all built, 1 some were not or pages changed, 2 usage, 3 environment, 5 nothing selected, 130/143/129 stopped.
    """
    voice, started = voice_of(context), time.perf_counter()
    project = Project.open(project_start(paths), out)
    options = BuildOptions(
        strict=strict,
        pages=Pages.NONE if no_pages else Pages(pages) if pages else None,
        workers=cores() if workers is None else workers,
        force=force,
        exit_first=exit_first,
        limits=Limits(timeout, memory),
        against=against is not None,
    )
    request = BuildRequest(formats, overrides)
    if dry_run:
        _print_plan(project.plan(paths, request, options, select), voice)
        return
    finished: list[Finished] = []
    repeats = Repeats()
    with ExitStack() as stack:
        crew = stack.enter_context(_cluster(address, shared=shared)) if address != LOCAL else None
        plan = stack.enter_context(project.planned(paths, request, options, select))
        progress = stack.enter_context(reporting(plan.total, voice.language, quiet=quiet))
        _say_gone(plan, voice)
        for report in project.run(plan, options, progress.watch, crew):
            finished.append(report)
            progress.finished(report)
            if not is_for_programs(style) and not report.unchanged:
                with progress.paused():
                    print_findings([repeats.news(report)], style, project.workspace, voice)
    finished.sort(key=lambda report: report.name)
    for line in repeats.told():
        voice.say(line)
    if is_for_programs(style):
        print_findings(finished, style, project.workspace, voice)
    if not quiet:
        print_summary(finished, time.perf_counter() - started, project.workspace, voice, aside=is_for_programs(style))
    context.exit(exit_code(finished))


def _cluster(address: str, *, shared: bool) -> Cluster:
    """Raises EnvironmentFault when there is none, or what it takes to speak to it is not installed."""
    try:
        from engine.cluster.cluster import Cluster  # a door: distributed takes half a second, and is an extra
    except ModuleNotFoundError as fault:
        if fault.name not in {"distributed", "dask"}:
            raise
        raise EnvironmentFault(
            "没有安装 distributed，不能用集群",
            "distributed is not installed: no cluster can be used",
            Phrase('pip install "debrief[cluster]"', 'pip install "debrief[cluster]"'),
        ) from None
    return Cluster(address, shared=shared)


def _print_plan(plan: RunPlan, voice: Voice) -> None:
    for job in plan.jobs:
        why = plan.reasons[job.name].in_(voice.language)
        click.echo(f"{job.name}  {why}")
    for report in plan.stopped:
        voice.say(Phrase(f"{report.name}  内容有错误，debrief check 列出", f"{report.name}  has errors: debrief check lists them"))
    built, rest = len(plan.jobs), len(plan.unchanged)
    voice.say(Phrase(f"要生成 {built} 份，{rest} 份没有变化", f"{built} to build, {rest} unchanged"), aside=True)


def _say_gone(plan: RunPlan, voice: Voice) -> None:
    if plan.gone:
        some = plan.gone[:3]
        rest = len(plan.gone) - len(some)
        zh = f"{'、'.join(some)}{f' 等 {len(plan.gone)} 份' if rest else ''}已不在批次里，旧文件还在；debrief clean --gone 可删除"
        en = f"{', '.join(some)}{f' and {rest} more' if rest else ''} left the batch, their files are still there: debrief clean --gone removes them"
        voice.say(Phrase(zh, en), aside=True)
