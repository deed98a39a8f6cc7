from __future__ import annotations

import re

import pytest

from engine.base.records import replace
from engine.base.units import Length, Point, Rect, inch
from engine.brand.deck_layout import Slot
from engine.model.deck import Anchor, Geometry, Line, Picture, Polygon, Run, Shape, Stroke, TextBox, TextLine
from engine.model.theme import Color
from engine.writers.pptx import shapes
from engine.writers.pptx.ink import Ink
from engine.writers.pptx.text import TextWriter
from tests.unit.writers.pptx.sample_deck import harbor

INK = Ink(harbor().office)
TEXT = TextWriter(harbor().theme, harbor().office, INK, "zh-CN")
RED = Color("FF0000")
FRAME = Rect.inches(1, 2, 3, 1)


def box(slot: str | None, frame: Rect = FRAME) -> str:
    item = TextBox("x", frame, (TextLine((Run("5", 10, RED),), 14),), Anchor.TOP, slot)
    found = harbor().layout("content").slots.get(slot) if slot else None
    return shapes.text_box(item, "<p:cNvPr/>", found, TEXT, str)


def test_heads_are_escaped() -> None:
    assert shapes.head(7, 'a"b', "甲<乙") == '<p:cNvPr id="7" name="a&quot;b" descr="甲&lt;乙"/>'
    assert shapes.head(7, "a") == '<p:cNvPr id="7" name="a"/>'
    assert 'decorative" val="1"/>' in shapes.decorative_head(7, "a")


def test_a_placeholder_in_its_place_writes_no_geometry() -> None:
    xml = box("title", harbor().layout("content").slot("title").frame)
    assert '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/>' in xml


def test_a_placeholder_that_the_contract_moved_says_where() -> None:
    slot = replace(harbor().layout("content").slot("title"), frame=FRAME, moved=True)
    xml = shapes.text_box(TextBox("x", FRAME, (TextLine((Run("5", 10, RED),), 14),), Anchor.TOP, "title"), "<p:cNvPr/>", slot, TEXT, str)
    assert '<p:ph type="title"/>' in xml and '<a:off x="914400" y="1828800"/>' in xml


def test_a_placeholder_elsewhere_says_where() -> None:
    xml = box("takeaway")
    assert '<p:ph type="body" idx="13"/>' in xml
    assert '<p:spPr><a:xfrm><a:off x="914400" y="1828800"/><a:ext cx="2743200" cy="914400"/></a:xfrm></p:spPr>' in xml


def test_a_content_placeholder_has_no_type() -> None:
    assert '<p:ph idx="1"/>' in box("body_area")


def test_a_free_text_box() -> None:
    assert '<p:cNvSpPr txBox="1"/><p:nvPr/>' in box(None)


def test_only_the_page_number_is_a_field() -> None:
    assert 'type="slidenum"' in box("page_number")
    assert 'type="slidenum"' not in box("source")


@pytest.mark.parametrize(
    ("geometry", "radius", "guide"),
    [
        (Geometry.RECT, 0.1, ""),
        (Geometry.ROUND_RECT, 0.08, "8000"),
        (Geometry.ROUND_RECT, 9, "50000"),  # a pill
        (Geometry.CHEVRON, 0.16, "16000"),
        (Geometry.HOME_PLATE, 9, "300000"),  # no deeper than the shape is long
        (Geometry.OVAL, 0, ""),
    ],
)
def test_adjustments(geometry: Geometry, radius: float, guide: str) -> None:
    xml = shapes.shape(Shape("x", FRAME, geometry, RED, radius=inch(radius)), "<p:cNvPr/>", INK)
    assert f'prst="{geometry.value}"' in xml
    assert "".join(re.findall(r'fmla="val (\d+)"', xml)) == guide


def test_a_shape_without_area_has_no_adjustment() -> None:
    flat = Shape("x", Rect(inch(1), inch(1), inch(1), Length(0)), Geometry.ROUND_RECT, RED, radius=inch(0.1))
    assert "<a:avLst></a:avLst>" in shapes.shape(flat, "", INK)


def test_a_shape_draws_only_what_it_has() -> None:
    xml = shapes.shape(Shape("x", FRAME), "", INK)
    assert xml.endswith("<a:noFill/><a:ln><a:noFill/></a:ln></p:spPr></p:sp>")


def test_a_polygon_is_relative_to_its_box() -> None:
    points = (Point(inch(1), inch(1)), Point(inch(3), inch(1)), Point(inch(2), inch(2)))
    xml = shapes.polygon(Polygon("x", points, RED), "", INK)
    assert '<a:off x="914400" y="914400"/><a:ext cx="1828800" cy="914400"/>' in xml
    assert re.findall(r'<a:pt x="(\d+)" y="(\d+)"/>', xml) == [("0", "0"), ("1828800", "0"), ("914400", "914400")]
    assert '<a:path w="1828800" h="914400">' in xml


@pytest.mark.parametrize(
    ("start", "end", "flip"),
    [((1, 1), (2, 2), ""), ((2, 1), (1, 2), ' flipH="1"'), ((1, 2), (2, 1), ' flipV="1"'), ((2, 2), (1, 1), ' flipH="1" flipV="1"')],
)
def test_lines_point_where_they_go(start: tuple[float, float], end: tuple[float, float], flip: str) -> None:
    item = Line("x", Point(*map(inch, start)), Point(*map(inch, end)), Stroke(RED, 1))
    xml = shapes.line(item, "", INK)
    assert f'<a:xfrm{flip}><a:off x="914400" y="914400"/><a:ext cx="914400" cy="914400"/></a:xfrm>' in xml


def test_a_picture() -> None:
    xml = shapes.picture(Picture("x", FRAME, "a.png", b"", "甲"), shapes.head(2, "x", "甲"), "rId3")
    assert '<a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch>' in xml
    assert 'descr="甲"' in xml


def test_a_hidden_title_is_wholly_above_the_slide() -> None:
    height = inch(0.5)
    assert shapes.above_the_slide(height) + height < 0


def test_a_title_without_a_placeholder_of_the_layout_is_one_all_the_same() -> None:
    item = TextBox("x", FRAME, (TextLine((Run("5", 10, RED),), 14),), Anchor.TOP, "title")
    xml = shapes.text_box(item, "<p:cNvPr/>", Slot("", 0, "", FRAME), TEXT, str)
    assert '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="914400" y="1828800"/>' in xml


def test_words_do_not_go_into_a_placeholder_for_pictures() -> None:
    item = TextBox("x", FRAME, (TextLine((Run("5", 10, RED),), 14),), Anchor.TOP, "source")
    xml = shapes.text_box(item, "<p:cNvPr/>", Slot("Picture 1", 13, "pic", FRAME), TEXT, str)
    assert "<p:ph" not in xml and '<p:cNvSpPr txBox="1"/>' in xml


def test_capitals_of_the_layout_are_taken_away() -> None:
    item = TextBox("x", FRAME, (TextLine((Run("5", 10, RED),), 14),), Anchor.TOP, "source")
    xml = shapes.text_box(item, "<p:cNvPr/>", Slot("Text 1", 13, "body", FRAME, styled=True), TEXT, str)
    assert 'cap="none"' in xml and 'spc="0"' in xml


def test_a_slide_has_one_title() -> None:
    item = TextBox("x", FRAME, (TextLine((Run("5", 10, RED),), 14),), Anchor.TOP, "unit")
    xml = shapes.text_box(item, "<p:cNvPr/>", Slot("Title 1", 0, "title", FRAME), TEXT, str)
    assert "<p:ph" not in xml and '<p:cNvSpPr txBox="1"/>' in xml
