from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.base import lock
from engine.base.lock import Taken, held

HOLDER = """
import sys, time
from pathlib import Path
from engine.base.lock import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(Taken), held(tmp_path):
        pass
    with held(tmp_path):
        assert list(tmp_path.iterdir()) == []  # no file is left to clean up


def test_the_lock_of_a_killed_process_is_gone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(Taken), held(tmp_path):
            pass
        other.kill()
        other.wait()
    with held(tmp_path):
        pass


def test_where_nothing_can_be_locked_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(os.strerror(95))

    monkeypatch.setattr(lock, "_flock", refuse)
    with held(tmp_path), held(tmp_path):
        pass
    monkeypatch.setattr(lock, "_flock", None)
    with held(tmp_path), held(tmp_path):
        pass
