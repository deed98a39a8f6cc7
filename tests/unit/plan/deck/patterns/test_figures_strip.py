from __future__ import annotations

from engine.model.blocks import FigureItem, Figures
from engine.model.inlines import EMPTY
from tests.support.planning import assert_reads, drawn, t

SHORT = FigureItem(t("13 周"), t("低于目标"), t("其中 9 周在五一之前"))
GRADED = FigureItem(t("51%"), EMPTY, t("增量预算优先"), t("36%"), t("A"), t("加码"))


def test_a_title_that_fits_stands_beside_the_figure() -> None:
    assert_reads(
        drawn(Figures((SHORT,)), 3.84, 1.02),
        """
        strip 0 0 3.84×1.02
        figure 0.24 0.15 0.66×0.4 20 13 周
        title 1.02 0.18 2.58×0.4 14 低于目标
        note 0.24 0.6 3.36×0.38 12 其中 9 周在五一之前
        """,
    )


def test_a_title_that_does_not_fit_stands_below() -> None:
    long = FigureItem(t("13 周"), t("低于周均目标的周数，占上半年一半"), t("其中 9 周在五一之前"))
    assert_reads(
        drawn(Figures((long,)), 3.84, 1.3),
        """
        strip 0 0 3.84×1.3
        figure 0.24 0.15 3.36×0.4 20 13 周
        title 0.24 0.55 3.36×0.28 14 低于周均目标的周数，占上半年一半
        note 0.24 0.88 3.36×0.38 12 其中 9 周在五一之前
        """,
    )


def test_grade_change_and_action() -> None:
    assert_reads(
        drawn(Figures((GRADED,)), 3.84, 1.02),
        """
        strip 0 0 3.84×1.02
        badge 0.2 0.17 0.34×0.34
        badge-text 0.2 0.17 0.34×0.34 12 A
        figure 0.7 0.15 1.67×0.4 20 36% → 51%
        action 3.14 0.15 0.46×0.4 14 加码
        note 0.7 0.6 2.9×0.38 12 增量预算优先
        """,
    )


def test_five_cards_stand_in_two_rows() -> None:
    cards = [line for line in drawn(Figures((SHORT,) * 5), 12, 2.4).splitlines() if line.startswith("strip")]
    assert cards == [
        "strip 0 0 3.84×1.08",
        "strip-2 4.08 0 3.84×1.08",
        "strip-3 8.16 0 3.84×1.08",
        "strip-4 0 1.32 5.88×1.08",
        "strip-5 6.12 1.32 5.88×1.08",
    ]
