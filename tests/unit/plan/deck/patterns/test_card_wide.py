from __future__ import annotations

from dataclasses import replace

from engine.base.units import inch
from engine.model.blocks import Card, Cards, Stat
from engine.model.inlines import Tone
from engine.plan.deck.patterns import card_wide
from tests.support.planning import assert_reads, drawn, sheet, t

FIGURED = Card(t("预售付定"), t("提前三周分层预热，付定人数增加。"), figure=t("4.6 万人"), caption=t("付定人数"), tag=t("已固化"))
PLAIN = Card(t("直播排班"), bullets=(t("主推时段移到晚间"),), footer=Stat(t("下一步"), t("沿用到双 11")))


def test_the_figure_stands_at_the_left_and_the_words_at_the_right() -> None:
    assert_reads(
        drawn(Cards((FIGURED,)), 5.88, 2.44),
        """
        card 0 0 5.88×2.44
        number 0.28 0.24 1.66×0.24 11 01
        figure 0.28 0.65 1.56×0.6 34 4.6 万人
        caption 0.28 1.27 1.56×1.09 11 付定人数
        divider 1.94 0.29 0×1.86
        pill 4.89 0.22 0.75×0.28
        pill-text 4.95 0.22 0.63×0.28 11 已固化
        title 2.18 0.22 2.59×0.32 16 预售付定
        body 2.18 0.64 3.46×1.62 14 提前三周分层预热，付定人数增加。
        """,
    )


def test_without_figures_the_left_is_a_number_only() -> None:
    assert_reads(
        drawn(Cards((PLAIN,), first=3), 5.88, 2.44),
        """
        card 0 0 5.88×2.44
        number 0.28 0.2 0.58×0.36 20 03
        divider 0.86 0.29 0×1.86
        title 1.1 0.22 4.54×0.32 16 直播排班
        body 1.1 0.64 4.54×1.28 14 主推时段移到晚间
        footer-label 1.1 1.94 0.61×0.34 11 下一步
        footer 1.71 1.94 3.93×0.34 12 沿用到双 11
        """,
    )


def test_the_tallest_card_decides() -> None:
    page = sheet()
    short = card_wide.height((PLAIN,), inch(5.88), page, 0)
    assert round(short.inches, 2) == 1.53
    both = (PLAIN, replace(PLAIN, body=t("主推时段移到晚间八点以后。" * 9)))
    assert card_wide.height(both, inch(5.88), page, 0) > card_wide.height(both, inch(5.88), page, 3) > short


def test_what_it_holds() -> None:
    assert card_wide.holds(FIGURED)
    assert card_wide.holds(replace(PLAIN, tone=Tone.MET))
    assert not card_wide.holds(replace(PLAIN, subtitle=t("副题")))
    assert not card_wide.holds(replace(PLAIN, share=0.5))
    assert not card_wide.holds(replace(PLAIN, caption=t("没有数字的名称")))
