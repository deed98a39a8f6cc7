from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children at once")


def test_a_child_ends_with_its_parent_however_that_ends() -> None:
    child = (
        "import sys, time; from engine.base.lifeline import die_with_parent; die_with_parent(int(sys.argv[1]));"
        "print('up', flush=True); time.sleep(60)"
    )
    parent = (
        "import os, subprocess, sys; child = subprocess.Popen([sys.executable, '-c', sys.argv[1], str(os.getpid())], stdout=subprocess.PIPE);"
        "child.stdout.readline(); print(child.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", parent, child], capture_output=True, text=True, check=False)
    _expect_gone(int(done.stdout))


def test_a_child_whose_parent_was_gone_before_it_asked_ends_itself() -> None:
    script = "from engine.base.lifeline import die_with_parent; die_with_parent(1); print('still here')"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")


def _expect_gone(process: int, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if ") Z " in Path(f"/proc/{process}/stat").read_text(encoding="utf-8"):
                return
        except (FileNotFoundError, ProcessLookupError):
            return
        time.sleep(0.02)
    pytest.fail(f"process {process} outlives its parent")
