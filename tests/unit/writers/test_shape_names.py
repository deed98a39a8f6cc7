from __future__ import annotations

from engine.base.units import Rect, inch
from engine.model.deck import Element, Shape, Slide, TextBox
from engine.writers.shape_names import ShapeNames, has_title, named_elements

FRAME = Rect(inch(0), inch(0), inch(1), inch(1))


def slide(*elements: Element) -> Slide:
    return Slide("topic-2-3", "content", "标题", elements)


def test_names_carry_the_slide_and_are_numbered_when_they_repeat() -> None:
    names = ShapeNames("topic-2-3")
    asked = ("card", "card", "topic-2-3/card", "points-1")
    assert [names.unique(name) for name in asked] == ["topic-2-3/card", "topic-2-3/card~2", "topic-2-3/card~3", "topic-2-3/points-1"]


def test_an_unseen_title_takes_its_name_first() -> None:
    bare = slide(TextBox("title", FRAME, ()))
    assert not has_title(bare)
    assert [name for name, _ in named_elements(bare)] == ["topic-2-3/title~2"]


def test_a_title_that_is_drawn_keeps_its_name() -> None:
    titled = slide(TextBox("title", FRAME, (), slot="title"), Shape("rule", FRAME))
    assert has_title(titled)
    assert [name for name, _ in named_elements(titled)] == ["topic-2-3/title", "topic-2-3/rule"]
