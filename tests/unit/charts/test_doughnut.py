from tests.support.charts import chart, figure, series, words


def test_a_doughnut_has_the_hole_that_every_program_draws() -> None:
    drawn = figure(chart("doughnut", "a b", series("占比", 60, 40)))
    assert words(drawn) == "doughnut: 占比 60 40"
    assert drawn.groups[0].hole == 50
