from __future__ import annotations

import pytest
from lxml import etree
from pptx.slide import Slide
from pptx.util import Inches

from engine.probe.drawn import DrawnBox, DrawnPicture, Kind
from engine.probe.drawn_pptx import drawn_in_pptx, seen_pixels
from tests.support.foreign import CONTENT, Draw, all_of, describe, plot, png, say, show, slides


def rounded(box: DrawnBox | None) -> tuple[int, ...]:
    assert box is not None
    return tuple(round(side) for side in (box.x, box.y, box.width, box.height))


def test_objects_stand_where_the_slide_says() -> None:
    drawn = drawn_in_pptx(slides(all_of(say("一句话"), show((1600, 900), 8, 4.5), plot())))
    found = [(each.kind, rounded(each.box), each.words) for each in drawn.objects if each.page == 2]
    assert found == [
        (Kind.TEXT, (72, 72, 432, 72), "一句话"),
        (Kind.PICTURE, (72, 72, 576, 324), ""),
        (Kind.CHART, (72, 144, 432, 288), ""),
    ]
    assert [page.number for page in drawn.pages] == [1, 2, 3]


def test_a_placeholder_stands_where_its_layout_says() -> None:
    drawn = drawn_in_pptx(slides(lambda _slide: None, layout=CONTENT))
    found = [(each.kind, rounded(each.box)) for each in drawn.objects if each.page == 2]
    assert found == [(Kind.PLACEHOLDER, (36, 22, 648, 90)), (Kind.PLACEHOLDER, (36, 126, 648, 356))]


def test_shapes_in_a_group_and_turned_ones() -> None:
    def draw(slide: Slide) -> None:
        group = slide.shapes.add_group_shape()
        group.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1)).text_frame.text = "组里"
        group.left, group.width = Inches(3), Inches(4)
        turned = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
        turned.text_frame.text, turned.rotation = "竖排", 90.0

    found = {each.words: rounded(each.box) for each in drawn_in_pptx(slides(draw)).objects if each.page == 2}
    assert found == {"组里": (216, 72, 288, 72), "竖排": (108, 36, 72, 144)}


def test_a_picture_tells_its_size_pixels_and_words() -> None:
    def turned(slide: Slide) -> None:
        slide.shapes.add_picture(png(200, 100), Inches(0), Inches(0), Inches(2), Inches(1)).rotation = 90.0

    pictures = drawn_in_pptx(slides(all_of(show((1600, 900), 8, 4.5), turned))).pictures
    assert pictures[0] == DrawnPicture(2, "Picture 1", 576.0, 324.0, (1600, 900), "结算页")
    assert (pictures[1].width, pictures[1].height) == (144.0, 72.0)


def test_a_group_may_say_what_its_pictures_show() -> None:
    def draw(slide: Slide) -> None:
        group = slide.shapes.add_group_shape()
        describe(group.shapes.add_picture(png(200, 100), Inches(0), Inches(0)), "")
        describe(group, "两张截图")

    assert [each.alt for each in drawn_in_pptx(slides(draw)).pictures] == ["两张截图"]


def test_a_crop_leaves_some_of_the_pixels() -> None:
    crop = etree.fromstring('<a:srcRect xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" l="25000" r="25000" b="10000"/>')
    assert seen_pixels((400, 200), crop) == (200.0, 180.0)
    assert (seen_pixels((400, 200), None), seen_pixels(None, crop)) == ((400, 200), None)


def test_a_chart_knows_what_stands_above_it() -> None:
    (chart,) = drawn_in_pptx(slides(all_of(say("季度 GMV"), plot(categories=5, series=2)))).charts
    assert (chart.kinds, chart.categories, chart.series, chart.title, chart.near) == (("barChart",), 5, 2, "GMV（万元）", "季度 GMV")


@pytest.mark.parametrize(
    ("draw", "least", "most"), [(say("字" * 40), 0.02, 0.06), (show((16, 9), 5, 3), 0.2, 0.3), (lambda _slide: None, 0, 0)]
)
def test_how_full_a_slide_is(draw: Draw, least: float, most: float) -> None:
    filled = drawn_in_pptx(slides(draw)).pages[1].filled
    assert filled is not None
    assert least <= filled <= most


@pytest.mark.parametrize("blob", [b"", b"no package", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_presentation_is_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        drawn_in_pptx(blob)


def test_a_title_beside_the_slide_is_for_screen_readers() -> None:
    def draw(slide: Slide) -> None:
        title = slide.shapes.title
        assert title is not None
        title.text = "上半年回顾"
        title.left, title.top, title.width, title.height = Inches(0), Inches(-1), Inches(8), Inches(0.8)

    (title,) = (each for each in drawn_in_pptx(slides(draw, layout=CONTENT)).objects if each.words == "上半年回顾")
    assert title.box is None


def test_a_hidden_slide_says_so() -> None:
    def draw(slide: Slide) -> None:
        slide._element.set("show", "0")

    assert [page.is_hidden for page in drawn_in_pptx(slides(draw)).pages] == [False, True, False]
