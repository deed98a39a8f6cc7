from __future__ import annotations

from lxml import etree

from engine.brand.inspect.seen_theme import FontSet, SeenTheme
from engine.brand.inspect.word_fonts import FontReader

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
THEME = SeenTheme("", (), FontSet("Georgia", "黑体", "", ""), FontSet("Arial", "", "Times", "等线"), {})
DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:rPrDefault></w:docDefaults>'


def element(text: str) -> etree._Element:
    """Return the element in a text of Word's prefix."""
    return etree.fromstring(f'<x xmlns:w="{W}">{text}</x>')[0]


def reader(language: str = "zh-CN", theme: SeenTheme | None = THEME) -> FontReader:
    return FontReader(element(f"<w:styles>{DEFAULTS}</w:styles>"), theme, language)


def style(fonts: str) -> etree._Element:
    return element(f"<w:style><w:rPr><w:rFonts {fonts}/></w:rPr></w:style>")


def test_document_defaults_through_the_theme() -> None:
    assert reader().faces([]) == ("Arial", "等线")
    assert reader(language="ja-JP").faces([]) == ("Arial", "")
    assert reader(theme=None).faces([]) == ("", "")


def test_the_nearest_style_that_says_something_wins() -> None:
    near, far = style('w:ascii="Lato"'), style('w:asciiTheme="majorHAnsi" w:eastAsia="微软雅黑"')
    assert reader().faces([far, near]) == ("Lato", "微软雅黑")
    assert reader().faces([near, far]) == ("Georgia", "微软雅黑")


def test_a_reference_beats_the_name_beside_it() -> None:
    assert reader().faces([style('w:ascii="Lato" w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia"')]) == ("Georgia", "黑体")
    assert reader().faces([style('w:eastAsiaTheme="minorHAnsi"')]) == ("Arial", "Arial")
    assert reader().faces([style('w:eastAsiaTheme="minorBidi"')])[1] == "Times"


def test_one_run_by_itself() -> None:
    fonts = style('w:ascii="Lato"').find(f".//{{{W}}}rFonts")
    assert fonts is not None
    assert (reader().face(fonts, "latin"), reader().face(fonts, "ea")) == ("Lato", "")
