from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.units import Rect, inch
from engine.checks.a11y004_contrast import DEFINITION, least
from engine.model.blocks import Paragraph
from engine.model.deck import CellBox, Element, Picture, RowBox, Run, Shape, TableBox, TextBox, TextLine, TextTag
from engine.model.decor import Decor, Flat, Gradient, Outline, Path, PlacedPicture, Stop
from engine.model.theme import Color
from tests.support.checks import deck_of
from tests.support.planning import plan, t

FRAME = Rect.inches(1, 1, 4, 0.5)


BOX: Outline = (("m", (0.0, 0.0)), ("l", (960.0, 0.0)), ("l", (960.0, 540.0)), ("l", (0.0, 540.0)), ("h", ()))
SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def line(ink: str, size: float = 12, words: str = "一句话", *, bold: bool = False) -> TextLine:
    return TextLine((Run(words, size, Color(ink), bold),), size * 1.4)


def said(ink: str, size: float = 12, words: str = "一句话", *, bold: bool = False) -> TextBox:
    return TextBox("s/text", FRAME, (line(ink, size, words, bold=bold),))


def card(fill: str, frame: Rect = FRAME) -> Shape:
    return Shape("s/card", frame, fill=Color(fill))


def found(*elements: Element) -> list[str]:
    return [item.message.en for item in DEFINITION.run(deck_of(*elements))]


def test_large_text_needs_less_and_ornament_nothing() -> None:
    runs = [line("000000", 12), line("000000", 18), line("000000", 14, bold=True), line("000000", 150), line("000000", 12, "■")]
    assert [least(each.runs[0]) for each in runs] == [4.5, 3.0, 3.0, 0.0, 0.0]


def test_the_finding_says_colours_and_ratio() -> None:
    assert found(said("9FB0BC")) == ["“一句话” on page 1 is hard to read: #9FB0BC on #FFFFFF, contrast 2.2 of 4.5"]


@pytest.mark.parametrize(
    "elements",
    [
        (card("F0A63A"), said("FFFFFF")),
        (card("0B2239"), card("FFFFFF"), said("FFFFFF")),
        (TableBox("s/table", FRAME, (inch(4),), (RowBox(inch(0.5), (CellBox((line("63737F"),), Color("FAE9E6")),)),), inch(0.1)),),
        (said("999999", 18),),
    ],
    ids=["accent", "topmost", "cell", "large"],
)
def test_pale_words_are_found(elements: tuple[Element, ...]) -> None:
    assert len(found(*elements)) == 1


@pytest.mark.parametrize(
    "elements",
    [
        (card("0B2239"), said("FFFFFF")),
        (said("63737F"),),
        (card("0B2239", Rect.inches(8, 1, 2, 2)), said("43535F")),
        (Picture("s/picture", FRAME, "a.png", b"", "图"), said("FFFFFF")),
        (said("949494", 24),),
        (said("B9C5CD", 150, "01"),),
        (replace(card("1A6585", Rect.inches(0.9, 1.1, 0.09, 0.09))), said("43535F")),
    ],
    ids=["dark", "labels", "beside", "picture", "large", "ornament", "swatch"],
)
def test_clear_words_pass(elements: tuple[Element, ...]) -> None:
    assert found(*elements) == []


def test_the_ground_of_the_layout_counts() -> None:
    deck = replace(
        deck_of(said("FFFFFF")), grounds={"content": (Path("panel", (BOX,), Rect.inches(0, 0, 13.34, 7.5), Flat(Color("0B2239"))),)}
    )
    assert list(DEFINITION.run(deck)) == []
    assert len(list(DEFINITION.run(replace(deck, slides=(replace(deck.slides[0], layout="cover"),))))) == 1


def test_what_the_template_draws_counts_where_its_colour_is_known() -> None:
    page = Rect.inches(0, 0, 13.34, 7.5)
    blend = Gradient((Stop(0.0, Color("FFFFFF")), Stop(1.0, Color("0B2239"))), (1, 0, 0, 1, 0, 0))
    grounds: tuple[Decor, ...] = (
        Path("flat", (BOX,), page, Flat(Color("0B2239"))),
        Path("blend", (BOX,), page, blend),
        PlacedPicture("p", b"", SAME, (), page),
    )
    grounds = (*grounds, Path("tip", ((*BOX[:2], BOX[3]),), page, Flat(Color("0B2239"))))
    counted = [len(list(DEFINITION.run(replace(deck_of(said("14232F")), grounds={"content": (each,)})))) for each in grounds]
    assert counted == [1, 0, 0, 0]


def test_a_planned_deck_knows_its_grounds() -> None:
    deck = plan(Paragraph(t("一段话。"))).expect_clean()
    assert list(DEFINITION.run(deck)) == []
    assert [item.code for item in DEFINITION.run(replace(deck, grounds={}))] != []  # white on the dark cover


def test_a_header_is_told_once() -> None:
    page = deck_of(replace(said("9FB0BC"), tag=TextTag.RUNNING))
    assert len(list(DEFINITION.run(replace(page, slides=page.slides * 3)))) == 1
    plain = deck_of(said("9FB0BC"))
    assert len(list(DEFINITION.run(replace(plain, slides=plain.slides * 3)))) == 3
