from __future__ import annotations

from engine.model.blocks import Card, Cards, CardStyle, Stat
from engine.model.inlines import Tone
from engine.plan.paper.blocks.cards import write_cards
from tests.support.papers import flow, told
from tests.support.planning import t


def test_short_cards_are_a_list() -> None:
    made = flow()
    card = Card(t("分段蓄水"), t("提前三周分层预热"), figure=t("4.6 万人"), caption=t("预售付定"), tag=t("已固化"))
    write_cards(Cards((card,), first=3), made)
    assert told(made.blocks) == "numbered: （3）分段蓄水（已固化）。预售付定：4.6 万人。提前三周分层预热"


def test_rich_cards_have_headings_and_labelled_facts() -> None:
    made = flow()
    card = Card(
        t("大促型"),
        t("预热决定上限。"),
        (t("沿用模板"),),
        t("年货节"),
        tone=Tone.EXCEED,
        stats=(Stat(t("实际"), t("4,126")),),
        share_note=t("占一半"),
        footer=Stat(t("下一步"), t("双 11 沿用")),
    )
    write_cards(Cards((card,)), made)
    assert told(made.blocks).splitlines() == [
        "heading_3: 1. 大促型",
        "body: 年货节。预热决定上限。",
        "bullet: 沿用模板",
        "bullet: 实际：4,126；占一半",
        "bullet: 下一步：双 11 沿用",
    ]


def test_many_figures_are_a_line_each() -> None:
    made = flow()
    write_cards(Cards((Card(t("结果"), stats=tuple(Stat(t(name), t("1")) for name in "甲乙丙")),)), made)
    assert told(made.blocks).splitlines() == ["heading_3: 1. 结果", "bullet: 甲：1", "bullet: 乙：1", "bullet: 丙：1"]


def test_a_voice_is_quoted_with_its_person_and_what_follows() -> None:
    made = flow()
    voice = Card(t(""), t("到手价一目了然。"), caption=t("钱女士"), tag=t("肯定"), footer=Stat(t("动作"), t("延续")))
    write_cards(Cards((voice,), CardStyle.QUOTE), made)
    assert told(made.blocks) == "quote: “到手价一目了然。”——钱女士（肯定）\nbullet_2: 动作：延续"
