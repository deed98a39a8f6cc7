from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.units import Rect, Size, inch, mm
from engine.brand.inspect.read_deck import page_name
from engine.brand.inspect.seen_deck import FontUse, SeenPlaceholder
from tests.support.templates import MAIN, MASTER, THEME, TYPES, changed, layout, layout_part, put_deck, seen_deck, swap

SWAPPED = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
OWN_MAP = (
    f'<a:overrideClrMapping {SWAPPED} accent1="accent2" accent2="accent1" accent3="accent3" accent4="accent4" accent5="accent5" '
    'accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return put_deck(tmp_path / "x.pptx", slides=(1, 2))


def of_type(placeholders: tuple[SeenPlaceholder, ...], kind: str) -> SeenPlaceholder:
    return next(each for each in placeholders if each.type == kind)


@pytest.mark.parametrize(
    ("size", "name"),
    [
        (Size(inch(40 / 3), inch(7.5)), "16:9"),
        (Size(inch(10), inch(5.625)), "16:9"),
        (Size(inch(10), inch(6.25)), "16:10"),
        (Size(inch(10), inch(7.5)), "4:3"),
        (Size(mm(297), mm(210)), "A4"),
        (Size(mm(210), mm(297)), "A4"),
        (Size(inch(11), inch(8.5)), "Letter"),
        (Size(inch(26), inch(9)), "other"),
        (Size(inch(1), inch(0)), "other"),
    ],
)
def test_pages_are_called_as_people_call_them(size: Size, name: str) -> None:
    assert page_name(size) == name


def test_frames_come_from_the_layout_or_else_the_master(plain: Path) -> None:
    deck = seen_deck(plain)
    cover, content = layout(deck, "1.1"), layout(deck, "1.2")
    assert [(each.type, each.frame_from) for each in content.placeholders] == [
        ("title", "master"), ("obj", "master"), ("dt", "master"), ("ftr", "master"), ("sldNum", "master"),
    ]  # fmt: skip
    assert cover.title is not None and cover.title.frame_from == "layout"
    assert of_type(content.placeholders, "obj").frame == of_type(deck.masters[0].placeholders, "body").frame


def test_frames_of_a_slide_come_from_its_layout(plain: Path) -> None:
    moved = changed(plain, {"ppt/slides/slide2.xml": swap("<p:spPr/>", "<p:spPr/>")})
    cover, content = seen_deck(moved).slides
    assert [(each.type, each.frame_from) for each in cover.placeholders] == [("ctrTitle", "layout"), ("subTitle", "layout")]
    assert [(each.type, each.frame_from) for each in content.placeholders] == [("title", "master"), ("obj", "master")]


def test_a_frame_that_nobody_gives(plain: Path) -> None:
    orphan = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Lost"/><p:cNvSpPr/><p:nvPr><p:ph type="hdr" idx="77"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    path = changed(plain, {layout_part(7): swap("</p:spTree>", f"{orphan}</p:spTree>")})
    lost = layout(seen_deck(path), "1.7").placeholders[-1]
    assert (lost.name, lost.frame, lost.frame_from) == ("Lost", None, "")


def test_text_looks_come_down_to_the_text_styles_of_the_master(plain: Path) -> None:
    content = layout(seen_deck(plain), "1.2")
    title, body = of_type(content.placeholders, "title"), of_type(content.placeholders, "obj")
    assert (title.look.size, title.look.color, title.look.latin) == (44.0, "000000", "Calibri")
    assert (body.look.size, body.look.color) == (32.0, "000000")
    number = of_type(content.placeholders, "sldNum")
    assert number.look.size == 12.0


def test_dark_maps_turn_text_and_ground(plain: Path) -> None:
    deck = seen_deck(changed(plain, {MASTER: swap('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', SWAPPED)}))
    title = layout(deck, "1.2").title
    assert title is not None
    assert (title.look.color, title.ground.colors) == ("FFFFFF", ("000000",))
    assert [f"{each.slot}={each.scheme} {each.hex}" for each in deck.masters[0].theme.colors[:2]] == ["bg1=dk1 000000", "tx1=lt1 FFFFFF"]


def test_a_layout_may_have_a_map_of_its_own(plain: Path) -> None:
    deck = seen_deck(changed(plain, {layout_part(3): swap("<a:masterClrMapping/>", OWN_MAP)}))
    grounds = [layout(deck, number).ground.colors for number in ("1.2", "1.3")]
    assert grounds == [("FFFFFF",), ("000000",)]


def test_a_bar_under_the_title_is_its_ground(plain: Path) -> None:
    bar = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="9144000" cy="1600200"/></a:xfrm><a:prstGeom prst="rect"/><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>'
    )
    path = changed(plain, {MASTER: swap("</p:grpSpPr>", f"</p:grpSpPr>{bar}")})
    content = layout(seen_deck(path), "1.2")
    assert content.title is not None
    assert (content.title.ground.colors, of_type(content.placeholders, "obj").ground.colors) == (("4F81BD",), ("FFFFFF",))
    alone = layout(seen_deck(changed(path, {layout_part(2): swap("<p:sldLayout ", '<p:sldLayout showMasterSp="0" ')})), "1.2")
    assert alone.title is not None and not alone.shows_master
    assert alone.title.ground.colors == ("FFFFFF",)


