from __future__ import annotations

from typing import get_args

import pytest

from engine.base.records import replace
from engine.base.units import Rect
from engine.brand import theme
from engine.model.blocks import Paragraph
from engine.plan.deck.fonts import DeckFonts
from engine.plan.deck.motifs import EXPLAINED, MOTIFS
from engine.plan.deck.planner import plan_deck
from tests.support.planning import Pictures, canvas, harbor, report, t, topic


def test_each_motif_that_a_theme_may_ask_for_is_drawn() -> None:
    assert set(MOTIFS) == set(get_args(theme.Motif))
    assert set(EXPLAINED) <= set(MOTIFS)


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_a_motif_draws_on_any_page(motif: str) -> None:
    page = canvas()
    MOTIFS[motif](None, Rect.inches(0, 0, 8, 11), Rect.inches(1, 1, 5, 2), page)
    assert not page.findings.items
    assert bool(page.elements) == (motif != "none")


def test_no_motif_leaves_the_cover_to_the_template() -> None:
    brand, fonts = harbor()
    plain = replace(brand, theme=replace(brand.theme, motif="none"))
    cover = plan_deck(report(topic(Paragraph(t("正文。")))), plain, DeckFonts(fonts), Pictures()).expect_clean().slides[0]
    assert [element.name for element in cover.elements] == ["cover/unit", "cover/title", "cover/subtitle", "cover/meta"]
