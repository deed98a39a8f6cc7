from __future__ import annotations

from pathlib import Path

import pytest

from engine.brand.inspect.deck_problems import body_areas
from tests.support.templates import MAIN, MASTER, THEME, TYPES, changed, layout, layout_part, problems, put_deck, seen_deck, swap, told

BODY = 'typeface="Calibri"/><a:ea typeface=""/>'


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A widescreen template with a Chinese font: nothing is wrong with it but frames that were made for 4:3."""
    return changed(put_deck(tmp_path / "x.pptx", wide=True), {THEME: swap(BODY, 'typeface="Calibri"/><a:ea typeface="微软雅黑"/>')})


def test_a_sound_template(sound: Path) -> None:
    assert told(sound) == []


def test_any_page_size_but_no_chinese_font(tmp_path: Path) -> None:
    assert told(put_deck(tmp_path / "x.pptx")) == [
        "x.pptx!1 Office Theme: TMPL015 the theme names no East Asian face, only the fallback '宋体', which not every program takes",
    ]


def test_headings_and_body_are_told_apart(sound: Path) -> None:
    def one_empty(blob: bytes) -> bytes:
        return blob.replace('<a:ea typeface="微软雅黑"/>'.encode(), b'<a:ea typeface=""/>', 1)

    (found,) = told(changed(sound, {THEME: one_empty}))
    assert found.startswith("x.pptx!1 Office Theme: TMPL015 the heading font names no East Asian face")


def test_layouts_of_one_name(sound: Path) -> None:
    path = changed(sound, {layout_part(3): swap('<p:cSld name="Section Header">', '<p:cSld name="Title Slide">')})
    assert told(path) == ["x.pptx: TMPL016 2 layouts are called 'Title Slide': 1.1, 1.3"]


def test_layouts_without_a_title_but_for_blank_ones(sound: Path) -> None:
    path = changed(sound, {layout_part(6): swap('<p:ph type="title"/>', '<p:ph type="body" idx="20"/>')})
    assert told(path) == ["x.pptx: TMPL017 one layout has no title placeholder: 1.6 Title Only"]
    both = changed(path, {layout_part(2): swap('<p:ph type="title"/>', '<p:ph type="body" idx="20"/>')})
    assert told(both)[0] == "x.pptx: TMPL017 2 layouts have no title placeholder: 1.2 Title and Content, 1.6 Title Only"


def test_placeholders_of_one_name(sound: Path) -> None:
    path = changed(sound, {layout_part(2): swap('name="Content Placeholder 2"', 'name="Title 1"')})
    assert told(path) == ["x.pptx!1.2 Title and Content: TMPL009 2 placeholders are called 'Title 1'"]


def test_a_placeholder_off_the_slide(sound: Path) -> None:
    path = changed(sound, {layout_part(1): swap('<a:off x="685800" y="2130425"/>', '<a:off x="-914400" y="6400800"/>')})
    (found,) = problems(path)
    assert str(found.where) == "x.pptx!1.1 Title Slide"
    assert found.message.en == "the placeholder 'Title 1' reaches off the slide: 1.00 in left, 1.11 in below"
    assert found.message.zh == "占位符“Title 1”伸出页面：左 1.00 英寸，下 1.11 英寸"


def test_a_placeholder_without_a_place(sound: Path) -> None:
    path = changed(sound, {layout_part(7): swap('<p:ph type="dt" sz="half" idx="10"/>', '<p:ph type="hdr" idx="10"/>')})
    assert told(path) == ["x.pptx!1.7 Blank: TMPL018 the placeholder 'Date Placeholder 1' has no place"]


def test_text_that_is_hard_to_read(sound: Path) -> None:
    pale = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="333333"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>'
    found = told(changed(sound, {layout_part(6): swap("<p:spTree>", pale)}))
    assert found == ["x.pptx!1.6 Title Only: TMPL020 text of 'Title 1', #000000 on #333333, has a contrast of 1.7:1; 3:1 is needed"]


def test_no_room_for_content_anywhere(sound: Path) -> None:
    names = {layout_part(number): lambda blob: blob.replace(b'type="title"', b'type="body" idx="0"') for number in range(1, 12)}
    assert any(
        "TMPL021 no layout has both a title and a body placeholder of a quarter of the slide" in line
        for line in told(changed(sound, names))
    )


def test_body_areas_are_those_of_a_quarter_of_the_slide(sound: Path) -> None:
    deck = seen_deck(sound)
    assert [len(body_areas(layout(deck, number), deck.size)) for number in ("1.1", "1.2", "1.6")] == [0, 1, 0]


def test_a_dangling_section_list(sound: Path) -> None:
    sections = (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Start" id="{1}"><p14:sldIdLst>'
        '<p14:sldId id="999"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>'
    )
    path = changed(sound, {MAIN: lambda blob: blob.split(b"<p:extLst>")[0].replace(b"</p:presentation>", b"") + sections.encode()})
    assert told(path) == ["x.pptx!Start: TMPL019 the section 'Start' lists 1 slides that do not exist; PowerPoint may offer a repair"]


def test_a_slide_show_under_another_name_is_a_note(sound: Path) -> None:
    main = {TYPES: swap("presentationml.presentation.main", "presentationml.slideshow.main")}
    (found,) = problems(changed(sound, main))
    assert (found.code, found.severity.value, found.message.en) == ("TMPL006", "info", "inside, the file is a slide show (.ppsx)")
    assert told(changed(sound, {}, "x.ppsx")) == []


def test_macros_beside_an_innocent_type(sound: Path) -> None:
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="vbaProject.bin"/></Relationships>'
    path = changed(sound, {"ppt/_rels/presentation.xml.rels": swap("</Relationships>", relation), "ppt/vbaProject.bin": lambda _: b"x"})
    assert told(path) == ["x.pptx: TMPL006 the file carries macros (ppt/vbaProject.bin); they never reach what is built"]


def test_a_dark_map_is_no_trouble(sound: Path) -> None:
    assert told(changed(sound, {MASTER: swap('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')})) == []
