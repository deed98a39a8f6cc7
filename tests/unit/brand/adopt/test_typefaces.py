from __future__ import annotations

import pytest

from engine.brand.adopt.typefaces import ChosenFace, chosen_face, is_serif
from engine.brand.inspect.seen_theme import FontSet


def chosen(latin: str, ea: str, hans: str, *installed: str) -> ChosenFace:
    return chosen_face(FontSet(latin, ea, "", hans), lambda name: name in installed)


def test_faces_that_are_there_are_taken_as_they_are() -> None:
    assert chosen("Arial", "SimHei", "", "Arial", "SimHei") == ChosenFace("Arial", "SimHei", "SimHei", ())


def test_a_theme_without_chinese_takes_its_fallback() -> None:
    face = chosen("Georgia", "", "宋体", "Noto Serif CJK SC", "Noto Sans CJK SC")
    assert (face.ea, face.pdf) == ("宋体", "Noto Serif CJK SC")
    assert [note.en for note in face.notes] == [
        "the template names no Chinese face: '宋体', its fallback for simplified Chinese",
        "'宋体' is not installed here: PDF and measuring take 'Noto Serif CJK SC'",
        "'Georgia' is not installed here: Latin text of the PDF is in 'Noto Serif CJK SC', too",
    ]


def test_serifs_and_none_do_not_mix() -> None:
    assert chosen("Arial", "", "宋体", "Noto Sans CJK SC").ea == "Microsoft YaHei"
    assert chosen("Arial", "", "黑体", "Noto Sans CJK SC").ea == "黑体"


def test_a_face_without_han_signs_is_none() -> None:
    face = chosen("Calibri", "Calibri", "", "Calibri", "Noto Sans CJK SC")
    assert (face.latin, face.ea, face.pdf) == ("Calibri", "Microsoft YaHei", "Noto Sans CJK SC")


def test_a_theme_without_any_face() -> None:
    face = chosen("", "", "")
    assert (face.latin, face.ea, face.pdf) == ("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")


@pytest.mark.parametrize(
    ("face", "serif"), [("宋体", True), ("仿宋_GB2312", True), ("Noto Serif CJK SC", True), ("微软雅黑", False), ("Noto Sans SC", False)]
)
def test_serifs_by_name(face: str, serif: bool) -> None:
    assert is_serif(face) is serif
