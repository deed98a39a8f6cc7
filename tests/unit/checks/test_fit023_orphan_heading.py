from __future__ import annotations

import pytest

from engine.base.units import Rect
from engine.checks.fit023_orphan_heading import DEFINITION, lowest
from engine.model.deck import Element, Picture, Run, TextBox, TextLine, TextTag
from engine.model.theme import Color
from tests.support.checks import deck_of


def box(top: float, tag: TextTag = TextTag.TEXT, words: str = "一句话") -> TextBox:
    return TextBox("s/text", Rect.inches(1, top, 6, 0.3), (TextLine((Run(words, 12, Color("14232F")),), 18),), tag=tag)


HEADING, FOOTER = box(9, TextTag.HEADING_2, "（三）费用"), box(10.9, TextTag.RUNNING)
PICTURE = Picture("s/picture", Rect.inches(1, 9.4, 2, 1), "a.png", b"", "图")


def found(*elements: Element) -> list[str]:
    return [item.message.en for item in DEFINITION.run(deck_of(*elements))]


def test_the_heading_is_named() -> None:
    assert found(box(2), HEADING, FOOTER) == ["the heading “（三）费用” on page 1 has nothing below it"]


@pytest.mark.parametrize("tag", [TextTag.HEADING_1, TextTag.HEADING_3, TextTag.HEADING_4])
def test_headings_of_every_level(tag: TextTag) -> None:
    assert len(found(box(5), box(9, tag))) == 1


@pytest.mark.parametrize(
    "elements", [(HEADING, box(9.4)), (HEADING, PICTURE), (box(2), FOOTER), ()], ids=["text", "picture", "none", "empty"]
)
def test_other_pages_pass(elements: tuple[Element, ...]) -> None:
    assert found(*elements) == []


def test_the_lowest_thing_is_no_running_line() -> None:
    assert lowest(deck_of(box(2), PICTURE, FOOTER).slides[0]) is PICTURE
