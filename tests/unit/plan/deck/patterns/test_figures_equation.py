from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import FigureItem, Figures, FiguresStyle
from engine.plan.deck.patterns import figures_equation
from tests.support.planning import assert_reads, drawn, sheet, t

SUM = Figures(
    tuple(FigureItem(t(value), t(name)) for value, name in (("8,260", "上半年"), ("10,920", "下半年"), ("19,180", "全年"))),
    FiguresStyle.EQUATION,
    ("+", "="),
    note=t("单位：万元"),
)


def test_figures_with_operators_between_and_the_result_last() -> None:
    assert_reads(
        drawn(SUM, 12, 1.62),
        """
        equation 0 0 12×1.62
        value 0.3 0.39 3.53×0.56 32 8,260
        label 0.3 0.99 3.53×0.28 12 上半年
        operator 3.83 0.39 0.4×0.56 20 +
        value-2 4.23 0.39 3.53×0.56 32 10,920
        label-2 4.23 0.99 3.53×0.28 12 下半年
        operator-2 7.77 0.39 0.4×0.56 20 =
        value-3 8.17 0.39 3.53×0.56 32 19,180
        label-3 8.17 0.99 3.53×0.28 12 全年
        note 0.24 1.3 11.52×0.22 10.5 单位：万元
        """,
    )


def test_parts_of_a_figure_become_lines_of_its_label() -> None:
    noted = replace(SUM, items=(replace(SUM.items[0], note=t("含税"), badge=t("A"), action=t("加码")), *SUM.items[1:]))
    assert round((figures_equation.height(noted, sheet()) - figures_equation.height(SUM, sheet())).inches, 2) == 0.47
    assert "12 A  上半年⏎|含税⏎|加码" in drawn(noted, 12, 2.2)
