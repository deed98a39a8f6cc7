from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from engine.base.errors import EnvironmentFault
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.layout.font_files import find_faces, font_folders
from engine.writers.pdf.typst_fonts import fonts_for

FOLDERS = font_folders(Workspace(BUILTIN_ROOT, BUILTIN_ROOT, dt.date(2025, 7, 8)))
SANS = "Noto Sans CJK SC"


def test_only_folders_of_wanted_families_are_opened() -> None:
    fonts = fonts_for({SANS: {"一"}}, FOLDERS).opened
    folder = find_faces(SANS, FOLDERS)[0].path.parent
    assert SANS in fonts.families()
    assert {Path(face.path).parent for face in fonts.fonts() if face.path} == {folder}


def test_fonts_are_opened_once() -> None:
    assert fonts_for({SANS: {"一"}}, FOLDERS) is fonts_for({SANS: {"二"}}, FOLDERS)


def test_a_family_may_be_known_to_typst_by_another_of_its_names(tmp_path: Path) -> None:
    regular = next(face for face in find_faces(SANS, FOLDERS) if face.weight == 400)
    font = TTFont(regular.path, fontNumber=regular.index)
    subsetter = Subsetter(Options(name_IDs=["*"], name_languages=["*"], drop_tables=["GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx"]))
    subsetter.populate(text="一")
    subsetter.subset(font)
    font["name"].names = [record for record in font["name"].names if record.nameID not in {1, 16}]
    font["name"].setName("Harbor Song", 1, 3, 1, 0x409)
    font["name"].setName("港湾宋体", 1, 3, 1, 0x804)
    font.save(tmp_path / "house.otf")
    fonts = fonts_for({"港湾宋体": {"一"}, "Harbor Song": {"一"}}, (tmp_path,))
    assert fonts.names == {"港湾宋体": "Harbor Song", "Harbor Song": "Harbor Song"}


def test_a_family_that_is_not_there_is_an_error_and_no_substitute() -> None:
    with pytest.raises(EnvironmentFault, match="font family 'Harbor Grotesk' is not installed"):
        fonts_for({"Harbor Grotesk": {"一"}}, FOLDERS)


def test_characters_that_the_family_lacks_are_named() -> None:
    with pytest.raises(EnvironmentFault, match=f"in none of the fonts {SANS}: \U0001f5f8"):
        fonts_for({SANS: {"一", "\U0001f5f8"}}, FOLDERS)
