from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from engine.probe import office_fonts
from engine.probe.office_fonts import SANS, SERIF, stand_ins

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", xml)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _arial_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_fonts, "find_faces", lambda family, _: ("face",) if family == "Arial" else ())


def test_missing_faces_of_slides_and_theme_have_one_with_or_without_serifs() -> None:
    theme = f'<a:fonts {A}><a:latin typeface="Gotham"/><a:ea typeface=""/><a:font script="Jpan" typeface="Meiryo"/></a:fonts>'
    slide = f'<a:r {A}><a:latin typeface="Georgia"/><a:ea typeface="+mn-ea"/><a:buFont typeface="Wingdings"/><a:cs typeface="Arial"/></a:r>'
    assert stand_ins(package(ppt__theme__theme1=theme, ppt__slides__slide1=slide)) == {"Georgia": SERIF, "Gotham": SANS}


def test_faces_of_word_are_named_by_script() -> None:
    style = f'<w:rFonts {W} w:ascii="Arial" w:hAnsi="Lato" w:eastAsia="宋体"/>'
    assert stand_ins(package(word__styles=style)) == {"Lato": SANS, "宋体": SERIF}


def test_a_file_that_is_no_package_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"no zip")
    assert stand_ins(path.read_bytes()) == {}
