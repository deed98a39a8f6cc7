from __future__ import annotations

from engine.model.blocks import Card, Cards, CardStyle, Stat
from engine.model.inlines import EMPTY, Tone
from tests.support.planning import assert_reads, drawn, t

VOICE = Card(
    EMPTY,
    t("预售当天就知道到手价，不用凑单算半天，家里换季的东西一次买齐了。"),
    caption=t("钱女士，苏州，银卡会员"),
    tag=t("肯定"),
    tone=Tone.EXCEED,
    footer=Stat(t("后续动作"), t("预售价前置延续到双 11")),
)


def test_the_voice_who_it_is_and_what_follows() -> None:
    assert_reads(
        drawn(Cards((VOICE,), CardStyle.QUOTE), 7.92, 1.57),
        """
        quote 0 0 7.92×1.57
        mark 0.24 0.12 0.5×0.62 40 “
        tag 6.86 0.2 0.82×0.28
        tag-text 6.86 0.2 0.82×0.28 11 肯定
        text 0.86 0.14 5.84×0.73 16 预售当天就知道到手价，不用凑单算半天，⏎|家里换季的东西一次买齐了。
        person 0.86 0.84 5.84×0.21 11 钱女士，苏州，银卡会员
        rule 0.86 1.15 6.82×0
        action-label 0.86 1.15 0.76×0.42 11 后续动作
        action 1.62 1.15 6.06×0.42 12 预售价前置延续到双 11
        """,
    )


def test_the_voice_alone() -> None:
    assert_reads(
        drawn(Cards((Card(EMPTY, t("一目了然。")),), CardStyle.QUOTE), 7.92, 0.9),
        """
        quote 0 0 7.92×0.9
        mark 0.24 0.12 0.5×0.62 40 “
        text 0.86 0.3 6.82×0.39 16 一目了然。
        """,
    )
