"""Trouble with the disk as one readable line: what could not be written, why, and the mend."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def disk_trouble(path: Path, workspace: Workspace) -> Iterator[None]:
    """Turn an OSError into an EnvironmentFault that names the place and the mend."""
    try:
        yield
    except OSError as trouble:
        place = workspace.relative(path) if path.is_relative_to(workspace.root) else str(path)
        reason = trouble.strerror or str(trouble)
        raise EnvironmentFault(f"“{place}”写不进去：{reason}", f"cannot write {place}: {reason}", _mend(trouble)) from trouble


def _mend(trouble: OSError) -> Phrase:
    if trouble.errno in _FULL:
        return Phrase("腾出磁盘空间后重试；原有文件未改动", "free some disk space and try again; the earlier files are untouched")
    if isinstance(trouble, FileExistsError | NotADirectoryError | IsADirectoryError):
        return Phrase(
            "同名的文件或文件夹占了位置：移走它，或用 --out 换一个", "something of that name is in the way: move it, or choose --out"
        )
    return Phrase(
        "检查写入权限，或文件是否正在别的程序里打开；也可用 --out 换一个文件夹",
        "check the permissions, and whether another program has the file open; or choose another folder with --out",
    )
