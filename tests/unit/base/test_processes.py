from __future__ import annotations

import os
import subprocess
import sys

import pytest

from engine.base.processes import cores, resident

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
GREAT = 64 * 1024 * 1024


@on_linux
def test_memory_is_that_of_the_resident_set_in_mib() -> None:
    before = resident(os.getpid())
    block = b"x" * GREAT  # one object: a copy of another might leave that one resident, too
    after = resident(os.getpid())
    assert before is not None
    assert after is not None
    assert after - before == pytest.approx(len(block) // 1024 // 1024, abs=16)


def test_a_process_that_is_gone_has_no_memory() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert resident(gone.pid) is None


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
