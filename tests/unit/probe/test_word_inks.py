from __future__ import annotations

import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree

from engine.probe.drawn_docx import drawn_in_docx
from engine.probe.word_inks import page_color
from tests.support.foreign import document
from tests.support.pale import Write, colored, shaded_cell, shading, styled

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def seen(*write: Write) -> list[str]:
    return [f"{ink.words}: {ink.color} on {ink.ground}" for ink in drawn_in_docx(document(*write)).inks]


def test_letters_on_the_page() -> None:
    assert seen(colored("一句话", "C8C8C8")) == ["一句话: C8C8C8 on FFFFFF"]


def test_a_style_names_the_colour() -> None:
    assert seen(styled("一句话", "Quote", "B0B0B0")) == ["一句话: B0B0B0 on FFFFFF"]


def test_shading_and_the_text_marker_are_the_ground() -> None:
    assert seen(colored("一句话", "FFFFFF", shade="1F3A5F")) == ["一句话: FFFFFF on 1F3A5F"]
    assert seen(colored("一句话", "FFFFFF", shade="1F3A5F", mark="yellow")) == ["一句话: FFFFFF on FFFF00"]


def test_a_cell_is_the_ground_where_it_or_no_style_is_shaded() -> None:
    assert seen(shaded_cell("12%", "FFFFFF", "1F3A5F")) == ["12%: FFFFFF on 1F3A5F"]
    assert seen(shaded_cell("12%", "CCCCCC")) == ["12%: CCCCCC on FFFFFF"]
    assert seen(shaded_cell("12%", "FFFFFF", style="Medium Shading 1 Accent 1")) == []


def test_letters_that_word_colours_itself_are_left_out() -> None:
    assert seen(lambda made: _plain(made, "一句话")) == []


@pytest.mark.parametrize("effect", ["w14:textFill", "w:vanish"])
def test_letters_with_an_effect_are_left_out(effect: str) -> None:
    def write(made: Document) -> None:
        colored("一句话", "CCCCCC")(made)
        name = "{http://schemas.microsoft.com/office/word/2010/wordml}textFill" if effect.startswith("w14") else qn(effect)
        etree.SubElement(made.paragraphs[-1].runs[0]._r.get_or_add_rPr(), name)

    assert seen(write) == []


def test_a_pattern_has_no_one_colour() -> None:
    def write(made: Document) -> None:
        colored("一句话", "CCCCCC")(made)
        made.paragraphs[-1]._p.get_or_add_pPr().append(shading("FFFFFF", "pct25"))

    assert seen(write) == []


def test_the_fill_of_a_text_box() -> None:
    def write(fill: str) -> Write:
        def add(made: Document) -> None:
            shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
            made.add_paragraph()._p.append(
                parse_xml(
                    f'<w:r {W}><w:drawing><wps:wsp xmlns:wps="{shape}" xmlns:a="{drawing}"><wps:spPr>{fill}</wps:spPr><wps:txbx>'
                    '<w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>注意</w:t></w:r></w:p></w:txbxContent>'
                    "</wps:txbx></wps:wsp></w:drawing></w:r>"
                )
            )

        return add

    assert seen(write('<a:solidFill><a:srgbClr val="F2A93B"/></a:solidFill>')) == ["注意: FFFFFF on F2A93B"]
    assert seen(write("<a:noFill/>")) == []


def test_the_colour_of_the_page() -> None:
    plain = etree.fromstring(f"<w:document {W}/>")
    assert page_color(plain, ()) == "FFFFFF"
    assert page_color(etree.fromstring(f'<w:document {W}><w:background w:color="f0e0d0"/></w:document>'), ()) == "F0E0D0"
    assert page_color(plain, [etree.fromstring(f'<w:hdr {W} {WP}><wp:anchor behindDoc="1"/></w:hdr>')]) == ""
    assert page_color(etree.fromstring(f'<w:document {W}><w:pict style="z-index:-1"/></w:document>'), ()) == ""


def test_letters_behind_the_text_hide_nothing() -> None:
    mark = f'<w:hdr {W} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="z-index:-9"><v:textpath string="机密"/></v:shape></w:hdr>'
    assert page_color(etree.fromstring(f"<w:document {W}/>"), [etree.fromstring(mark)]) == "FFFFFF"


def _plain(made: Document, words: str) -> None:
    run = made.add_paragraph().add_run(words)
    auto = OxmlElement("w:color")
    auto.set(qn("w:val"), "auto")
    run._r.get_or_add_rPr().append(auto)
