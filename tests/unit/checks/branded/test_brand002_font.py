from __future__ import annotations

import pytest

from engine.checks.branded.brand002_font import CHECK
from engine.probe.drawn import DrawnFile, DrawnFont, DrawnText
from tests.support.branded import told, wearing


def found(*texts: DrawnText) -> list[str]:
    return told(CHECK, DrawnFile("docx", texts=texts))


def test_a_font_from_elsewhere() -> None:
    assert found(wearing("一句话", page=0, faces=("Comic Sans MS",))) == [
        (
            "x BRAND002 “一句话” in the document is set in 'Comic Sans MS', which the theme 'harbor' has not / "
            "use the fonts of the theme: Microsoft YaHei, Noto Sans CJK SC"
        )
    ]


def test_fonts_are_told_once_a_place() -> None:
    twice = wearing("一", faces=("Arial", "SimHei"))
    assert len(found(twice, twice)) == 2


@pytest.mark.parametrize("faces", [(), ("Microsoft YaHei",), ("microsoft yahei", "NotoSansCJKSC")], ids=["theirs", "theme", "spelling"])
def test_fonts_of_the_brand_pass(faces: tuple[str, ...]) -> None:
    assert found(wearing("一句话", faces=faces)) == []


def test_fonts_of_a_pdf() -> None:
    fonts = tuple(DrawnFont(name, embedded=True) for name in ("ABCDEF+Noto-Sans-CJK-SC-Bold", "Noto-Sans-CJK-SC", "GHIJKL+Helvetica"))
    assert [line.split(" / ")[0] for line in told(CHECK, DrawnFile("pdf", fonts=fonts))] == [
        "x BRAND002 the PDF has the font 'GHIJKL+Helvetica', which the theme 'harbor' has not"
    ]
