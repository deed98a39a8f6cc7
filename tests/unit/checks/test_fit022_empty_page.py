from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.units import Rect, Size, inch
from engine.checks.fit022_empty_page import DEFINITION, filled
from engine.model.blocks import Paragraph
from engine.model.deck import Deck, Element, Picture, Run, Shape, TextBox, TextLine, TextTag
from engine.model.theme import Color
from tests.support.planning import plan, t

DECK = plan(Paragraph(t("一段话。"))).expect_clean()


def box(top: float, height: float, *, name: str = "s/text", slot: str | None = None, tag: TextTag = TextTag.TEXT) -> TextBox:
    return TextBox(name, Rect.inches(1, top, 6, height), (TextLine((Run("一句话", 12, Color("14232F")),), 18),), slot=slot, tag=tag)


def of(*elements: Element, layout: str = "content") -> Deck:
    """Return a deck whose second slide holds these."""
    first = DECK.slides[3]
    return replace(DECK, slides=(first, replace(first, layout=layout, elements=elements)))


def test_heights_are_counted_once() -> None:
    deck = of(box(1, 0.75), box(1.25, 0.75), box(6, 0.5))
    assert filled(deck.slides[1], int(deck.size.height)) == pytest.approx(1.5 / 7.5)


def test_the_finding_says_how_much() -> None:
    assert [f"{item.where} {item.message.en}" for item in DEFINITION.run(of(box(1, 0.075)))] == [
        "content/h1/report.yaml:12:5 page 2 is nearly empty: 1% of its height is used"
    ]


@pytest.mark.parametrize(
    "elements",
    [
        (),
        (box(1, 3, slot="title"), box(4, 2, slot="takeaway")),
        (Shape("s/card", Rect.inches(1, 1, 6, 5), fill=Color("F3F6F8")), box(1, 0.1)),
        (box(1, 3, tag=TextTag.RUNNING),),
    ],
    ids=["nothing", "title", "card", "running"],
)
def test_bare_pages_are_found(elements: tuple[Element, ...]) -> None:
    assert [item.code for item in DEFINITION.run(of(*elements))] == ["FIT022"]


def test_a_last_page_of_two_lines_is_found_behind_another_page() -> None:
    deck = of(box(1, 0.5))
    contents, first, body = (replace(deck.slides[1], id=name) for name in ("contents", "page-1", "page-2"))
    paper = replace(deck, size=Size(inch(8.27), inch(11.69)), slides=(first, body))
    assert [item.message.en for item in DEFINITION.run(paper)] == ["page 2 is nearly empty: 4% of its height is used"]
    assert list(DEFINITION.run(replace(paper, slides=(contents, first)))) == []


@pytest.mark.parametrize(
    "deck",
    [
        DECK,
        of(Picture("s/picture", Rect.inches(1, 1, 6, 4), "a.png", b"", "图")),
        of(layout="divider"),
        replace(DECK, slides=DECK.slides[:1]),
    ],
    ids=["planned", "picture", "divider", "cover"],
)
def test_other_pages_pass(deck: Deck) -> None:
    assert list(DEFINITION.run(deck)) == []
