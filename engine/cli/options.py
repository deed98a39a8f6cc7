"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.base.workspace import environment
from engine.batch.selection import read_selection
from engine.cli.render_diagnostics import OutputFormat
from engine.cli.voice import LANGUAGES, voice_of

Command = TypeVar("Command", bound=Callable[..., Any])


def _set_language(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        voice_of(context).language = LANGUAGES[value]


def _set_verbose(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    voice_of(context).verbose = value or voice_of(context).verbose


def speaking(command: Command) -> Command:
    """Add what every command takes: --lang and -v."""
    lang = click.option(
        "--lang",
        type=click.Choice(list(LANGUAGES)),
        expose_value=False,
        is_eager=True,
        callback=_set_language,
        help="Language of the messages; default: that of the locale.",
    )
    verbose = click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_set_verbose,
        help="Show notes as well, and the traceback of trouble.",
    )
    return lang(verbose(command))


def paths_argument(command: Command) -> Command:
    return click.argument("paths", nargs=-1, type=click.Path(path_type=Path))(command)


def _selections(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    read_selection(values)  # a mistake in it is told before anything is read
    return values


def _last_failed(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        context.params["select"] = (*context.params.get("select", ()), "state:failed")


def select_options(command: Command) -> Command:
    """Add -s and --lf; both end in the parameter `select`."""
    select = click.option(
        "-s",
        "--select",
        multiple=True,
        is_eager=True,
        callback=_selections,
        metavar="SELECTION",
        help="Only these reports: team:East*, tag:q3, path:…, kind:…, state:failed|modified|new, or a name; "
        "several are a union, joined by commas an intersection.",
    )
    last_failed = click.option("--lf", is_flag=True, expose_value=False, callback=_last_failed, help="The same as -s state:failed.")
    return select(last_failed(command))


def workers_option(command: Command) -> Command:
    return click.option(
        "-j",
        "--workers",
        type=click.IntRange(0, 256),
        default=None,
        metavar="N",
        help="Reports at once; default: one per core. 0: in this process.",
    )(command)


def strict_option(command: Command) -> Command:
    return click.option("--strict", is_flag=True, help="Treat warnings as errors.")(command)


def _overrides(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    overrides = {}
    for value in values:
        key, equals, setting = value.partition("=")
        if not equals or not key.strip():
            raise UsageError(
                f"--set {value}：应写成 键=值",
                f"--set {value}: expected key=value",
                Phrase("例如 --set author=林晓", "for example --set author=Lin"),
            )
        overrides[key.strip()] = setting
    return overrides


def set_option(command: Command) -> Command:
    return click.option(
        "--set",
        "overrides",
        multiple=True,
        metavar="KEY=VALUE",
        callback=_overrides,
        help="Replace a value of report.yaml for this run, such as author=Lin or cover.note=…; may be repeated.",
    )(command)


def default_output_format(variables: Mapping[str, str]) -> OutputFormat:
    """GitHub's runners get annotations, everybody else the full text."""
    return OutputFormat.GITHUB if variables.get("GITHUB_ACTIONS") == "true" else OutputFormat.FULL


def _output_format(_context: click.Context, _parameter: click.Parameter, value: str | None) -> OutputFormat:
    return default_output_format(environment()) if value is None else OutputFormat(value)


def output_format_option(command: Command) -> Command:
    return click.option(
        "--output-format",
        "style",
        type=click.Choice([style.value for style in OutputFormat]),
        callback=_output_format,
        help="How findings are printed: for people, or for GitHub, GitLab (code quality), JUnit and SARIF readers; "
        "default: full, on GitHub's runners github.",
    )(command)


def project_start(paths: tuple[Path, ...]) -> Path | None:
    """Return where the search for the workspace begins: the first path that exists, None for the current folder."""
    return next((path for path in paths if path.exists()), None)
