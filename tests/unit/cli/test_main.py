from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys

import click
import pytest

from engine.base.diagnostics import Language, Phrase
from engine.base.errors import EnvironmentFault
from engine.cli import ls as subject
from engine.cli.main import COMMANDS, version
from tests.unit.cli.conftest import Debrief


def fail_with(monkeypatch: pytest.MonkeyPatch, trouble: BaseException) -> None:
    def fail(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(subject.ls, "callback", fail)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_the_group_says_what_each_command_says_of_itself(name: str) -> None:
    command = getattr(importlib.import_module(f"engine.cli.{name}"), name)
    assert isinstance(command, click.Command)
    assert (command.name, command.short_help) == (name, COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_sentences(name: str, debrief: Debrief) -> None:
    said = debrief(name, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: debrief {name} ")
    assert "." in said.out.split("Options:")[0]


def test_the_help_lists_the_commands_without_importing_them() -> None:
    script = "import sys\nfrom engine.cli.main import run, Voice\nrun(['--help'], Voice.of_this_machine())\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    *help_text, modules = done.stdout.splitlines()
    assert [line.split()[0] for line in help_text if line.startswith("  ") and line.split()[0] in COMMANDS] == list(COMMANDS)
    assert not {"engine.pipeline", "pydantic", "rich", "duckdb", "jinja2", "yaml"} & set(modules.split())


def test_the_version_is_printed(debrief: Debrief) -> None:
    said = debrief("--version")
    assert (said.code, said.out) == (0, f"debrief {version()}\n")


def test_no_command_prints_the_help(debrief: Debrief) -> None:
    said = debrief()
    assert said.code == 2
    assert said.out == ""
    assert said.err.strip() == debrief("--help").out.strip()


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (Language.EN, ["error: there is no command biuld", "  = hint: did you mean build?"]),
        (Language.ZH, ["错误：没有命令 biuld", "  = 提示：是不是 build？"]),
    ],
)
def test_a_mistyped_command_names_the_nearest(language: Language, lines: list[str], debrief: Debrief) -> None:
    said = debrief("biuld", language=language)
    assert (said.code, said.out, said.err.splitlines()) == (2, "", lines)


def test_trouble_is_one_line_and_its_mend(debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, EnvironmentFault("没有字体", "there is no font", Phrase("装它", "install it")))
    said = debrief("ls")
    assert (said.code, said.err) == (3, "error: there is no font\n  = hint: install it\n")


def test_verbose_shows_the_traceback_too(debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, EnvironmentFault("没有字体", "there is no font"))
    said = debrief("ls", "-v")
    assert said.err.startswith("Traceback (most recent call last):")
    assert said.err.endswith("error: there is no font\n")


def test_a_fault_of_ours_says_so_without_a_traceback(debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, KeyError("gmv"))
    said = debrief("ls")
    assert said.code == 2
    assert said.err.startswith("error: debrief itself failed (KeyError: 'gmv')")
    assert "Traceback" not in said.err


def test_an_interrupt_ends_with_130(debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())
    said = debrief("ls", language=Language.ZH)
    assert (said.code, said.err.strip()) == (130, "已中断；做完的文件都在")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_being_asked_to_end_gives_the_code_of_the_signal(
    number: signal.Signals, code: int, debrief: Debrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject.ls, "callback", lambda *_, **__: os.kill(os.getpid(), number))
    before = signal.signal(number, signal.SIG_DFL)  # tests in the background are started deaf to some
    try:
        assert debrief("ls").code == code
        assert signal.getsignal(number) is signal.SIG_DFL
    finally:
        signal.signal(number, before)


def test_a_hangup_that_is_ignored_stays_ignored(debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject.ls, "callback", lambda *_, **__: os.kill(os.getpid(), signal.SIGHUP))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert debrief("ls").code == 0
    finally:
        signal.signal(signal.SIGHUP, before)


def test_the_entry_point_exits_with_the_code() -> None:
    assert (
        subprocess.run(
            [sys.executable, "-c", "from engine.cli.main import main; main()", "nonsense"], capture_output=True, check=False
        ).returncode
        == 2
    )


def test_what_was_registered_for_the_end_is_done_and_all_words_are_written() -> None:
    script = "import atexit; from engine.cli.main import leave; atexit.register(print, 'done'); print('said', end=' '); leave(3)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "said done\n")


def test_with_a_thread_at_work_python_ends_as_it_always_does() -> None:
    script = (
        "import threading, time; from engine.cli.main import leave\n"
        "threading.Thread(target=lambda: (time.sleep(0.2), print('thread'))).start(); leave(4)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (4, "thread\n")
