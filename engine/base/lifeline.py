"""A process that ends when its parent does, so that none works on for nobody."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>


def die_with_parent(parent: int) -> None:
    """End this process when its parent ends, however that ends; `parent` is the process id it had when it started us.

    Linux does it at once; elsewhere a worker notices when it next speaks to its parent.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it was gone before we asked
            os._exit(1)
