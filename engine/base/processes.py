"""What the system says of processes: how much memory one takes, how many may run at once."""

from __future__ import annotations

import os
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
MIB = 1024 * 1024


def resident(process: int) -> int | None:
    """Return the memory of a process in MiB (its resident set); None where the system does not tell, or the process is gone."""
    try:
        return int(Path(f"/proc/{process}/statm").read_bytes().split()[1]) * _PAGE // MIB
    except (OSError, ValueError, IndexError):
        return None


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
