from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.slide import Slide

from engine.probe.drawn_pptx import drawn_in_pptx
from tests.support.foreign import CONTENT, Draw, all_of, first_run, slides
from tests.support.pale import cell, ground, inked, on_shape, override, panel, photo, themed


def seen(*draw: Draw, layout: int = 6) -> list[str]:
    """Return the words of the second slide with their colour, their ground and their size."""
    found = drawn_in_pptx(slides(all_of(*draw), layout=layout)).inks
    return [f"{ink.words}: {ink.color} on {ink.ground}, {ink.size:g}" for ink in found if ink.page == 2]


def test_letters_on_the_background_of_the_master() -> None:
    assert seen(inked("一句话", "C8C8C8")) == ["一句话: C8C8C8 on FFFFFF, 18"]


def test_colours_of_the_theme_are_followed_with_their_changes() -> None:
    assert seen(themed("一句话", MSO_THEME_COLOR.BACKGROUND_1, -0.15)) == ["一句话: D9D9D9 on FFFFFF, 18"]
    assert seen(themed("一句话", MSO_THEME_COLOR.ACCENT_1)) == ["一句话: 4F81BD on FFFFFF, 18"]


def test_letters_without_a_colour_take_that_of_the_styles() -> None:
    assert seen(ground("202020"), lambda slide: _text(slide, "一句话")) == ["一句话: 000000 on 202020, 18"]


def test_a_shape_that_is_filled_is_the_ground_of_its_words_and_its_style_names_white() -> None:
    assert seen(on_shape("一句话", "F2A93B")) == ["一句话: FFFFFF on F2A93B, 18"]
    assert seen(on_shape("一句话", "F2A93B", "333333", shape=MSO_SHAPE.OVAL)) == ["一句话: 333333 on F2A93B, 18"]


def test_a_box_drawn_before_that_holds_the_words_is_their_ground() -> None:
    assert seen(panel("1F3A5F"), inked("一句话", "FFFFFF")) == ["一句话: FFFFFF on 1F3A5F, 18"]


def test_where_an_edge_runs_below_the_words_the_better_ground_counts() -> None:
    assert seen(panel("1F3A5F", 4, 4), inked("一句话", "FFFFFF")) == ["一句话: FFFFFF on 1F3A5F, 18"]
    assert seen(panel("EEEEEE", 4, 4), inked("一句话", "FFFFFF")) == ["一句话: FFFFFF on EEEEEE, 18"]


def test_nothing_is_said_of_words_on_a_picture_or_below_what_is_drawn_later() -> None:
    assert seen(photo, inked("一句话", "FFFFFF")) == []
    assert seen(inked("一句话", "FFFFFF"), panel("1F3A5F")) == []


def test_a_background_that_swaps_dark_and_light() -> None:
    assert seen(override, ground("101010"), lambda slide: _text(slide, "一句话")) == ["一句话: FFFFFF on 101010, 18"]
    assert seen(override, lambda slide: _text(slide, "一句话")) == []  # nobody knows by which map the master's background is drawn


def test_a_cell_that_names_both() -> None:
    assert seen(cell("12%", "F5F5F5", "D0D0D0")) == ["12%: D0D0D0 on F5F5F5, 18"]


def test_a_cell_that_names_its_ground_only_takes_the_letters_of_the_table_style() -> None:
    def draw(slide: Slide) -> None:
        cell("12%", "1F3A5F", "FFFFFF")(slide)
        frame: Any = slide.shapes[-1]
        properties = frame.table.cell(0, 0).text_frame.paragraphs[0].runs[0]._r.rPr
        properties.remove(properties.find(qn("a:solidFill")))
        frame.table.first_row = False

    assert seen(draw) == ["12%: 000000 on 1F3A5F, 18"]


def test_the_number_of_a_slide_is_words_too() -> None:
    def draw(slide: Slide) -> None:
        inked("", "DDDDDD")(slide)
        paragraph = slide.shapes[-1].text_frame.paragraphs[0]._p  # type: ignore[attr-defined]
        field = etree.SubElement(paragraph, qn("a:fld"), id="{1}", type="slidenum")
        fill = etree.SubElement(etree.SubElement(field, qn("a:rPr"), sz="1000"), qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr"), val="DDDDDD")
        etree.SubElement(field, qn("a:t")).text = "12"

    assert seen(draw) == ["12: DDDDDD on FFFFFF, 10"]


def test_a_placeholder_takes_after_its_layout_and_master() -> None:
    def draw(slide: Slide) -> None:
        title: Any = slide.shapes.title
        title.text = "上半年回顾"

    assert seen(draw, layout=CONTENT) == ["上半年回顾: 000000 on FFFFFF, 44"]


@pytest.mark.parametrize("effect", ["a:ln", "a:effectLst", "a:gradFill"])
def test_letters_with_an_effect_have_no_certain_colour(effect: str) -> None:
    def draw(slide: Slide) -> None:
        _text(slide, "一句话")
        properties = first_run(slide)._r.get_or_add_rPr()
        properties.insert(0, etree.SubElement(properties, qn(effect)))

    assert seen(draw) == []


def test_a_link_is_drawn_in_the_colour_of_links() -> None:
    def draw(slide: Slide) -> None:
        inked("官网", "000000")(slide)
        first_run(slide).hyperlink.address = "https://example.com"

    assert seen(draw) == ["官网: 0000FF on FFFFFF, 18"]


def test_a_slide_whose_colours_are_no_numbers_says_nothing() -> None:
    def draw(slide: Slide) -> None:
        _text(slide, "一句话")
        fill = etree.SubElement(first_run(slide)._r.get_or_add_rPr(), qn("a:solidFill"))
        etree.SubElement(etree.SubElement(fill, qn("a:srgbClr"), val="FF0000"), qn("a:lumMod"), val="half")

    assert seen(draw) == []


def _text(slide: Slide, words: str) -> None:
    inked(words, "000000")(slide)
    properties = first_run(slide)._r.get_or_add_rPr()
    properties.remove(properties.find(qn("a:solidFill")))
