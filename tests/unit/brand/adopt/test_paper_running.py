from __future__ import annotations

from lxml import etree

from engine.brand.adopt.paper_running import (
    has_page_number,
    height,
    is_visible,
    made_footer,
    made_header,
    put_title,
    says_the_title,
    title_control,
)
from engine.brand.adopt.word_xml import parsed
from engine.brand.paper_running_text import is_plain
from engine.brand.paper_template import StyleReader
from tests.support.company_papers import text_of

READER = StyleReader(parsed("<w:styles/>"))
TITLED = "<w:hdr><w:p><w:r><w:drawing/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Annual report of </w:t></w:r><w:r><w:t>Acme</w:t></w:r></w:p></w:hdr>"


def test_blank_parts_are_none() -> None:
    assert not is_visible(parsed("<w:hdr><w:p/></w:hdr>"))
    assert is_visible(parsed("<w:hdr><w:p><w:r><w:t>Acme</w:t></w:r></w:p></w:hdr>"))
    assert is_visible(parsed("<w:hdr><w:p><w:r><w:pict/></w:r></w:p></w:hdr>"))


def test_page_numbers_are_found_in_any_field() -> None:
    assert has_page_number(etree.fromstring(made_footer("F", 9000, ())))
    assert has_page_number(parsed('<w:ftr><w:p><w:fldSimple w:instr=" PAGE "/></w:p></w:ftr>'))
    assert not has_page_number(parsed('<w:ftr><w:p><w:fldSimple w:instr=" NUMPAGES "/></w:p></w:ftr>'))


def test_the_sample_s_title_gives_way_and_pictures_stay() -> None:
    root = parsed(TITLED)
    assert says_the_title(root, "The Annual report of Acme 2024, by the board")
    assert not says_the_title(root, "Something else altogether")
    put_title(root)
    xml = text_of(root)
    assert "<w:drawing/>" in xml
    assert "Annual" not in xml
    assert '<w:tag w:val="title"/>' in xml
    assert "<w:b/>" in xml


def test_made_parts_are_debrief_s_own() -> None:
    for xml in (made_header("H", 9000, (), contents=False), made_header("H", 9000, (), contents=True), made_footer("F", 9000, ())):
        assert is_plain(etree.fromstring(xml))
    assert '<w:tab w:val="clear" w:pos="9000"/>' in made_header("H", 14000, (9000, 14000), contents=False)
    assert '<w:tag w:val="title"/>' in text_of(title_control("title", "报告标题"))


def test_the_height_is_that_of_lines_rows_and_pictures() -> None:
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    picture = f'<w:p><w:r><w:drawing {wp}><wp:inline><wp:extent cx="0" cy="508000"/></wp:inline></w:drawing></w:r></w:p>'
    line = '<w:p><w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr></w:p>'
    row = f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="800"/></w:trPr><w:tc>{line}</w:tc></w:tr></w:tbl>'
    assert height(parsed(f"<w:hdr>{line}{picture}{row}</w:hdr>"), READER) == 15 + 40 + 40
