from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from engine.base.units import inch
from engine.model.blocks import Align
from engine.model.deck import Anchor, BulletMark, Run, TextLine
from engine.model.theme import Color, FontFace
from engine.writers.pptx.ink import Ink
from engine.writers.pptx.text import TextWriter, body_properties
from tests.unit.writers.pptx.sample_deck import harbor

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BLACK = Color("000000")


def writer(language: str = "zh-CN") -> TextWriter:
    brand = harbor()
    return TextWriter(brand.theme, brand.office, Ink(brand.office), language)


def refuse(address: str) -> str:
    raise AssertionError(address)


def paragraph(line: TextLine, language: str = "zh-CN") -> str:
    return writer(language).paragraph(line, refuse)


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:a="{A}" xmlns:r="{R}">{xml}</x>')


def test_a_paragraph() -> None:
    line = TextLine((Run("年货节", 14, BLACK, bold=True),), 22.5, Align.RIGHT, after=6)
    assert paragraph(line) == (
        '<a:p><a:pPr marL="0" indent="0" algn="r" hangingPunct="0"><a:lnSpc><a:spcPts val="2250"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="600"/></a:spcAft><a:buNone/></a:pPr>'
        '<a:r><a:rPr lang="zh-CN" altLang="en-US" sz="1400" b="1" dirty="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:rPr><a:t>年货节</a:t></a:r></a:p>'
    )


def test_a_face_that_is_not_the_themes_is_named() -> None:
    serif = FontFace("SimSun", "宋体", "Noto Serif CJK SC")
    assert '<a:latin typeface="SimSun"/><a:ea typeface="宋体"/><a:cs typeface="SimSun"/>' in paragraph(
        TextLine((Run("“", 40, BLACK, face=serif),), 44)
    )


def test_titles_follow_the_heading_font() -> None:
    xml = writer().paragraphs((TextLine((Run("结论", 26, BLACK),), 35),), refuse, title=True)
    assert '<a:ea typeface="+mj-ea"/>' in xml


def test_english_text_says_so() -> None:
    assert '<a:rPr lang="en-US" altLang="zh-CN"' in paragraph(TextLine((Run("Plan", 14, BLACK),), 20), "en")


def test_a_soft_return_has_the_size_of_its_run() -> None:
    found = parsed(paragraph(TextLine((Run("上\n\n下", 14, BLACK),), 20)))
    tags = [etree.QName(node).localname for node in found[0]]
    assert tags == ["pPr", "r", "br", "br", "r"]
    assert {node.get("sz") for node in found.iter(f"{{{A}}}rPr")} == {"1400"}


def test_a_bullet_hangs() -> None:
    mark = BulletMark(Color("1A6585", "accent1"), inch(0.19))
    xml = paragraph(TextLine((Run("要点", 14, BLACK),), 20, bullet=mark))
    assert '<a:pPr marL="173736" indent="-173736" algn="l"' in xml
    assert '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="42000"/><a:buFont typeface="Arial"/><a:buChar char="■"/>' in xml


def test_a_nested_bullet_stands_further_in() -> None:
    mark = BulletMark(Color("1A6585", "accent1"), inch(0.19), left=inch(0.2))
    assert '<a:pPr marL="356616" indent="-173736"' in paragraph(TextLine((Run("细节", 12, BLACK),), 17, bullet=mark))


def test_an_empty_paragraph_is_no_taller_than_its_pitch() -> None:
    assert '<a:endParaRPr lang="zh-CN" altLang="en-US" sz="1000"/></a:p>' in paragraph(TextLine((Run("", 10, BLACK),), 15))
    assert writer().paragraphs((), refuse).startswith("<a:p><a:endParaRPr")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.com/a?b=1&c=%20", "https://example.com/a?b=1&c=%20"),
        ("https://example.com/报 表", "https://example.com/%E6%8A%A5%20%E8%A1%A8"),
        ("mailto:lin@example.com", "mailto:lin@example.com"),
    ],
)
def test_links_are_percent_encoded(address: str, written: str) -> None:
    asked: list[str] = []

    def relate(target: str) -> str:
        asked.append(target)
        return "rId7"

    xml = writer().paragraph(TextLine((Run("平台", 12, BLACK, link=address),), 18), relate)
    assert asked == [written]
    assert '<a:hlinkClick r:id="rId7"/></a:rPr>' in xml


def test_other_links_are_our_own_mistake() -> None:
    with pytest.raises(AssertionError, match="loaders refuse"):
        paragraph(TextLine((Run("x", 12, BLACK, link="javascript:alert(1)"),), 18))


def test_the_page_number_is_a_field() -> None:
    line = TextLine((Run("7", 10, BLACK, bold=True),), 14, Align.RIGHT)
    xml = writer().page_number(line)
    assert '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr' in xml
    assert xml.endswith("</a:rPr><a:t>7</a:t></a:fld></a:p>")


def test_a_figure_is_on_one_line_whatever_its_font() -> None:
    assert ' wrap="none" ' in body_properties(Anchor.MIDDLE, one_line=True)


def test_nothing_relies_on_the_layouts_insets_or_autofit() -> None:
    assert body_properties(Anchor.MIDDLE) == (
        '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
    )


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), max_size=20), max_size=4))
def test_every_character_arrives(texts: list[str]) -> None:
    allowed = [text.replace("\ufffe", "").replace("\uffff", "") for text in texts]
    line = TextLine(tuple(Run(text, 12, BLACK) for text in allowed), 18)
    found = parsed(paragraph(line))
    read = "".join(node.text or "" if node.tag == f"{{{A}}}t" else "\n" for node in found.iter(f"{{{A}}}t", f"{{{A}}}br"))
    assert read == line.plain
    assert replace(line) == line
