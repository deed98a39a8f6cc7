from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import Card, Cards, CardStyle, Stat
from engine.plan.deck.patterns import card_topped
from tests.support.planning import assert_reads, drawn, t

DONE = Card(t("做成了什么"), bullets=(t("GMV 完成率 107.1%"), t("产出比 4.12")))
LONG = Card(t("接下来这半年要做成的三件事分别是什么"), bullets=(t("结算合一"),))


def test_a_coloured_rule_a_title_and_bullets() -> None:
    assert_reads(
        drawn(Cards((DONE,), CardStyle.TOPPED), 3.84, 3),
        """
        card 0 0 3.84×3
        card-top 0 0 3.84×0.05
        title 0.28 0.32 3.28×0.35 18 做成了什么
        bullets 0.28 0.85 3.28×1.99 14 GMV 完成率 107.1% ¶ 14 产出比 4.12
        """,
    )


def test_bullets_begin_on_one_line_beside_a_title_of_two() -> None:
    tops = [
        line.split()[2] for line in drawn(Cards((DONE, DONE, LONG), CardStyle.TOPPED), 12, 3).splitlines() if line.startswith("bullets")
    ]
    assert len(set(tops)) == 1


def test_what_it_holds() -> None:
    assert card_topped.holds(DONE)
    assert not card_topped.holds(replace(DONE, figure=t("1")))
    assert not card_topped.holds(replace(DONE, footer=Stat(t("下一步"), t("沿用"))))
