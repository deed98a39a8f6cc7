from __future__ import annotations

import errno

import pytest

from engine.base.disk import disk_trouble
from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace


@pytest.mark.parametrize(
    ("trouble", "mend"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "free some disk space and try again; the earlier files are untouched"),
        (OSError(errno.EFBIG, "File too large"), "free some disk space and try again; the earlier files are untouched"),
        (FileExistsError(errno.EEXIST, "File exists"), "something of that name is in the way: move it, or choose --out"),
        (
            PermissionError(errno.EACCES, "Permission denied"),
            "check the permissions, and whether another program has the file open; or choose another folder with --out",
        ),
    ],
)
def test_trouble_names_the_place_the_reason_and_the_mend(trouble: OSError, mend: str, workspace: Workspace) -> None:
    with pytest.raises(EnvironmentFault) as caught, disk_trouble(workspace.out / "h1", workspace):
        raise trouble
    assert caught.value.message.en == f"cannot write out/h1: {trouble.strerror}"
    assert caught.value.message.zh == f"“out/h1”写不进去：{trouble.strerror}"
    assert caught.value.hint is not None
    assert caught.value.hint.en == mend


def test_a_place_outside_the_root_is_named_in_full(workspace: Workspace) -> None:
    place = workspace.root.parent / "elsewhere"
    with pytest.raises(EnvironmentFault, match=f"cannot write {place}: full"), disk_trouble(place, workspace):
        raise OSError("full")


def test_all_well_says_nothing(workspace: Workspace) -> None:
    with disk_trouble(workspace.out, workspace):
        pass
