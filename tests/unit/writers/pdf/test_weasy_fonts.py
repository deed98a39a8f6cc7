from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace
from engine.layout.font_files import find_faces, font_folders
from engine.writers.pdf.weasy_fonts import InstalledFonts


def test_an_installed_family_is_expected_from_then_on() -> None:
    fonts = InstalledFonts()
    fonts.expect("Noto Sans CJK SC")
    assert fonts.families == {"Noto Sans CJK SC"}


def test_the_files_of_a_family_are_known() -> None:
    files = InstalledFonts.cached().files("Noto Serif CJK SC")
    assert {"NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"} <= {file.name for file in files}
    assert InstalledFonts.cached().files("Harbor Song Fictional") == ()


def test_a_substitute_is_refused() -> None:
    with pytest.raises(EnvironmentFault, match="font family 'Microsoft YaHei UI Fictional' is not installed") as caught:
        InstalledFonts.cached().expect("Microsoft YaHei UI Fictional")
    assert caught.value.hint is not None
    assert "fonts-noto-cjk" in caught.value.hint.zh


def test_one_configuration_serves_all_documents() -> None:
    assert InstalledFonts.cached() is InstalledFonts.cached()


def test_fonts_of_a_workspace_are_found_by_name(tmp_path: Path) -> None:
    folders = font_folders(Workspace(tmp_path, tmp_path, dt.date(2025, 7, 8)))
    regular = next(face for face in find_faces("Noto Serif CJK SC", folders) if face.weight == 400)
    renamed = tmp_path / "house.otf"
    renamed.write_bytes(_renamed(regular.path, regular.index))
    fonts = InstalledFonts()
    with pytest.raises(EnvironmentFault):
        fonts.expect("Harbor Song")
    fonts.kept[1] = "met before"
    fonts.add([renamed, renamed])
    fonts.expect("Harbor Song")
    assert fonts.files("Harbor Song") == (renamed,)
    assert not fonts.kept  # a new file may stand for a family met before


def _renamed(path: Path, index: int) -> bytes:
    font = TTFont(path, fontNumber=index)
    for name_id in (1, 4, 16):
        font["name"].removeNames(nameID=name_id)
        font["name"].setName("Harbor Song", name_id, 3, 1, 0x409)
    options = Options(name_IDs=["*"], name_languages=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(text="一a")
    subsetter.subset(font)
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
