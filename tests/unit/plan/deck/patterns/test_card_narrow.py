from __future__ import annotations

from dataclasses import replace

from engine.base.units import inch
from engine.model.blocks import Card, Cards, Stat
from engine.model.inlines import EMPTY, Tone
from engine.plan.deck.patterns import card_narrow
from tests.support.planning import assert_reads, drawn, sheet, t

FULL = Card(
    t("大促型"),
    t("预热期长短决定上限。"),
    subtitle=t("年货节、618"),
    figure=t("114.6%"),
    tag=t("▲ 超额完成"),
    tone=Tone.EXCEED,
    stats=(Stat(t("实际"), t("4,126 万元")), Stat(t("目标"), t("3,600 万元"))),
    share=0.5,
    share_note=t("占上半年 GMV 的 50%"),
    footer=Stat(t("下半年动作"), t("双 11 沿用三周预热模板")),
)
BARE = Card(t("会员型"), t("权益吸引力不足。"))


def test_every_part_has_its_place() -> None:
    assert_reads(
        drawn(Cards((FULL,)), 3.84, 5.12),
        """
        card 0 0 3.84×5.12
        pill 2.44 0.24 1.12×0.28
        pill-text 2.5 0.24 1×0.28 11 ▲ 超额完成
        title 0.28 0.22 2.04×0.38 20 大促型
        subtitle 0.28 0.61 3.28×0.24 11 年货节、618
        figure 0.28 0.94 2.03×0.72 40 114.6%
        stat 2.31 1.05 1.25×0.24 11 实际  4,126 万元
        stat-2 2.31 1.3 1.25×0.24 11 目标  3,600 万元
        track 0.28 1.77 3.28×0.1
        share 0.28 1.77 1.64×0.1
        share-note 0.28 1.94 3.28×0.24 11 占上半年 GMV 的 50%
        rule 0.28 2.38 3.28×0
        body 0.28 2.52 3.28×1.72 14 预热期长短决定上限。
        footer-rule 0.28 4.32 3.28×0
        footer-label 0.28 4.44 3.28×0.24 11 下半年动作
        footer 0.28 4.68 3.28×0.36 13 双 11 沿用三周预热模板
        """,
    )


def test_cards_without_a_part_keep_its_room_beside_one_that_has_it() -> None:
    """The rule above the words stands at one height in both cards."""
    rules = [line.split()[2] for line in drawn(Cards((FULL, BARE, BARE)), 12, 5.12).splitlines() if line.startswith("rule")]
    assert rules == ["2.38", "2.38", "2.38"]


def test_many_stats_make_the_figure_row_taller() -> None:
    page, column = sheet(), inch(3.84)
    two = card_narrow.height((FULL,), column, page, 0)
    four = card_narrow.height((replace(FULL, stats=FULL.stats * 2),), column, page, 0)
    assert round((four - two).inches, 2) == 0.44


def test_stats_without_a_figure_may_use_the_whole_width() -> None:
    told = drawn(Cards((replace(FULL, figure=EMPTY, tag=EMPTY, share=None, share_note=EMPTY, subtitle=EMPTY, footer=None),)), 3.84, 3)
    assert [line for line in told.splitlines() if line.startswith("stat")] == [
        "stat 2.31 0.8 1.25×0.24 11 实际  4,126 万元",
        "stat-2 2.31 1.04 1.25×0.24 11 目标  3,600 万元",
    ]
