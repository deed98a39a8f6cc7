"""`debrief diff`: what changed between two versions of a report."""

from __future__ import annotations

from enum import Enum

import click

from engine.cli.options import select_options, speaking
from engine.cli.voice import voice_of
from engine.diff.as_json import as_json
from engine.diff.difference import difference
from engine.diff.told import as_markdown, told
from engine.versions import outlines


class Style(Enum):
    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


_WRITERS = {Style.TEXT: told, Style.MARKDOWN: as_markdown, Style.JSON: as_json}


@click.command("diff", short_help="Tell what changed between two versions of a report.")
@click.argument("before")
@click.argument("after")
@select_options
@click.option("--json", "style", flag_value=Style.JSON.value, help="Print everything as JSON.")
@click.option("--markdown", "style", flag_value=Style.MARKDOWN.value, help="Print Markdown, for a comment on a pull request.")
@speaking
@click.pass_context
def diff(context: click.Context, before: str, after: str, select: tuple[str, ...], style: str | None) -> None:
    """Compare BEFORE with AFTER: KPIs and other numbers, pages that came, went or changed, their texts, tables and charts.

    Each may be a report folder, the same at a revision (`main:content/my-review`), an output folder, a .pptx, .docx or .pdf file, or a
    facts.json. Of a batch -s chooses the report. Content is compared as planned, finished files as they stand, also when somebody edited them.
    Exit codes: 0 no difference, 1 differences, 2 usage.
    """
    found = difference(*outlines(before, after, select))
    click.echo(_WRITERS[Style(style or Style.TEXT.value)](found, voice_of(context).language).rstrip("\n"))
    context.exit(0 if found.is_empty else 1)