@pytest.mark.parametrize(("word", "form"), [("presentation", "presentation"), ("template", "template"), ("slideshow", "slide show")])
def test_the_form_is_that_of_the_content_type(plain: Path, word: str, form: str) -> None:
    main = "presentationml.presentation.main"
    assert seen_deck(changed(plain, {TYPES: swap(main, f"presentationml.{word}.main")})).form == form


def test_sample_slides_with_titles_and_what_they_hold(plain: Path) -> None:
    path = changed(plain, {"ppt/slides/slide2.xml": swap("<p:sld ", '<p:sld show="0" ')})
    first, second = seen_deck(path).slides
    assert (first.number, first.layout, first.title, first.hidden, first.shapes) == (1, "1.1", "Slide 1", False, 2)
    assert (second.layout, second.hidden, second.charts, second.tables, second.pictures) == ("1.2", True, 0, 0, 0)


def test_titles_of_several_lines_are_one(plain: Path) -> None:
    path = changed(
        plain, {"ppt/slides/slide1.xml": swap("<a:t>Slide 1</a:t></a:r>", "<a:t>Annual</a:t></a:r><a:br/><a:r><a:t>review</a:t></a:r>")}
    )
    assert seen_deck(path).slides[0].title == "Annual review"


def test_sections_with_slides_and_without(plain: Path) -> None:
    sections = (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Start" id="{1}"><p14:sldIdLst>'
        '<p14:sldId id="256"/><p14:sldId id="999"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>'
    )
    path = changed(plain, {MAIN: lambda blob: blob.split(b"<p:extLst>")[0].replace(b"</p:presentation>", b"") + sections.encode()})
    (section,) = seen_deck(path).sections
    assert (section.name, section.slides, section.missing) == ("Start", (1,), (999,))


def test_fonts_of_theme_layouts_and_slides(plain: Path) -> None:
    run = '<a:rPr><a:latin typeface="Lato"/></a:rPr><a:t>Slide 1</a:t>'
    path = changed(
        plain, {"ppt/slides/slide1.xml": swap("<a:t>Slide 1</a:t>", run), THEME: swap('<a:ea typeface=""/>', '<a:ea typeface="黑体"/>')}
    )
    found = seen_deck(path).fonts
    assert found == (FontUse("Calibri", "latin", ("theme",)), FontUse("黑体", "ea", ("theme",)), FontUse("Lato", "latin", ("slides",)))


def test_an_explicit_frame_is_read_as_it_is(plain: Path) -> None:
    assert layout(seen_deck(plain), "1.1").placeholders[1].frame == Rect.inches(1.5, 4.25, 7, 1 + 0.9166667)
