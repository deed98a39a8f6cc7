"""`debrief`: the group of commands. A command is imported when it is called, so that `debrief --help` answers at once."""

from __future__ import annotations

import atexit
import gc
import importlib
import importlib.metadata
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from types import FrameType, ModuleType
from typing import Any, NoReturn

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import EngineError
from engine.base.memory import is_out_of_memory, out_of_memory
from engine.base.registry import nearest
from engine.cli.usage import usage_message
from engine.cli.voice import Voice, tolerant_streams

EXIT_USAGE, EXIT_INTERRUPTED, EXIT_TERMINATED, EXIT_HUNG_UP = 2, 130, 143, 129
_POLITE = {"SIGTERM": EXIT_TERMINATED, "SIGHUP": EXIT_HUNG_UP}
"""Signals that ask for an end, by name since Windows lacks the second, with the exit code of a program they ended."""

COMMANDS = {
    "build": "Build reports as PPTX, DOCX and PDF, with their facts and page pictures.",
    "check": "Tell what is wrong with reports, without writing anything.",
    "approve": "Keep the pages as they are now, for `build --against baseline`.",
    "new": "Lay out a new report with example data, ready to build.",
    "ls": "List the reports of the workspace.",
    "facts": "Print the numbers of reports, and where each comes from.",
    "diff": "Tell what changed between two versions of a report.",
    "show": "Picture all pages of a PPTX or PDF on one sheet.",
    "explain": "Explain a code such as FIT003.",
    "schema": "Write the JSON Schema that editors complete and check with.",
    "template": "What a company's PowerPoint or Word template offers.",
    "clean": "Remove what `build` wrote.",
    "doctor": "Fonts, libraries, versions: what is missing and the mend.",
}
"""Each command by name with its line in the help. It is the command of that name in the module of that name."""


class LazyGroup(click.Group):
    """Knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = getattr(_quickly_imported(f"engine.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            raise UnknownCommand(args[0], ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


class UnknownCommand(click.UsageError):
    """A word that is no command."""

    def __init__(self, word: str, context: click.Context) -> None:
        super().__init__(f"No such command {word!r}.", context)
        self.word, self.close = word, nearest(word, COMMANDS)


class Terminated(BaseException):
    """SIGTERM or SIGHUP: like Ctrl-C, finished files are kept, and the one in hand never appears."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"debrief {version()}")
        context.exit()


def version() -> str:
    """Return the version of the installed distribution; a folder of sources that was never installed has none."""
    try:
        return importlib.metadata.version("debrief")
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version and exit.")
def cli() -> None:
    """Review reports as code: content files and metric tables in, decks out, with numbers that cannot disagree with the data.

    Every command works without arguments at the workspace root. Start with `debrief new midyear-review content/my-review`.
    """


def _quickly_imported(name: str) -> ModuleType:
    """Import without looking for garbage: what modules define stays, and is never looked through again."""
    gc.disable()
    try:
        return importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def main() -> NoReturn:
    tolerant_streams()
    leave(run(sys.argv[1:], Voice.of_this_machine()))


def leave(code: int) -> NoReturn:
    """End with an exit code, at once: to take a hundred thousand records apart first costs a twentieth of a second that somebody waits for.

    What was registered for the end is done. With a thread at work, or words that cannot be written, Python ends as it always does.
    """
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001  there is no other door to what was registered
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def run(arguments: Sequence[str], voice: Voice) -> int:
    """Run one command and return its exit code: trouble becomes one readable line, with a traceback on -v only."""
    before = _listening()
    try:
        code = cli.main(list(arguments), prog_name="debrief", standalone_mode=False, obj=voice)
    except EngineError as trouble:
        _trace(voice)
        voice.trouble(trouble.message, trouble.hint)
        return trouble.exit_code
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.format_message(), err=True)
        return EXIT_USAGE
    except click.ClickException as mistake:
        voice.trouble(*usage_message(mistake))
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        voice.say(Phrase("已中断；做完的文件都在", "Interrupted; the files that were finished are kept"), aside=True)
        return EXIT_INTERRUPTED
    except Terminated as asked:
        return asked.exit_code
    except Exception as bug:  # noqa: BLE001  the last door before the author, who can do nothing with a traceback
        _trace(voice)
        if is_out_of_memory(bug):
            shortage = out_of_memory()
            voice.trouble(shortage.message, shortage.hint)
            return shortage.exit_code
        voice.trouble(*_apology(bug))
        return EXIT_USAGE
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return code if isinstance(code, int) else 0


def _listening() -> dict[signal.Signals, Any]:
    """Answer the polite signals, and return what answered them before. One that is ignored stays so: `nohup` wants it."""
    codes: dict[signal.Signals, int] = {getattr(signal, name): code for name, code in _POLITE.items() if hasattr(signal, name)}
    wanted = [number for number in codes if signal.getsignal(number) is not signal.SIG_IGN]

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        raise Terminated(codes[signal.Signals(number)])

    return {number: signal.signal(number, end) for number in wanted}


def _trace(voice: Voice) -> None:
    if voice.verbose:
        click.echo(traceback.format_exc(), err=True, nl=False)


def _apology(bug: Exception) -> tuple[Phrase, Phrase]:
    name = type(bug).__name__
    return (
        Phrase(
            f"debrief 自身出错（{name}：{bug}）；写好的文件不受影响",
            f"debrief itself failed ({name}: {bug}); files already written are fine",
        ),
        Phrase("加 -v 重新运行可看到经过，请连同内容文件一起反馈", "run it again with -v to see how, and report that with the content"),
    )
