from __future__ import annotations

from dataclasses import replace

from engine.brand.adopt.paper_styles import exact_pitch, indent, is_automatic, no_number, spacing, tabs
from engine.brand.adopt.word_xml import parsed
from engine.brand.paper_running_text import _USUAL_STYLE
from tests.support.company_papers import styles_of, text_of

LIST = '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="List Bullet"/><w:basedOn w:val="a"/></w:style>'


def test_lines_of_chinese_are_a_third_higher_than_their_size() -> None:
    style = replace(_USUAL_STYLE, size=10.0)
    assert exact_pitch(style, 1.5) == 15.0
    assert exact_pitch(replace(style, lines=1.15), 1.5) == 15.0
    assert exact_pitch(replace(style, lines=0.5), 1.5) == 11.5  # never on top of each other
    assert exact_pitch(replace(style, pitch=17.5), 1.5) == 17.5


def test_styles_are_found_by_name_and_get_free_ids() -> None:
    styles = styles_of(LIST)
    assert (styles.id_of("list bullet"), styles.id_of("Quote"), styles.free_id("B"), styles.free_id("c")) == ("b", "", "B1", "c")
    assert styles.normal.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId") == "a"


def test_properties_say_what_word_would_choose_itself() -> None:
    assert text_of(spacing(6, 3, 18.5, automatic=False)) == '<w:spacing w:before="120" w:after="60" w:line="370" w:lineRule="exact"/>'
    assert 'w:beforeAutospacing="0"' in text_of(spacing(6, 3, None, automatic=True))
    holder = parsed("<w:pPr/>")
    indent(holder, 21, 0, -10.5)
    assert 'w:left="420"' in text_of(holder)
    assert 'w:hanging="210"' in text_of(holder)
    assert text_of(tabs("leader", 450)) == '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    assert text_of(no_number()) == '<w:numPr><w:numId w:val="0"/></w:numPr>'


def test_automatic_white_is_inherited() -> None:
    styles = styles_of(LIST.replace("</w:style>", '<w:pPr><w:spacing w:afterAutospacing="1"/></w:pPr></w:style>'))
    assert (is_automatic(styles, styles.node("b")), is_automatic(styles, styles.normal)) == (True, False)
