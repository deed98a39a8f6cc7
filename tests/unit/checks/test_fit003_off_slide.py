from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.units import Point, Rect, inch
from engine.checks.fit003_off_slide import DEFINITION, frame_of, run
from engine.model.blocks import Paragraph
from engine.model.deck import Element, Line, Polygon, Shape, Stroke
from engine.model.theme import Color
from tests.support.planning import in_inches, plan, t

INK = Color("14232F")
DECK = plan(Paragraph(t("一段话。"))).expect_clean()


def found(element: Element) -> list[str]:
    deck = replace(DECK, slides=(replace(DECK.slides[3], elements=(element,)),))
    return [f"{each.code} {each.where} {each.message.zh}" for each in run(deck)]


@pytest.mark.parametrize(
    ("x", "y", "width"),
    [(13.0, 1.0, 2.0), (-0.1, 1.0, 2.0), (1.0, 7.0, 2.0), (1.0, -0.1, 2.0)],
)
def test_what_reaches_over_an_edge_is_found(x: float, y: float, width: float) -> None:
    assert found(Shape("topic-1-1/card", Rect.inches(x, y, width, 1), fill=INK)) == [
        "FIT003 content/h1/report.yaml:12:5 第 1 页的图形伸出页面"
    ]


def test_what_touches_the_edge_passes() -> None:
    assert found(Shape("card", Rect.inches(0, 0, 13.333, 7.5), fill=INK)) == []
    assert found(Shape("card", Rect.inches(11, 1, 2.34, 1), fill=INK)) == []  # by less than 1.5 pt


def test_lines_and_polygons_have_frames_too() -> None:
    line = Line("rule", Point(inch(3), inch(2)), Point(inch(1), inch(4)), Stroke(INK, 1))
    polygon = Polygon("gap", (Point(inch(1), inch(1)), Point(inch(2), inch(3)), Point(inch(0), inch(2))), INK)
    assert [in_inches(frame_of(element)) for element in (line, polygon)] == ["1 2 2×2", "0 1 2×2"]
    assert found(replace(polygon, points=(*polygon.points, Point(inch(14), inch(1))))) != []


def test_the_message_is_in_both_languages_with_a_mend() -> None:
    deck = replace(DECK, slides=(replace(DECK.slides[3], elements=(Shape("card", Rect.inches(13, 1, 2, 1)),)),))
    (finding,) = DEFINITION.run(deck)
    assert finding.message.en == "a shape on slide 1 reaches over the edge of the slide"
    assert finding.hint and finding.hint.zh == "减少这一页的内容"
