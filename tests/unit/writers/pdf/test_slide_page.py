from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, tostring

from engine.base.units import Point, Rect, Size, inch, pt
from engine.model import deck as model
from engine.model.blocks import Align
from engine.model.theme import Color, FontFace
from engine.writers.pdf.page_text import TextWriter
from engine.writers.pdf.slide_page import Drawings, running_words, slide_page
from engine.writers.pdf.stylesheet import StyleSheet

INK = Color("14232F")
FACE = FontFace("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")
SIZE = Size(inch(10), inch(5))
FRAME = Rect(pt(72), pt(72), pt(144), pt(36))


@dataclass(frozen=True, slots=True)
class Paper:
    background: Color | None = None
    decor: tuple[model.Element, ...] = ()


def page(*elements: model.Element, ground: Paper | None = None, title: str = "标题") -> tuple[Element, Drawings]:
    drawings = Drawings()
    slide = model.Slide("topic-1", "content", title, elements)
    return slide_page(slide, ground, SIZE, TextWriter(StyleSheet(), FACE, lambda _: 0.436), drawings), drawings


def structure(element: Element) -> str:
    """Return tags and texts without classes: `ul(li:一 li:二)`."""
    text = "".join(element.itertext()) if not len(element) else ""
    inner = " ".join(structure(child) for child in element)
    return f"{element.tag}{f'({inner})' if inner else ''}{f':{text}' if text else ''}"


def paragraph(text: str, bullet: str | None = None) -> model.TextLine:
    mark = None if bullet is None else model.BulletMark(INK, pt(14), bullet)
    return model.TextLine((model.Run(text, 12, INK),), 18, bullet=mark)


def test_the_title_is_the_only_heading_and_the_label_of_the_page(box: Callable[..., model.TextBox]) -> None:
    section, _ = page(box("眉题"), box("标题在此", slot="title"), box("正文"))
    assert structure(section) == "section(p:眉题 h1:标题在此 p:正文)"
    assert (section.get("id"), section.get("title")) == ("topic-1", "标题")


def test_a_title_outside_its_slot_is_known_by_its_words(box: Callable[..., model.TextBox]) -> None:
    section, _ = page(box("正文"), box("两行\n标题"), title="两行标题")
    assert structure(section) == "section(p:正文 h1:两行\n标题)"


def test_points_are_a_list_and_their_squares_are_drawn() -> None:
    box = model.TextBox("b", FRAME, (paragraph("引言"), paragraph("一", "■"), paragraph("二", "■"), paragraph("结语")))
    section, drawings = page(box)
    assert structure(section) == "section(p:引言 ul(li:一 li:二) p:结语)"
    (drawn,) = drawings.layers.values()
    assert isinstance(drawn.content, bytes)
    assert drawn.content.count(b"h") == 2


def test_numbers_in_front_of_points_are_text() -> None:
    section, drawings = page(model.TextBox("b", FRAME, (paragraph("一", "1."),)))
    assert structure(section) == "section(ul(li(span:1. span:一)))"
    assert not drawings.layers


def test_a_table_is_a_table_with_column_heads() -> None:
    def cell(*texts: str) -> model.CellBox:
        return model.CellBox(tuple(paragraph(text) for text in texts))

    rows = (model.RowBox(pt(18), (cell("指标"), cell("实际"))), model.RowBox(pt(18), (cell("曝光"), cell("5,284", "万次"))))
    table = model.TableBox("t", FRAME, (pt(72), pt(72)), rows, pt(4))
    section, _ = page(table)
    assert structure(section) == "section(table(tr(th:指标 th:实际) tr(td:曝光 td(p:5,284 p:万次))))"
    assert section[0][0][0].get("scope") == "col"


def test_pictures_with_words_are_figures_and_others_decoration() -> None:
    logo = model.Picture("logo", FRAME, "assets/logo.png", b"\x89PNG\r\n\x1a\n", "")
    section, _ = page(logo, replace(logo, alt="公司标志"))
    assert structure(section) == "section(div img)"
    assert section[1].get("alt") == "公司标志"


def test_the_ground_of_the_layout_lies_below_everything() -> None:
    stripe = model.Shape("stripe", FRAME, fill=Color("FF0000"))
    dot = model.Shape("dot", FRAME, fill=Color("0000FF"))
    section, drawings = page(dot, ground=Paper(Color("00FF00"), (stripe,)))
    (drawn,) = drawings.layers.values()
    assert isinstance(drawn.content, bytes)
    assert [line.split(b" rg")[0] for line in drawn.content.splitlines()] == [b"0 1 0", b"1 0 0", b"0 0 1"]
    assert section.get("style") == "background-image:url(debrief:layer-0)"


def test_a_shape_upon_text_is_drawn_after_it(box: Callable[..., model.TextBox]) -> None:
    below = box("正文", frame=FRAME)
    rule = model.Line("today", Point(pt(80), pt(72)), Point(pt(80), pt(108)), model.Stroke(INK, 1))
    section, _ = page(below, rule)
    assert structure(section) == "section(p:正文 div)"
    assert section[1].get("class") == "o w"


def test_equal_drawings_have_one_address() -> None:
    drawings = Drawings()
    assert [drawings.layer(content, SIZE) for content in (b"a", b"b", b"a")] == ["debrief:layer-0", "debrief:layer-1", "debrief:layer-0"]
    assert drawings.layer(b"a", Size(inch(5), inch(10))) == "debrief:layer-2"


def test_boxes_of_a_paper_say_what_they_are(box: Callable[..., model.TextBox]) -> None:
    heading = replace(box("一、概述"), tag=model.TextTag.HEADING_1, bookmark="one")
    caption = replace(box("图 1-1"), tag=model.TextTag.CAPTION, bookmark="fig")
    section, _ = page(heading, box("标题"), caption)
    assert structure(section) == "section(h1:一、概述 p:标题 figcaption:图 1-1)"
    assert [child.get("id") for child in section] == ["one", None, "fig"]


def test_headers_and_footers_are_drawn_and_not_told(box: Callable[..., model.TextBox]) -> None:
    footer = replace(box("第 3 页"), tag=model.TextTag.RUNNING)
    section, drawings = page(box("正文"), footer)
    assert structure(section) == "section(p:正文 div)"
    (drawn,) = drawings.layers.values()
    assert isinstance(drawn.content, tuple)
    assert [(words.text, words.x, words.anchor, words.family) for words in drawn.content] == [
        ("第 3 页", 72.0, "start", "Noto Sans CJK SC")
    ]
    assert drawn.content[0].baseline == 72 + 18 - 0.2 * 12


def test_running_words_keep_to_their_side() -> None:
    line = model.TextLine((model.Run("3", 12, INK),), 18, Align.RIGHT)
    (words,) = running_words(model.TextBox("n", FRAME, (line,)), TextWriter(StyleSheet(), FACE, lambda _: 0.436))
    assert (words.x, words.anchor) == (216.0, "end")


def test_the_same_slide_gives_the_same_page(box: Callable[..., model.TextBox]) -> None:
    pages = [page(box("一"), model.Shape("s", FRAME, fill=INK))[0] for _ in range(2)]
    assert tostring(pages[0]) == tostring(pages[1])
