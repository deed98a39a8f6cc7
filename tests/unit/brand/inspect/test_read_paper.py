from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from engine.brand.inspect.seen_deck import FontUse
from engine.brand.inspect.seen_paper import SeenPaper, SeenStyle
from tests.support.templates import TYPES, changed, put_paper, seen_paper, swap

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return put_paper(tmp_path / "x.docx")


def style(paper: SeenPaper, name: str) -> SeenStyle:
    return next(each for each in paper.styles if each.name == name)


def test_sections_with_paper_orientation_and_running_texts(tmp_path: Path) -> None:
    paper = docx.Document()
    first = paper.sections[0]
    first.page_width, first.page_height = Mm(210), Mm(297)
    first.header.paragraphs[0].text = "Company"
    second = paper.add_section(WD_SECTION.NEW_PAGE)
    second.orientation, second.page_width, second.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "Page"
    second.different_first_page_header_footer = True
    paper.save(str(tmp_path / "x.docx"))
    one, two = seen_paper(tmp_path / "x.docx").sections
    assert [(each.page.page, each.page.landscape, each.different_first) for each in (one, two)] == [
        ("A4", False, False),
        ("A4", True, True),
    ]
    assert [(each.tag, each.kind, each.text, each.own) for each in one.running] == [("header", "default", "Company", True)]
    assert [(each.tag, each.text, each.own) for each in two.running] == [("header", "Company", False), ("footer", "Page", True)]


def test_a_section_without_paper_has_that_of_word(plain: Path) -> None:
    bare = changed(plain, {DOCUMENT: lambda blob: blob[: blob.index(b"<w:sectPr")] + b"<w:sectPr/></w:body></w:document>"})
    page = seen_paper(bare).sections[0].page
    assert (page.page, page.states_size, round(page.text_width.inches, 2)) == ("Letter", False, 6.5)


def test_sections_of_before_a_change_do_not_count(plain: Path) -> None:
    path = changed(plain, {DOCUMENT: swap("</w:sectPr>", "<w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>")})
    assert len(seen_paper(path).sections) == 1


def test_styles_with_part_outline_number_and_use(plain: Path) -> None:
    paper = seen_paper(plain)
    heading, bullet, normal = style(paper, "heading 1"), style(paper, "List Bullet"), style(paper, "Normal")
    assert (heading.built_in, heading.shown, heading.found_by, heading.outline, heading.used) == ("heading 1", "标题 1", "name", 1, 1)
    assert (heading.size, heading.bold, heading.color, heading.based_on) == (14.0, True, "365F91", "Normal")
    assert (bullet.numbering, bullet.outline, bullet.used) == ("\uf0b7", None, 1)
    assert (normal.used, normal.latin, normal.numbering) == (1, "Cambria", "")


def test_translated_names_and_outline_levels_that_are_said(plain: Path) -> None:
    paper = seen_paper(changed(plain, {STYLES: swap('<w:name w:val="heading 1"/>', '<w:name w:val="标题 1"/>')}))
    heading = style(paper, "标题 1")
    assert (heading.built_in, heading.found_by, heading.outline) == ("heading 1", "shown", 1)
    own = seen_paper(changed(plain, {STYLES: swap('<w:name w:val="标题 1"/>', '<w:name w:val="公司一级"/>')}))
    assert (style(own, "公司一级").built_in, style(own, "公司一级").outline) == ("", 1)


def test_a_ring_of_styles_ends(plain: Path) -> None:
    ring = swap('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="Heading1"/>')
    assert style(seen_paper(changed(plain, {STYLES: ring})), "Normal").built_in == "Normal"


def test_shading_is_the_ground_of_a_style(plain: Path) -> None:
    shaded = swap('<w:outlineLvl w:val="0"/>', '<w:shd w:val="clear" w:color="auto" w:fill="0b2239"/><w:outlineLvl w:val="0"/>')
    assert style(seen_paper(changed(plain, {STYLES: shaded})), "heading 1").ground == "0B2239"
    assert style(seen_paper(plain), "Normal").ground == ""


@pytest.mark.parametrize(("word", "form"), [("document", "document"), ("template", "template")])
def test_the_form_is_that_of_the_content_type(plain: Path, word: str, form: str) -> None:
    assert seen_paper(changed(plain, {TYPES: swap("wordprocessingml.document.main", f"wordprocessingml.{word}.main")})).form == form


def test_faces_of_theme_styles_and_text(plain: Path) -> None:
    path = changed(plain, {DOCUMENT: swap("<w:t>All is well.", '<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>All is well.')})
    fonts = seen_paper(path).fonts
    assert FontUse("黑体", "ea", ("text",)) in fonts
    assert fonts[0] == FontUse("Calibri", "latin", ("theme", "styles"))


def test_the_colour_map_of_word_is_that_of_drawings(plain: Path) -> None:
    theme = seen_paper(plain).theme
    assert theme is not None
    assert [f"{each.slot}={each.scheme}" for each in theme.colors] == [
        "bg1=lt1", "tx1=dk1", "bg2=lt2", "tx2=dk2", "accent1=accent1", "accent2=accent2", "accent3=accent3", "accent4=accent4",
        "accent5=accent5", "accent6=accent6", "hlink=hlink", "folHlink=folHlink",
    ]  # fmt: skip
    dark = swap('w:bg1="light1" w:t1="dark1"', 'w:bg1="dark1" w:t1="light1"')
    turned = seen_paper(changed(plain, {SETTINGS: dark})).theme
    assert turned is not None and [each.hex for each in turned.colors[:2]] == ["000000", "FFFFFF"]
