from __future__ import annotations

from engine.base.units import Size, inch
from engine.charts import ChartLook, build_figure
from engine.charts.traced import chart_labels
from engine.model.charts import ChartData, Series
from engine.model.figure import ChartFigure
from engine.model.inlines import text
from tests.support.planning import harbor

WEEKS = ("W1", "W2", "W3")


def series(name: str, *values: float | None) -> Series:
    return Series(
        name, values, facts=tuple(None if value is None else f"{name}[{week}]" for week, value in zip(WEEKS, values, strict=True))
    )


def figure(kind: str, *drawn: Series, target: float | None = None) -> ChartFigure:
    brand, _ = harbor()
    data = ChartData(kind, text("图"), WEEKS, drawn, target=target, target_fact="goal" if target else None)
    made = build_figure(data, ChartLook(brand.theme, Size(inch(6), inch(3)))).value
    assert made is not None
    return made


def test_a_column_is_its_fact_and_a_gap_is_none() -> None:
    (drawn,) = figure("column", series("GMV", 60.0, None, 45.0)).series
    assert drawn.facts == (("GMV[W1]",), (), ("GMV[W3]",))
    assert not drawn.derived


def test_a_total_is_made_of_the_parts_below_it() -> None:
    *parts, total = figure("stacked", series("直播", 1.0, 2.0, 3.0), series("门店", 4.0, 5.0, 6.0)).series
    assert [part.derived for part in parts] == [False, False]
    assert total.derived
    assert total.facts[0] == ("直播[W1]", "门店[W1]")


def test_a_target_line_is_the_fact_of_the_target() -> None:
    assert figure("column", series("GMV", 60.0, 50.0, 45.0), target=55.0).series[-1].facts == (("goal",),) * 3


def test_the_pieces_of_a_bar_are_made_of_target_and_actual_which_stand_in_the_workbook() -> None:
    made = figure("target-actual", series("目标", 60.0, 50.0, 45.0), series("实际", 61.0, 40.0, 45.0))
    assert made.series[0].derived
    assert made.series[0].facts[0] == ("目标[W1]", "实际[W1]")
    assert [one.facts[0] for one in made.reference] == [("目标[W1]",), ("实际[W1]",)]


def test_points_that_miss_a_coordinate_take_their_facts_with_them() -> None:
    (drawn,) = figure("scatter", series("费用", 1.0, None, 3.0), series("成交", 4.0, 5.0, 6.0)).series
    assert drawn.facts == (("成交[W1]",), ("成交[W3]",))


def test_labels_are_what_office_prints() -> None:
    labels = chart_labels(figure("column", series("GMV", 60.0, None, 45.0)))
    assert [(label.text, label.facts, label.worded) for label in labels] == [("60", ("GMV[W1]",), False), ("45", ("GMV[W3]",), False)]


def test_a_share_is_made_of_all_parts() -> None:
    labels = chart_labels(figure("pie", series("订单", 50.0, 30.0, 20.0)))
    assert [label.text for label in labels] == ["50.0%", "30.0%", "20.0%"]
    assert {label.facts for label in labels} == {("订单[W1]", "订单[W2]", "订单[W3]")}


def test_names_beside_points_are_no_figures_of_the_ledger() -> None:
    labels = chart_labels(figure("scatter", series("费用", 1.0, 2.0, 3.0), series("成交", 4.0, 5.0, 6.0)))
    assert {label.text for label in labels} == set(WEEKS) and all(label.worded for label in labels)
