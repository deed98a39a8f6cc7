from __future__ import annotations

from engine.base.units import ZERO, Point, Rect, inch
from engine.model.deck import Line, Shape, TextBox, TextTag
from engine.model.inlines import EMPTY
from engine.model.paper import ParagraphRole
from tests.support.papers import canvas, sheet
from tests.support.planning import t

BODY = sheet().look(ParagraphRole.BODY)
PLACE = Rect(inch(1), inch(2), inch(4), ZERO)


def test_elements_have_names_of_their_own() -> None:
    page = canvas()
    page.fill("box", PLACE, "surface")
    page.fill("box", PLACE, sheet().color("primary"))
    page.rule("rule", Point(inch(1), inch(2)), inch(4), "line", 0.5)
    assert [each.name for each in page.elements if isinstance(each, Shape | Line)] == ["page-1/box", "page-1/box-2", "page-1/rule"]


def test_a_wrapped_text_is_as_high_as_its_lines() -> None:
    page = canvas()
    assert page.wrapped("text", PLACE, t("字" * 100), BODY, bookmark="here") == 4 * 18.5
    (box,) = page.elements
    assert isinstance(box, TextBox)
    assert (box.bookmark, box.tag, len(box.paragraphs[0].breaks)) == ("here", TextTag.TEXT, 3)
    assert page.wrapped("text", PLACE, EMPTY, BODY) == 0.0


def test_a_line_says_what_it_is() -> None:
    page = canvas()
    page.line("header", PLACE, t("页眉"), BODY, tag=TextTag.RUNNING)
    page.runs("none", PLACE, (), BODY)
    assert [each.tag for each in page.elements if isinstance(each, TextBox)] == [TextTag.RUNNING]
