from __future__ import annotations

from pathlib import Path

import pytest

from engine.baseline.look import Look
from engine.baseline.store import files_of, paths_in, picture_names, read, stale
from tests.unit.baseline.conftest import PAGES, PICTURES


def put(folder: Path, look: Look) -> None:
    folder.mkdir(parents=True)
    for name, blob in files_of(look).items():
        (folder / name).write_bytes(blob)


def test_what_is_kept_is_read_as_it_was(approved: Look, tmp_path: Path) -> None:
    put(tmp_path / "baseline", approved)
    assert sorted(path.name for path in (tmp_path / "baseline").iterdir()) == ["01.png", "02.png", "03.png", "pages.txt"]
    assert read(tmp_path / "baseline") == approved
    assert picture_names(120)[0] == "001.png"


def test_nothing_approved_is_none_and_a_damaged_file_an_error(tmp_path: Path) -> None:
    assert read(tmp_path / "baseline") is None
    (tmp_path / "b" / "pages.txt").mkdir(parents=True)
    with pytest.raises(ValueError, match="1"):
        read(tmp_path / "b")
    (tmp_path / "pages.txt").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(ValueError, match="1"):
        read(tmp_path)


def test_a_picture_that_is_gone_is_empty(approved: Look, tmp_path: Path) -> None:
    put(tmp_path / "baseline", approved)
    (tmp_path / "baseline" / "02.png").unlink()
    found = read(tmp_path / "baseline")
    assert found is not None
    assert found.pictures == (PICTURES[0], b"", PICTURES[2])


def test_pictures_of_pages_that_are_gone_are_stale_and_other_files_are_left(approved: Look, tmp_path: Path) -> None:
    folder = tmp_path / "baseline"
    put(folder, approved)
    (folder / "notes.png").write_bytes(b"")
    fewer = Look(PAGES[:2], PICTURES[:2])
    assert [path.name for path in stale(folder, fewer)] == ["03.png"]
    assert [path.name for path in paths_in(folder)] == ["pages.txt", "01.png", "02.png", "03.png"]
    assert paths_in(tmp_path / "nowhere") == (tmp_path / "nowhere" / "pages.txt",)
