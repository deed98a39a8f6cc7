"""What click has to say about a command line, in both languages."""

from __future__ import annotations

import click

from engine.base.diagnostics import Phrase


def usage_message(mistake: click.ClickException) -> tuple[Phrase, Phrase | None]:
    """Return the message about a command line that cannot be meant, and the mend if there is one."""
    return _said(mistake), _hint(mistake)


def _said(mistake: click.ClickException) -> Phrase:
    english = mistake.format_message().rstrip(".")
    match mistake:
        case click.NoSuchOption():
            return Phrase(f"没有选项 {mistake.option_name}", f"there is no option {mistake.option_name}")
        case click.MissingParameter(param=click.Parameter() as parameter):
            return Phrase(f"缺少 {_shown(parameter)}", f"{_shown(parameter)} is missing")
        case click.BadParameter(param=click.Parameter() as parameter):
            return Phrase(
                f"{_shown(parameter)} 的值不可用：{mistake.message.rstrip('.')}", f"{_shown(parameter)}: {mistake.message.rstrip('.')}"
            )
        case click.UsageError() if word := getattr(mistake, "word", ""):
            return Phrase(f"没有命令 {word}", f"there is no command {word}")
    return Phrase(f"命令行不可用：{english}", english)


def _hint(mistake: click.ClickException) -> Phrase | None:
    close = getattr(mistake, "close", None) or next(iter(getattr(mistake, "possibilities", None) or ()), None)
    if close is not None:
        return Phrase(f"是不是 {close}？", f"did you mean {close}?")
    path = mistake.ctx.command_path if isinstance(mistake, click.UsageError) and mistake.ctx else "debrief"
    return Phrase(f"{path} --help 列出全部用法", f"{path} --help tells all of it")


def _shown(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(click.Context(click.Command(None)))
    return parameter.opts[-1]
