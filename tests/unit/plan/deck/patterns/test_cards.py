from __future__ import annotations

from dataclasses import replace

import pytest

from engine.model.blocks import Card, Cards, CardStyle, Stat
from engine.model.inlines import EMPTY
from tests.support.planning import AT, assert_reads, drawn, pages, plan, t, topic_slides

CARD = Card(t("背景"), t("提前三周分层预热。"), (t("要点甲"), t("要点乙")), where=AT)
SENTENCE = "提前三周分层预热，付定人数增加，当周成交为上半年单周峰值。"


def cards(count: int, style: CardStyle = CardStyle.POINT, words: str = SENTENCE) -> Cards:
    return Cards(tuple(Card(t(f"动作{n}"), t(words), where=AT) for n in range(1, count + 1)), style, AT)


def boxes(block: Cards, width: float = 12.0) -> str:
    """Return the frames of the cards."""
    return ", ".join(
        line.split(" ", 1)[1]
        for line in drawn(block, width, 5.12).splitlines()
        if line.split()[0].rstrip("-0123456789") in {"card", "quote"}
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "0 0 12×5.12"),
        (2, "0 0 5.88×5.12, 6.12 0 5.88×5.12"),
        (3, "0 0 3.84×5.12, 4.08 0 3.84×5.12, 8.16 0 3.84×5.12"),
        (4, "0 0 5.88×2.44, 6.12 0 5.88×2.44, 0 2.68 5.88×2.44, 6.12 2.68 5.88×2.44"),
        (5, "0 0 3.84×2.44, 4.08 0 3.84×2.44, 8.16 0 3.84×2.44, 0 2.68 5.88×2.44, 6.12 2.68 5.88×2.44"),
    ],
)
def test_cards_fill_the_width_whatever_their_number(count: int, expected: str) -> None:
    assert boxes(cards(count)) == expected


def test_quotes_stand_one_below_the_other() -> None:
    assert boxes(cards(2, CardStyle.QUOTE)) == "0 0 12×2.46, 0 2.66 12×2.46"


def test_many_cards_are_divided_six_a_page_at_most() -> None:
    assert pages(cards(6)) == "Cards 6 @0"
    assert_reads(
        pages(cards(8)),
        """
        Cards 4 @0
        Cards 4 @0
        """,
    )
    assert_reads(
        pages(cards(4, words=SENTENCE * 5)),
        """
        Cards 4 @3
        """,
    )


def test_numbers_go_on_over_pages() -> None:
    deck = plan(cards(8, CardStyle.NUMBERED)).expect_clean()
    badges = [[e.plain for e in slide.elements if "badge-text" in e.name] for slide in topic_slides(deck)]  # type: ignore[union-attr]  # text boxes
    assert badges == [["1", "2", "3", "4"], ["5", "6", "7", "8"]]


def test_a_card_too_long_for_a_page_goes_on_under_its_title() -> None:
    long = replace(CARD, body=t(SENTENCE * 40), bullets=(), figure=t("7.50"), footer=Stat(t("下一步"), t("沿用")))
    deck = plan(Cards((long,), where=AT)).expect_clean()
    told = [{e.name.partition("/")[2]: e.plain[:9] for e in slide.elements if hasattr(e, "plain")} for slide in topic_slides(deck)]
    assert [{name: words[name] for name in ("title-2", "figure", "footer") if name in words} for words in told] == [
        {"title-2": "背景", "figure": "7.50"},
        {"title-2": "背景（续）", "footer": "沿用"},
    ]


@pytest.mark.parametrize("style", [CardStyle.POINT, CardStyle.TOPPED, CardStyle.NUMBERED])
def test_parts_that_a_look_leaves_out_are_drawn_all_the_same(style: CardStyle) -> None:
    rich = replace(CARD, subtitle=t("年货节"), stats=(Stat(t("实际"), t("1")),), share_note=t("占一半"), caption=t("完成率"), tag=t("好"))
    told = drawn(Cards((rich, rich), style), 12, 5)
    assert all(words in told for words in ("年货节", "实际  1", "占一半", "完成率", "好"))


def test_an_empty_title_stays_empty_when_a_quote_goes_on() -> None:
    assert_reads(
        pages(Cards((Card(EMPTY, t(SENTENCE * 30)),), CardStyle.QUOTE)),
        """
        Cards 1 @0
        Cards 1 @0
        """,
    )
