"""`debrief build`: reports to files."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.cli.options import output_format_option, paths_argument, project_start, set_option, speaking, strict_option
from engine.cli.progress import reporting
from engine.cli.render_diagnostics import OutputFormat
from engine.cli.verdict import exit_code, is_for_programs, print_findings, print_summary
from engine.cli.voice import voice_of
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Finished, Project
from engine.writers import WRITERS


def _formats(_context: click.Context, _parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(name.strip() for value in values for name in value.split(",") if name.strip()))
    for name in formats:
        if name not in WRITERS:
            known = ", ".join(WRITERS.names)
            raise UsageError(f"没有输出格式“{name}”", f"there is no output format {name!r}", Phrase(f"可用：{known}", f"there are {known}"))
    return formats


@click.command("build", short_help="Build reports as PPTX, DOCX and PDF, with their facts and page pictures.")
@paths_argument
@click.option(
    "-f", "--format", "formats", multiple=True, callback=_formats, metavar="pptx,pdf", help="Output formats; default: the report's own."
)
@set_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=True), help="Folder for the results; default: out/ in the workspace.")
@strict_option
@click.option("--no-pages", is_flag=True, help="Leave out the page pictures and the contact sheet.")
@output_format_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@speaking
@click.pass_context
def build(
    context: click.Context,
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    overrides: dict[str, str],
    out: Path | None,
    strict: bool,
    no_pages: bool,
    style: OutputFormat,
    quiet: bool,
) -> None:
    """Build every report at or below the paths; without paths, all of the workspace.

    The files of a report go to out/REPORT/, what became of the run to out/run.json. A report with errors writes nothing, and its earlier
    files stay; the others go on. Exit codes: 0 all built, 1 some were not, 2 usage, 3 environment, 5 nothing selected, 130 interrupted.
    """
    voice = voice_of(context)
    project = Project.open(project_start(paths), out)
    total = len(project.reports(paths))
    finished: list[Finished] = []
    started = mark = time.perf_counter()
    with reporting(total, voice.language, quiet=quiet) as progress:
        for report in project.build(paths, BuildRequest(formats, overrides), BuildOptions(strict, not no_pages), progress.watch):
            finished.append(report)
            progress.finished(report, time.perf_counter() - mark)
            if not is_for_programs(style):
                with progress.paused():
                    print_findings([report], style, project.workspace, voice)
            mark = time.perf_counter()
    if is_for_programs(style):
        print_findings(finished, style, project.workspace, voice)
    if not quiet:
        print_summary(finished, time.perf_counter() - started, project.workspace, voice, aside=is_for_programs(style))
    context.exit(exit_code(finished))
