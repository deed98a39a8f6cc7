from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.base.units import Point, Rect, Size, inch, pt
from engine.model import deck as model
from engine.model.blocks import Align
from engine.model.decor import Flat, Path
from engine.model.theme import Color, FontFace
from engine.writers.pdf.ink import operators
from engine.writers.pdf.marks import Ink, Words
from engine.writers.pdf.page_marks import Drawing, Lines, Part, Photo, Scene, SetPage, Sketch
from engine.writers.pdf.slide_page import deck_pages, drawn_charts, running_words, slide_page

INK = Color("14232F")
FACE = FontFace("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")
SIZE = Size(inch(10), inch(5))
FRAME = Rect(pt(72), pt(72), pt(144), pt(36))


def page(*elements: model.Element, scene: Scene | None = None, title: str = "标题") -> SetPage:
    slide = model.Slide("topic-1", "content", title, elements)
    return slide_page(slide, scene, SIZE, FACE, drawn_charts([slide]))


def told(*marks: Part | Drawing) -> str:
    """Return parts and texts: `L(LI(LBody:一))`; decoration by its kind."""
    return " ".join(_told(mark) for mark in marks)


def _told(mark: Part | Drawing) -> str:
    match mark:
        case Part(tag, (Lines() as only,)):
            return f"{tag}:{_words(only)}"
        case Part(tag, children):
            return f"{tag}({told(*children)})"
        case Lines():
            return _words(mark)
        case _:
            return type(mark).__name__


def _words(lines: Lines) -> str:
    return "\n".join("".join(piece.text for piece in line.pieces) for line in lines.lines)


def ink(mark: Part | Drawing) -> list[bytes]:
    assert isinstance(mark, Sketch)
    return [operators(each) for each in mark.marks if isinstance(each, Ink)]


def paragraph(text: str, bullet: str | None = None) -> model.TextLine:
    mark = None if bullet is None else model.BulletMark(INK, pt(14), bullet)
    return model.TextLine((model.Run(text, 12, INK),), 18, bullet=mark)


def test_the_title_is_the_only_heading(box: Callable[..., model.TextBox]) -> None:
    assert told(*page(box("眉题"), box("标题在此", slot="title"), box("正文")).marks) == "P:眉题 H1:标题在此 P:正文"


def test_a_title_outside_its_slot_is_known_by_its_words(box: Callable[..., model.TextBox]) -> None:
    assert told(*page(box("正文"), box("两行\n标题"), title="两行标题").marks) == "P:正文 H1:两行\n标题"


def test_the_first_title_heads_the_whole_and_others_are_as_deep_as_the_outline(
    deck: Callable[..., model.Deck], box: Callable[..., model.TextBox]
) -> None:
    plan = deck((), (box("封面", slot="title"),), (box("一", slot="title"),), sections=(("业绩", 0),))
    assert [told(*page.marks) for page in deck_pages(plan, {}, {})] == ["", "H1:封面", "H2:一"]


def test_points_are_a_list_and_their_squares_are_drawn() -> None:
    box = model.TextBox("b", FRAME, (paragraph("引言"), paragraph("一", "■"), paragraph("二", "■"), paragraph("结语")))
    squares, *parts = page(box).marks
    assert told(*parts) == "P:引言 L(LI(LBody:一) LI(LBody:二)) P:结语"
    assert b"".join(ink(squares)).count(b"h") == 2


def test_numbers_in_front_of_points_are_labels() -> None:
    assert told(*page(model.TextBox("b", FRAME, (paragraph("一", "1."),))).marks) == "L(LI(Lbl:1. LBody:一))"


def test_a_table_is_a_table_with_column_heads() -> None:
    def cell(*texts: str) -> model.CellBox:
        return model.CellBox(tuple(paragraph(text) for text in texts))

    rows = (model.RowBox(pt(18), (cell("指标"), cell("实际"))), model.RowBox(pt(18), (cell("曝光"), cell("5,284", "万次"))))
    table = model.TableBox("t", FRAME, (pt(72), pt(72)), rows, pt(4))
    assert told(*page(table).marks) == "Table(TR(TH:指标 TH:实际) TR(TD:曝光 TD(P:5,284 P:万次)))"


def test_pictures_with_words_are_figures_and_others_decoration() -> None:
    logo = model.Picture("logo", FRAME, "assets/logo.png", b"\x89PNG\r\n\x1a\n", "")
    plain, figure = page(logo, replace(logo, alt="公司标志")).marks
    assert plain == Photo(logo.blob, FRAME)
    assert figure == Part("Figure", (Photo(logo.blob, FRAME),), "公司标志", FRAME)


def test_the_ground_of_the_layout_lies_below_everything() -> None:
    scene = Scene((Path("stripe", (), FRAME, Flat(Color("FF0000"))),))
    below, drawn = page(model.Shape("dot", FRAME, fill=Color("0000FF")), scene=scene).marks
    assert below is scene
    assert [line.split(b" rg")[0] for line in ink(drawn)] == [b"0 0 1"]


def test_a_placeholder_with_a_fill_draws_it_below_its_text(box: Callable[..., model.TextBox]) -> None:
    drawn, title = page(box("标题", slot="title", frame=FRAME), scene=Scene((), {"title": Color("FF0000")})).marks[1:]
    assert (ink(drawn), told(title)) == ([b"1 0 0 rg 72 72 m 216 72 l 216 108 l 72 108 l h f"], "H1:标题")


def test_a_shape_upon_text_is_drawn_after_it(box: Callable[..., model.TextBox]) -> None:
    below = box("正文", frame=FRAME)
    rule = model.Line("today", Point(pt(80), pt(72)), Point(pt(80), pt(108)), model.Stroke(INK, 1))
    assert told(*page(below, rule).marks) == "P:正文 Sketch"


def test_boxes_of_a_paper_say_what_they_are(box: Callable[..., model.TextBox]) -> None:
    heading = replace(box("一、概述"), tag=model.TextTag.HEADING_1, bookmark="one")
    caption = replace(box("图 1-1"), tag=model.TextTag.CAPTION, bookmark="fig")
    made = page(heading, box("标题"), caption)
    assert told(*made.marks) == "H1:一、概述 P:标题 Caption:图 1-1"
    assert made.anchors == {"one": (72.0, 72.0), "fig": (72.0, 72.0)}


def test_headers_and_footers_are_drawn_and_not_told(box: Callable[..., model.TextBox]) -> None:
    footer = replace(box("第 3 页"), tag=model.TextTag.RUNNING)
    text, drawn = page(box("正文"), footer).marks
    assert told(text) == "P:正文"
    assert isinstance(drawn, Sketch)
    (words,) = drawn.marks
    assert isinstance(words, Words)
    assert (words.text, words.x, words.anchor, words.family) == ("第 3 页", 72.0, "start", "Noto Sans CJK SC")
    assert words.baseline == 72 + 18 - 0.2 * 12


def test_running_words_keep_to_their_side() -> None:
    line = model.TextLine((model.Run("3", 12, INK),), 18, Align.RIGHT)
    (words,) = running_words(model.TextBox("n", FRAME, (line,)), FACE)
    assert (words.x, words.anchor) == (216.0, "end")


def test_the_same_slide_gives_the_same_page(box: Callable[..., model.TextBox]) -> None:
    assert page(box("一"), model.Shape("s", FRAME, fill=INK)) == page(box("一"), model.Shape("s", FRAME, fill=INK))
