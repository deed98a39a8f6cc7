from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from engine.brand.inspect.roles import guessed_roles
from engine.brand.inspect.seen_deck import FontUse
from engine.cli.template_text import aligned, counted, deck_text, paper_text, ranges
from engine.probe.template_fonts import FontState
from tests.support.templates import changed, layout_part, put_deck, put_paper, seen_deck, seen_paper, swap

FONTS = (FontState(FontUse("微软雅黑", "ea", ("theme", "layouts")), installed=False, embedded=True),)


@pytest.mark.parametrize(("numbers", "text"), [((), ""), ((3,), "3"), ((1, 2, 3, 7, 9, 10), "1–3, 7, 9–10"), ((2, 1), "1–2")])
def test_numbers_as_people_list_them(numbers: tuple[int, ...], text: str) -> None:
    assert ranges(numbers) == text


def test_columns_are_aligned_by_display_width() -> None:
    assert list(aligned([("封面", "a"), ("x", "b", "c"), ("long one",)], 2)) == ["  封面      a", "  x         b  c", "  long one"]
    assert list(aligned([], 2)) == []


def test_one_and_many() -> None:
    assert (counted(1, "master"), counted(0, "slide"), counted(3, "layout")) == ("1 master", "0 slides", "3 layouts")


def lines_of(text: str, start: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip().startswith(start)]


def test_a_deck_in_english(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx", slides=(1, 2, 2)))
    text = deck_text("x.pptx", deck, FONTS, guessed_roles(deck), Language.EN)
    assert text.startswith(
        "x.pptx  PowerPoint presentation · 4:3, 10 × 7.5 in · 1 master, 11 layouts, 3 sample slides\n\nMaster 1  Office Theme  slides 1–3\n"
    )
    assert lines_of(text, "1.2") == ["  1.2   Title and Content        obj             on #FFFFFF    slides 2–3"]
    assert lines_of(text, "ctrTitle") == [
        "      ctrTitle  Title 1                     idx 0     0.75,  2.33   8.50 ×  1.61 in  placed by layout  44 pt  #000000 on #FFFFFF"
    ]
    assert lines_of(text, "微软雅黑") == ["  微软雅黑  ea  not installed, embedded  theme, layouts"]
    assert lines_of(text, "cover")[0].startswith("  cover    1.1 Title Slide")
    assert lines_of(text, "3  1.2") == ["  3  1.2  Slide 3"]


def test_a_deck_in_chinese_with_a_hidden_slide(tmp_path: Path) -> None:
    path = changed(put_deck(tmp_path / "x.pptx", slides=(1,)), {"ppt/slides/slide1.xml": swap("<p:sld ", '<p:sld show="0" ')})
    deck = seen_deck(changed(path, {layout_part(7): swap('type="dt"', 'type="hdr"')}))
    text = deck_text("x.pptx", deck, FONTS, guessed_roles(deck), Language.ZH)
    assert "1 个母版，11 个版式，1 张示例页" in text
    assert lines_of(text, "1  1.1") == ["  1  1.1  Slide 1    隐藏"]
    assert "位置来自无" in lines_of(text, "hdr")[0]
    assert lines_of(text, "目录") == ["  目录  1.2 Title and Content  （请核对）  因为 没有合适的专用版式，用内容版式"]


def test_a_paper_in_both_languages(tmp_path: Path) -> None:
    paper = seen_paper(put_paper(tmp_path / "x.docx"))
    english, chinese = (paper_text("x.docx", paper, FONTS, language) for language in (Language.EN, Language.ZH))
    assert "Section 1  Letter 216 × 279 mm · portrait · text width 152 mm" in english
    assert "第 1 节  Letter 216 × 279 mm · 纵向 · 版心宽 152 mm" in chinese
    (heading,) = lines_of(chinese, "heading 1")
    assert heading.split() == [
        "heading",
        "1",
        "标题",
        "1",
        "14",
        "pt",
        "粗",
        "Calibri",
        "/",
        "–",
        "#365F91",
        "大纲",
        "1",
        "级",
        "用",
        "1",
        "次",
    ]
    (bullet,) = [line for line in lines_of(english, "List Bullet") if "used" in line]
    assert "number •" in bullet and bullet.endswith("used 1 ×")
    assert "more (--json lists them all)" in english
