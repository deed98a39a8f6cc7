from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Location, Severity
from engine.base.errors import EnvironmentFault
from engine.layout.fonts import FontBook, open_fonts, substitution
from tests.unit.layout.conftest import build_font, widths_of

HERE = Location("content/a/report.yaml", 3, 1)


def test_both_weights_are_measured(paper: FontBook) -> None:
    assert (paper.advance("中"), paper.advance("a"), paper.advance("a", bold=True)) == (1.0, 0.5, 0.6)


def test_what_the_font_lacks_is_estimated(paper: FontBook) -> None:
    assert paper.advance("한") == 1.0  # wide by East Asian width
    assert paper.advance("ж") == 0.6


@pytest.mark.parametrize("char", ["\u200b", "\u200d", "\u2060", "\ufe0f", "\u0301", "\x07"])
def test_marks_joiners_and_controls_take_no_room(paper: FontBook, char: str) -> None:
    assert paper.advance(char) == 0.0


def test_missing_glyphs_are_named_once_in_order(paper: FontBook) -> None:
    assert paper.missing_glyphs("完成✔，ж\u200d未完成✔☑\ufe0f a\n") == ("✔", "ж", "☑")


def test_the_same_family_is_opened_once(paper: FontBook, font_folder: Path) -> None:
    assert open_fonts("Paper Sans SC", (font_folder,)) is paper


def test_family_without_bold_is_measured_in_regular(tmp_path: Path) -> None:
    build_font("Thin SC", widths_of(500)).save(tmp_path / "thin.ttf")
    book = open_fonts("Thin SC", (tmp_path,))
    assert book.advance("a", bold=True) == 0.5


def test_absent_family_is_replaced_and_reported(tmp_path: Path) -> None:
    build_font("Noto Sans CJK SC", widths_of(500)).save(tmp_path / "NotoSansCJK.ttf")
    book = open_fonts("华文中宋", (tmp_path,))
    assert (book.requested, book.family) == ("华文中宋", "Noto Sans CJK SC")
    finding = substitution(book, HERE)
    assert finding is not None
    assert (finding.code, finding.severity, finding.where) == ("FONT002", Severity.WARNING, HERE)
    assert "没有安装字体“华文中宋”，改用“Noto Sans CJK SC”" in finding.message.zh
    assert finding.hint is not None


def test_a_serif_is_replaced_by_a_serif_first(tmp_path: Path) -> None:
    build_font("Noto Sans CJK SC", widths_of(500)).save(tmp_path / "a.ttf")
    build_font("Noto Serif CJK SC", widths_of(480)).save(tmp_path / "b.ttf")
    assert open_fonts("宋体", (tmp_path,)).family == "Noto Serif CJK SC"
    assert open_fonts("微软雅黑", (tmp_path,)).family == "Noto Sans CJK SC"


def test_the_family_asked_for_is_no_finding(paper: FontBook) -> None:
    assert substitution(paper, HERE) is None


def test_no_chinese_font_at_all_is_an_environment_fault_with_its_mend(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"FONT001 font 'Noto Sans CJK SC' is not installed") as raised:
        open_fonts("Noto Sans CJK SC", (tmp_path,))
    assert raised.value.message.zh.startswith("FONT001 找不到字体“Noto Sans CJK SC”")
    assert raised.value.hint is not None
    assert "apt install fonts-noto-cjk" in raised.value.hint.en
    assert "assets/fonts/" in raised.value.hint.zh


def test_letters_of_a_wide_latin_face_are_measured_wider(paper: FontBook, font_folder: Path) -> None:
    wide = open_fonts("Paper Sans SC", (font_folder,), "Verdana")
    assert wide.advance("a") == pytest.approx(paper.advance("a") * 1.15)
    assert wide.advance("a", bold=True) == pytest.approx(paper.advance("a", bold=True) * 1.21)
    assert wide.advance("中") == paper.advance("中")
