"""Runs of debrief in a process group of their own, and what is left of them when they are ended in the middle."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.base.workspace import TEMPORARY_SUFFIX, environment

ROOT = Path(__file__).resolve().parents[2]
START = "from engine.cli.main import main; main()"
OF_THE_RUN = {"run.json", "index.html"}


@dataclass(slots=True)
class Run:
    """A running `debrief`; `log` holds what it says on standard error."""

    process: subprocess.Popen[bytes]
    log: Path

    def signal(self, number: signal.Signals, *, group: bool = False) -> None:
        """Send a signal to the command, or like a terminal to all of its processes. It may have ended before."""
        with suppress(ProcessLookupError):
            (os.killpg if group else os.kill)(self.process.pid, number)

    def ended(self, seconds: float = 3600) -> int:
        """Wait for the end and return the exit code as a shell shows it: 128 + N for one that signal N ended."""
        code = self.process.wait(seconds)
        return code if code >= 0 else 128 - code

    @property
    def is_over(self) -> bool:
        return self.process.poll() is not None

    def workers(self) -> list[int]:
        """Return the processes that build reports."""
        return [process for process in group(self.process.pid) if b"spawn_main" in _command_line(process)]

    def orphans(self, seconds: float = 2.0) -> list[int]:
        """Return the processes of the group that are still there after some seconds."""
        until = time.monotonic() + seconds
        while (left := group(self.process.pid)) and time.monotonic() < until:
            time.sleep(0.02)
        return left

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


def start(root: Path, *arguments: str, log: Path | None = None) -> Run:
    """Start `debrief ARGUMENTS` at the root of a workspace."""
    log = log or root / "log.txt"
    variables = {**environment(), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", START, *arguments],
            cwd=root,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
            preexec_fn=_hearing,  # noqa: PLW1509  no threads here that could be caught in the middle
        )
    return Run(process, log)


def _hearing() -> None:
    """Hear every signal, as a program does that is started in a terminal; one started by `nohup`, or in the background, is deaf to some."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def done(root: Path, *arguments: str) -> tuple[int, str]:
    """Run `debrief ARGUMENTS` to its end; return its exit code and what it said on standard error."""
    run = start(root, *arguments)
    return run.ended(), run.said()


def group(leader: int) -> list[int]:
    """Return the living processes of a process group."""
    return [process for process, of, state in _processes() if of == leader and state != "Z"]


def _processes() -> Iterator[tuple[int, int, str]]:
    """Yield id, group and state of every process."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                after_name = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            yield int(folder.name), int(after_name[2]), after_name[0]


def _command_line(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def digests(out: Path) -> dict[str, str]:
    """Return the digest of every finished file below the results, without those that tell of the run."""
    paths = (path for path in sorted(out.rglob("*")) if path.is_file() and not is_temporary(path))
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if (name := path.relative_to(out).as_posix()) not in OF_THE_RUN and not name.startswith(".debrief/")
    }


def is_temporary(path: Path) -> bool:
    return path.name.endswith(TEMPORARY_SUFFIX)


def temporary_files(out: Path) -> list[Path]:
    return [path for path in out.rglob("*") if is_temporary(path)]


def run_file(out: Path) -> dict[str, Any] | None:
    """Return run.json, None when there is none. Raises ValueError when it is not whole."""
    path = out / "run.json"
    if not path.exists():
        return None
    record: dict[str, Any] = json.loads(path.read_bytes())
    return record
