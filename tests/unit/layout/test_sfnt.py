from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz

from engine.base.workspace import Workspace
from engine.layout.font_files import find_faces, font_folders
from engine.layout.fonts import FontBook, open_fonts
from engine.layout.sfnt import Face, NotAFont, face_names


def test_faces_of_a_collection_are_named_with_their_index_and_weight(font_folder: Path) -> None:
    faces = face_names(font_folder / "PaperSans-Regular.ttc")
    assert [(face.index, sorted(face.families), face.weight, face.italic) for face in faces] == [
        (0, ["Paper Sans JP"], 400, False),
        (1, ["Paper Sans SC", "纸黑体"], 400, False),
    ]


def test_bold_file_has_its_weight(font_folder: Path) -> None:
    (face,) = face_names(font_folder / "PaperSans-Bold.ttf")
    assert face.weight == 700


def test_advance_is_in_em_and_none_without_a_glyph(paper: FontBook) -> None:
    assert paper.regular.advance("中") == 1.0
    assert paper.regular.advance("a") == 0.5
    assert paper.regular.advance("\U00020000") == 1.0  # beyond the basic plane: subtable format 12
    assert paper.regular.advance("ж") is None
    assert paper.regular.glyph("ж") == 0


def test_a_face_of_the_basic_plane_only_is_read_by_format_4(font_folder: Path) -> None:
    face = Face(face_names(font_folder / "PaperSans-Regular.ttc")[0])
    assert face.advance("A") == 0.9
    assert face.advance("B") is None
    assert face.advance("@") is None
    assert face.advance("\U00020000") is None


@pytest.mark.parametrize("content", [b"", b"no font at all", b"OTTO\x00\x09", b"ttcf\x00\x01\x00\x00\x00\x00\x00\x02\x00\x00"])
def test_damaged_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    with pytest.raises(NotAFont):
        face_names(path)


def test_a_font_without_character_map_is_refused(tmp_path: Path, font_folder: Path) -> None:
    path = tmp_path / "cut.ttf"
    path.write_bytes((font_folder / "PaperSans-Bold.ttf").read_bytes().replace(b"cmap", b"cmax", 1))
    with pytest.raises(NotAFont, match=r"cut\.ttf"):
        Face(face_names(path)[0])


def test_advances_agree_with_a_shaping_library(workspace: Workspace) -> None:
    """The installed Chinese font, every twentieth of its characters."""
    book = open_fonts("Noto Sans CJK SC", font_folders(workspace))
    assert find_faces(book.family, font_folders(workspace))
    for face in (book.regular, book.bold):
        reference = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.name.path)), face.name.index))
        upem = reference.face.upem
        for code in sorted(reference.face.unicodes)[::20]:
            expected = reference.get_glyph_h_advance(reference.get_nominal_glyph(code)) / upem
            assert face.advance(chr(code)) == expected, hex(code)
