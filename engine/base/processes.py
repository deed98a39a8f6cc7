"""What the system says of a process, and what it does with one whose parent is gone."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>
MIB = 1024 * 1024


def resident(process: int) -> int | None:
    """Return the memory of a process in MiB (its resident set); None where the system does not tell, or the process is gone."""
    try:
        return int(Path(f"/proc/{process}/statm").read_bytes().split()[1]) * _PAGE // MIB
    except (OSError, ValueError, IndexError):
        return None


def die_with_parent(parent: int) -> None:
    """End this process when its parent ends, however that ends; `parent` is the process id it had when it started us.

    Linux does it at once; elsewhere a worker notices when it next speaks to its parent.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it was gone before we asked
            os._exit(1)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
