from __future__ import annotations

from engine.model.blocks import FigureItem
from engine.plan.deck.patterns.figure_item import figure_text
from tests.support.planning import t


def test_a_figure_may_say_what_it_came_from() -> None:
    assert figure_text(FigureItem(t("51%"), t("占比"))).plain == "51%"
    assert figure_text(FigureItem(t("51%"), t("占比"), before=t("36%"))).plain == "36% → 51%"
