from __future__ import annotations

from engine.base.diagnostics import Location, Phrase
from engine.brand.inspect.faces import east_asian_trouble

SUBJECT = Phrase("主题字体", "the theme")


def message(ea: str, hans: str = "") -> str | None:
    found = east_asian_trouble(ea, hans, SUBJECT, Location("x.pptx"))
    return None if found is None else found.message.en


def test_a_face_with_chinese_is_no_trouble() -> None:
    assert message("微软雅黑") is None
    assert message("Noto Sans SC") is None


def test_no_face_one_for_some_programs_and_one_without_chinese() -> None:
    assert message("") == "the theme names no East Asian face: each program takes what it likes for Chinese"
    assert message("", "宋体") == "the theme names no East Asian face, only the fallback '宋体', which not every program takes"
    assert message("Calibri") == "the East Asian face of the theme is 'Calibri', which has no Chinese signs"


def test_the_chinese_of_it() -> None:
    found = east_asian_trouble("", "宋体", SUBJECT, Location("x.pptx"))
    assert found is not None and found.code == "TMPL015"
    assert found.message.zh == "主题字体没有中文字体，只列了替补“宋体”，并非所有软件都用"
