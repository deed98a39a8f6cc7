from __future__ import annotations

from dataclasses import replace

from engine.base.units import inch
from engine.model.blocks import FigureItem, Figures, FiguresStyle
from engine.plan.deck.patterns import figures_band
from tests.support.planning import assert_reads, drawn, sheet, t

ITEMS = (FigureItem(t("95.5%"), t("预算执行率")), FigureItem(t("4.12"), t("活动产出比"), before=t("3.80")))


def test_labels_and_figures_share_the_spare_room() -> None:
    assert_reads(
        drawn(Figures(ITEMS, FiguresStyle.LINE), 6.9, 0.68),
        """
        band 0 0 6.9×0.68
        label 0.79 0 0.97×0.68 12 预算执行率
        figure 1.76 0 0.72×0.68 18 95.5%
        divider 3.07 0.16 0×0.36
        label-2 3.66 0 0.97×0.68 12 活动产出比
        figure-2 4.63 0 1.48×0.68 18 3.80 → 4.12
        """,
    )


def test_as_many_bands_as_the_words_need() -> None:
    page = sheet()
    assert [round(figures_band.height(ITEMS * count, inch(12), page).inches, 2) for count in (1, 2, 3, 5)] == [0.68, 0.68, 1.48, 1.48]
    assert round(figures_band.height(ITEMS, inch(3), page).inches, 2) == 1.48  # too narrow for both


def test_what_it_holds() -> None:
    assert all(map(figures_band.holds, ITEMS))
    assert not figures_band.holds(replace(ITEMS[0], note=t("注")))
    assert not figures_band.holds(replace(ITEMS[0], badge=t("A")))
