"""`debrief check`: what is wrong with reports, without rendering; imports nothing heavy."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Iterator
from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.base.processes import cores
from engine.batch.finished import Finished
from engine.cli.check_bounds import Pages, Wishes, read_day, read_pages
from engine.cli.finished_file import all_finished
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
from engine.cli.render_diagnostics import OutputFormat
from engine.cli.repeats import Repeats
from engine.cli.verdict import exit_code, is_for_programs, print_check_summary, print_findings
from engine.cli.voice import voice_of
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Project


@click.command("check", short_help="Tell what is wrong with reports, without writing anything.")
@paths_argument
@select_options
@set_option
@strict_option
@workers_option
@output_format_option
@click.option("--theme", default="", metavar="NAME", help="Judge finished files by this theme, not by the one that they name themselves.")
@click.option("--rendered", is_flag=True, help="Let LibreOffice draw a PPTX or DOCX too, and look where its words stand.")
@click.option("--pages", callback=read_pages, metavar="LEAST-MOST", help="How many pages finished files may have: 10-30, 10- or -30.")
@click.option("--as-of", callback=read_day, metavar="DAY", help="The day for which finished files must be fresh, such as 2025-07-08.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option("--deep", is_flag=True, help="Ask the Open XML SDK validator, openxml-audit, qpdf and PDF/UA-1 about finished files, too.")
@click.option(
    "--validator",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    metavar="PROGRAM",
    help="The Open XML SDK validator for --deep; default: where ./dev gate installs it, or on the PATH.",
)
@speaking
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    overrides: dict[str, str],
    strict: bool,
    workers: int | None,
    style: OutputFormat,
    theme: str,
    rendered: bool,
    pages: Pages | None,
    as_of: dt.date | None,
    quiet: bool,
    deep: bool,
    validator: Path | None,
) -> None:
    """Check content, data, facts and text fit of every report at or below the paths; without paths, all of the workspace.

    A path may be a finished PPTX, DOCX or PDF instead, of whichever program: it is judged by the rules of its format (debrief explain FILE040
    and following), and compared with the ledger inside it, if any, so that a figure changed by hand is found, and with its theme (BRAND001
    and following). Its pages are counted and the dates that it states of its data compared with its period, or with --as-of (RULE008, RULE010;
    bounds also in rules.pages and rules.freshness of content/settings.yaml). --deep asks other judges besides.
    Nothing is rendered or written. Exit codes: 0 clean, 1 findings, 2 usage, 3 environment, 5 nothing selected.
    """
    gc.disable()  # a short run: looking for garbage would cost a tenth of it
    started = time.perf_counter()
    project = Project.open(project_start(paths))
    voice = voice_of(context)
    finished: list[Finished] = []
    repeats = Repeats()
    options = BuildOptions(strict=strict, workers=cores() if workers is None else workers)
    of_content = project.check(paths, BuildRequest(overrides=overrides), options, select=select)
    of_files = all_finished(paths)
    if (deep or validator) and not of_files:
        raise UsageError(
            "--deep 只用于成品文件",
            "--deep is for finished files",
            Phrase("例如 debrief check --deep out/x/x.pptx", "for example debrief check --deep out/x/x.pptx"),
        )
    if theme and not of_files:
        raise UsageError(
            "--theme 只用于成品文件",
            "--theme is for finished files",
            Phrase("报告的主题写在 report.yaml 里", "a report says its theme in report.yaml"),
        )
    if (pages or as_of) and not of_files:
        raise UsageError(
            "--pages 和 --as-of 只用于成品文件",
            "--pages and --as-of are for finished files",
            Phrase("报告的界限写在 rules 里，时间写在 as_of 里", "a report says its bounds in rules, its day in as_of"),
        )
    wishes = Wishes(project.workspace, pages, as_of)
    judges = (project.workspace.root, validator) if deep or validator else None
    for report in _of_files(paths, judges, (theme, wishes), strict=strict, rendered=rendered) if of_files else of_content:
        finished.append(report)
        if not is_for_programs(style):
            print_findings([repeats.news(report)], style, project.workspace, voice)
    for line in repeats.told():
        voice.say(line)
    if is_for_programs(style):
        print_findings(finished, style, project.workspace, voice)
    if not quiet:
        print_check_summary(finished, time.perf_counter() - started, voice, aside=is_for_programs(style))
    context.exit(exit_code(finished))


def _of_files(
    files: tuple[Path, ...], judges: tuple[Path, Path | None] | None, wanted: tuple[str, Wishes], *, strict: bool, rendered: bool
) -> Iterator[Finished]:
    """Check finished files. `judges`: where to look for programs, and the validator that was named, None to ask none; `wanted`: the
    theme that was named, empty for that of each file, and what else is wanted of them.
    """
    from engine.cli.check_brand import Wardrobe  # opens PDFs by a large library
    from engine.cli.check_finished import check_finished, programs_at  # opens PDFs by a large library
    from engine.cli.check_rendered import with_drawing

    theme, wishes = wanted
    wardrobe = Wardrobe(wishes.workspace, theme)
    programs = None if judges is None else programs_at(*judges)
    for file in files:
        finished = check_finished(file, strict=strict, programs=programs, wardrobe=wardrobe, wishes=wishes)
        yield with_drawing(finished, file, wishes=wishes) if rendered else finished
