from __future__ import annotations

import shutil
from pathlib import Path

from engine.base.workspace import Workspace
from engine.layout.font_files import find_faces, font_folders


def test_family_is_found_by_name_not_by_file_name(font_folder: Path, tmp_path: Path) -> None:
    shutil.copy(font_folder / "PaperSans-Bold.ttf", tmp_path / "x1.TTF")
    (tmp_path / "readme.txt").write_text("no font")
    (face,) = find_faces("Paper Sans SC", (tmp_path,))
    assert face.path.name == "x1.TTF"


def test_all_weights_are_returned_and_other_faces_of_the_collection_are_not(font_folder: Path) -> None:
    faces = find_faces("Paper Sans SC", (font_folder,))
    assert sorted((face.path.name, face.index, face.weight) for face in faces) == [
        ("PaperSans-Bold.ttf", 0, 700),
        ("PaperSans-Regular.ttc", 1, 400),
    ]


def test_family_is_found_by_its_chinese_name_and_whatever_the_spaces_and_case(font_folder: Path) -> None:
    assert find_faces("纸黑体", (font_folder,))
    assert find_faces("papersans sc", (font_folder,))


def test_absent_family_is_empty(font_folder: Path) -> None:
    assert find_faces("Paper Serif SC", (font_folder,)) == ()


def test_broken_neighbours_do_no_harm(font_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(font_folder, tmp_path / "fonts")
    (tmp_path / "fonts" / "PaperSans-Light.ttf").write_bytes(b"OTTO")
    assert len(find_faces("Paper Sans SC", (tmp_path,))) == 2


def test_microsoft_names_are_known_by_their_files(font_folder: Path, tmp_path: Path) -> None:
    shutil.copy(font_folder / "PaperSans-Bold.ttf", tmp_path / "msyh.ttc")
    assert find_faces("微软雅黑", (tmp_path,)) == ()  # the file is asked, and is another family


def test_fonts_of_the_workspace_come_first(workspace: Workspace) -> None:
    own = workspace.root / "assets" / "fonts"
    own.mkdir(parents=True)
    folders = font_folders(workspace)
    assert folders[0] == own
    assert all(folder.is_dir() for folder in folders)
