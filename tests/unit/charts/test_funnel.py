from hypothesis import given
from hypothesis import strategies as st

from engine.charts.funnel import SHORTEST, bar_lengths
from tests.support.charts import COLORS, chart, complaints, figure, labels, series, words


def test_bars_are_centred_on_an_unseen_spacer() -> None:
    drawn = figure(chart("funnel", "触达 进入 支付", series("人次", 100, 80, 40)))
    assert words(drawn) == "bar: (间隔) 0 10 30\nbar: 条长 100 80 40"
    assert drawn.remark == ""


def test_steep_funnels_are_logarithmic_say_so_and_print_the_true_values() -> None:
    drawn = figure(chart("funnel", "触达 进入 支付", series("人次", 4280, 856, 64)))
    assert drawn.remark == "条长按对数刻度"
    assert labels(drawn, "条长") == "0:4,280@ctr 1:856@ctr 2:64@ctr"
    assert [one.values for one in drawn.reference] == [(4280, 856, 64)]
    assert [round(length or 0) for length in drawn.series[1].values] == [100, 75, 36]


def test_the_unit_does_not_change_the_lengths() -> None:
    assert bar_lengths((2.32, 0.14, 0.002)) == bar_lengths((23_200.0, 1_400.0, 20.0))


def test_the_highlighted_step_and_the_one_before_it_stand_out() -> None:
    drawn = figure(chart("funnel", "触达 进入 支付", series("人次", 100, 80, 40), highlight=(2,)))
    assert [(point.index, point.fill and point.fill.hex) for point in drawn.series[1].points] == [
        (1, COLORS["p400"]),
        (2, COLORS["primary"]),
    ]


def test_a_funnel_that_widens_is_a_warning() -> None:
    assert complaints(chart("funnel", "触达 支付", series("人次", 10, 20))) == (
        "CHART103 content/demo/report.yaml:41:9: 图表“季度销售”（gmv）：“支付”比上一步“触达”还多，不像漏斗"
    )


def test_an_impossible_funnel_is_an_error() -> None:
    assert complaints(chart("funnel", "a b", series("人次", 0, 0))).startswith("CHART008")
    assert complaints(chart("funnel", "a b", series("人次", 3, -1))).startswith("CHART007")


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e9)), min_size=1, max_size=8).filter(any))
def test_lengths_keep_the_order_and_room_for_their_labels(values: list[float | None]) -> None:
    lengths, _ = bar_lengths(tuple(values))
    pairs = sorted((value, length) for value, length in zip(values, lengths, strict=True) if value is not None and length is not None)
    assert [length for _, length in pairs] == sorted(length for _, length in pairs)
    assert all(100 * SHORTEST - 0.01 <= length <= 100 for _, length in pairs)
