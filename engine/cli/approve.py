"""`debrief approve`: the pages as they are now become the baseline."""

from __future__ import annotations

import time
from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.processes import cores
from engine.batch.finished import Finished
from engine.cli.options import paths_argument, project_start, select_options, set_option, speaking, workers_option
from engine.cli.progress import reporting
from engine.cli.render_diagnostics import OutputFormat
from engine.cli.repeats import Repeats
from engine.cli.verdict import exit_code, print_findings
from engine.cli.voice import voice_of
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Project


@click.command("approve", short_help="Keep the pages as they are now, for `build --against baseline`.")
@paths_argument
@select_options
@set_option
@workers_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@speaking
@click.pass_context
def approve(
    context: click.Context, paths: tuple[Path, ...], select: tuple[str, ...], overrides: dict[str, str], workers: int | None, quiet: bool
) -> None:
    """Write how every page of the reports reads and looks to REPORT/baseline/ (of a batch REPORT/baseline/NAME/), to be committed with the content.

    pages.txt has a block of lines for each page and reads well in a pull request; beside it are small pictures of the pages. What is as it was
    approved is not written again. `debrief build --against baseline` then tells what changed. A report with errors approves nothing.
    Exit codes: 0 approved, 1 some were not, 2 usage, 3 environment, 5 nothing selected.
    """
    voice, started = voice_of(context), time.perf_counter()
    project = Project.open(project_start(paths))
    options = BuildOptions(workers=cores() if workers is None else workers)
    total = project.chosen(paths, None, select).total
    finished: list[Finished] = []
    repeats = Repeats()
    with reporting(total, voice.language, quiet=True) as progress:
        for report in project.approve(paths, BuildRequest(overrides=overrides), options, progress.watch, select):
            finished.append(report)
            progress.finished(report)
            with progress.paused():
                print_findings([repeats.news(report)], OutputFormat.FULL, project.workspace, voice)
                if report.ok and not report.unchanged and not quiet:
                    voice.say(_said(report))
    if not quiet:
        voice.say(_summary(finished, time.perf_counter() - started))
    context.exit(exit_code(finished))


def _said(report: Finished) -> Phrase:
    count = len(report.files)
    return Phrase(
        f"{report.name}  认可 {report.slides} 页，写了 {count} 个文件",
        f"{report.name}  {report.slides} pages approved, {count} file{'' if count == 1 else 's'} written",
    )


def _summary(finished: list[Finished], seconds: float) -> Phrase:
    approved = sum(report.ok and not report.unchanged for report in finished)
    same, failed = sum(report.ok and report.unchanged for report in finished), sum(not report.ok for report in finished)
    return Phrase(
        f"认可 {approved} 份，未变 {same} 份，失败 {failed} 份，用时 {seconds:.1f} 秒",
        f"{approved} approved, {same} unchanged, {failed} failed in {seconds:.1f}s",
    )
