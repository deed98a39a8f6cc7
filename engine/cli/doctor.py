"""`debrief doctor`: what this machine lacks for building reports, and the mend."""

from __future__ import annotations

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from engine.base.diagnostics import Language, Phrase
from engine.base.workspace import Workspace, environment, language_of
from engine.probe.environment import inspect_environment, real_tools
from engine.probe.health import Line, State, examine, is_fit

EXIT_ENVIRONMENT = 3

_WORDS = {
    State.GOOD: Phrase("正常", "ok"),
    State.OPTIONAL: Phrase("可选", "optional"),
    State.WARNING: Phrase("注意", "warning"),
    State.FAULT: Phrase("缺失", "FAULT"),
}
_COLOURS = {State.GOOD: "green", State.OPTIONAL: "dim", State.WARNING: "yellow", State.FAULT: "bold red"}
_FIT = Phrase("可以生成报告。", "Reports can be built.")
_UNFIT = Phrase("请先按“办法”一栏处理标为“缺失”的各项。", "Mend the lines marked FAULT first.")


@click.command("doctor", short_help="Fonts, libraries, versions: what is missing and the mend.")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the messages; default: that of the locale.")
@click.pass_context
def doctor(context: click.Context, lang: str | None) -> None:
    """Name what this machine lacks for building reports, and the mend. Exit code 3 if reports cannot be built."""
    language = {"zh": Language.ZH, "en": Language.EN}.get(lang or "", language_of(environment()))
    lines = examine(inspect_environment(Workspace.open(), real_tools()))
    show(lines, language, Console())
    context.exit(0 if is_fit(lines) else EXIT_ENVIRONMENT)


def show(lines: tuple[Line, ...], language: Language, console: Console) -> None:
    """Print the table and one closing sentence."""
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for line in lines:
        colour = _COLOURS[line.state]
        table.add_row(f"[{colour}]{_WORDS[line.state].in_(language)}[/]", escape(line.subject.in_(language)), _cell(line, language))
    console.print(table)
    console.print((_FIT if is_fit(lines) else _UNFIT).in_(language))


def _cell(line: Line, language: Language) -> str:
    finding = escape(line.finding.in_(language))
    if line.mend is None:
        return finding
    arrow = "办法：" if language is Language.ZH else "mend: "
    return f"{finding}\n[bold]{arrow}{escape(line.mend.in_(language))}[/]"
