from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Rect, inch, pt
from engine.brand.paper_style import RunningArt, RunningPicture, RunningPiece, RunningRule, RunningSegment, RunningShape, TextLine
from engine.model.deck import TextBox, TextTag
from engine.model.theme import Color
from engine.plan.paper.running import Running, draw_cover_art
from tests.support.papers import canvas, frame, harbor
from tests.support.planning import in_inches


def test_header_and_footer_frame_the_page() -> None:
    page = canvas()
    Running("总结报告", "运营部").draw("一、概述", "3", frame(), page)
    boxes = [each for each in page.elements if isinstance(each, TextBox)]
    assert [box.plain for box in boxes] == ["总结报告", "一、概述", "运营部", "3"]
    assert {box.tag for box in boxes} == {TextTag.RUNNING}
    assert in_inches(boxes[0].frame).startswith("1 0.52 ")
    assert in_inches(boxes[2].frame).startswith("1 10.99 ")


def test_a_landscape_page_has_them_at_its_own_edges() -> None:
    page = canvas()
    Running("总结报告", "运营部").draw("一、概述", "3", frame().turned(), page)
    assert all(frame().turned().size.height > each.frame.bottom for each in page.elements if isinstance(each, TextBox))


def art(tag: str) -> RunningArt:
    pieces = (RunningPiece("Acme ", "text", 9.0, True, "AA0000"), RunningPiece("", "page", 9.0, False, ""))
    line = TextLine(40.0, 20.0, 20.0, 0.0, (RunningSegment("right", 400.0, pieces),))
    edge = RunningShape(Rect(inch(0.5), inch(1), inch(0), inch(9)), None, Color("AA0000"), 1.0, is_line=True)
    panel = RunningShape(Rect(inch(0), inch(0), inch(8), inch(0.2)), Color("00AA00"), None, 1.0, is_line=False)
    picture = RunningPicture(Rect(inch(1), inch(0.3), inch(1), inch(0.5)), b"png", "Logo")
    return RunningArt(tag, (line,), (picture,), (edge, panel), (RunningRule(inch(0.9), inch(1), inch(6), Color("AA0000"), 0.5),), ())


def test_a_company_s_own_header_stands_in_place_of_ours() -> None:
    page, section = canvas(), replace(harbor()[0].section("body"), art=(art("header"),))
    Running("总结报告", "运营部").draw("一、概述", "3", frame(), page, section)
    told = [f"{type(each).__name__} {each.name}" for each in page.elements]
    assert told == [
        "Line page-1/header-shape", "Shape page-1/header-shape-2", "Picture page-1/header-picture", "Line page-1/header-rule",
        "TextBox page-1/header-text", "Line page-1/footer-rule", "TextBox page-1/footer", "TextBox page-1/page-number",
    ]  # fmt: skip
    words = next(each for each in page.elements if isinstance(each, TextBox))
    assert (words.plain, words.tag) == ("Acme 3", TextTag.RUNNING)
    assert words.frame.right == frame().body.x + pt(400)


def test_a_page_without_header_and_footer_stays_without() -> None:
    page = canvas()
    Running("总结报告", "运营部").draw("一、概述", "3", frame(), page, replace(harbor()[0].section("body"), running=()))
    assert page.elements == []
    draw_cover_art(replace(harbor()[0].section("cover"), art=(art("footer"),)), Running("总结", ""), frame(), page)
    assert [each.name for each in page.elements][-1] == "page-1/footer-text"
