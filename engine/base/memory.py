"""Running out of memory as one readable line: Python says it in several ways."""

from __future__ import annotations

import errno

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault

_LOADER = ("cannot allocate memory", "failed to map segment", "cannot enable executable stack")


def is_out_of_memory(trouble: BaseException) -> bool:
    """Tell whether an exception, or one that led to it, says that there is no memory left."""
    seen: BaseException | None = trouble
    while seen is not None:
        if isinstance(seen, MemoryError) or (isinstance(seen, OSError) and seen.errno == errno.ENOMEM):
            return True
        if isinstance(seen, ImportError | OSError) and any(words in str(seen).lower() for words in _LOADER):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def out_of_memory() -> EnvironmentFault:
    return EnvironmentFault(
        "内存不够了；写好的文件不受影响",
        "there is not enough memory; files already written are fine",
        Phrase(
            "关掉别的程序、放宽内存限制（ulimit -v），或一次只生成一份报告",
            "close other programs, raise the memory limit (ulimit -v), or build one report at a time",
        ),
    )
