from __future__ import annotations

from engine.base.units import inch
from engine.model.blocks import Card
from engine.model.inlines import Tone
from engine.plan.deck.patterns.card_point import accent, title_width, words_of
from tests.support.planning import sheet, t


def test_the_tag_takes_room_from_the_title() -> None:
    page = sheet()
    assert title_width(Card(t("标题")), inch(3), page) == inch(3)
    assert round(title_width(Card(t("标题"), tag=t("▲ 超额完成"), tone=Tone.EXCEED), inch(3), page).inches, 2) == 1.76
    assert round(title_width(Card(t("标题"), tag=t("很长的标签" * 9)), inch(3), page).inches, 2) == 1.08  # never more than a part of it


def test_figures_below_target_take_the_status_colour() -> None:
    assert [accent(Card(t(""), tone=tone)) for tone in (Tone.NORMAL, Tone.EXCEED, Tone.IMPROVE, Tone.MISSED)] == [
        Tone.STRONG, Tone.STRONG, Tone.IMPROVE, Tone.MISSED,
    ]  # fmt: skip


def test_words_shrink_along_the_ladder() -> None:
    card = Card(t(""), t("一句。"), (t("要点"),))
    assert [[para.style.size for para in words_of(card, sheet(), level)] for level in (0, 3)] == [[14, 14], [12, 12]]
