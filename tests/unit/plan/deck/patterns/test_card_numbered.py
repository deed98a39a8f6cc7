from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import Card, Cards, CardStyle, Stat
from engine.plan.deck.patterns import card_numbered
from tests.support.planning import AT, assert_reads, drawn, pages, t

ACTIONS = Card(t("行动"), bullets=(t("提前 21 天分层预热"), t("直播 38 场")))
RESULTS = Card(t("结果"), stats=tuple(Stat(t(f"同比 +{n}.0%"), t(f"2,66{n} 万元")) for n in range(1, 4)))


def test_a_chip_a_title_and_bullets() -> None:
    assert_reads(
        drawn(Cards((ACTIONS,), CardStyle.NUMBERED, first=2), 3.84, 2.44),
        """
        card 0 0 3.84×2.44
        badge 0.24 0.22 0.3×0.3
        badge-text 0.24 0.22 0.3×0.3 11 2
        title 0.66 0.22 2.94×0.3 16 行动
        bullets 0.24 0.68 3.36×1.64 12.5 提前 21 天分层预热 ¶ 12.5 直播 38 场
        """,
    )


def test_small_figures_stand_two_in_a_row() -> None:
    assert_reads(
        drawn(Cards((RESULTS,), CardStyle.NUMBERED), 3.84, 2.44),
        """
        card 0 0 3.84×2.44
        badge 0.24 0.22 0.3×0.3
        badge-text 0.24 0.22 0.3×0.3 11 1
        title 0.66 0.22 2.94×0.3 16 结果
        stat 0.24 0.68 1.6×0.42 22 2,661 万元
        stat-label 0.24 1.11 1.6×0.39 11 同比 +1.0%
        stat-2 1.92 0.68 1.6×0.42 22 2,662 万元
        stat-label-2 1.92 1.11 1.6×0.39 11 同比 +2.0%
        stat-3 0.24 1.5 1.6×0.42 22 2,663 万元
        stat-label-3 0.24 1.93 1.6×0.39 11 同比 +3.0%
        """,
    )


def test_very_many_small_figures_go_on_over_pages() -> None:
    many = Cards((replace(RESULTS, stats=RESULTS.stats * 8),), CardStyle.NUMBERED, AT)
    assert_reads(
        pages(many),
        """
        Cards 1 @1
        Cards 1 @1
        """,
    )


def test_what_it_holds() -> None:
    assert card_numbered.holds(ACTIONS)
    assert card_numbered.holds(RESULTS)
    assert not card_numbered.holds(replace(ACTIONS, tag=t("好")))
