"""Whatever the data: a figure or an error that says where, never an exception; and what is drawn is drawn inside the frame."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.charts import CHARTS, build_figure
from engine.charts.svg import chart_svg
from engine.model.charts import Band, ChartData, Emphasis, Note, Series
from engine.model.figure import ChartFigure
from engine.writers.ooxml.native_chart import chart_parts
from tests.support.charts import PERCENT, PLAIN, WAN, chart, look

NUMBERS = st.one_of(st.none(), st.floats(-1e9, 1e9), st.integers(0, 100).map(float), st.sampled_from([math.nan, math.inf, 1e300, 0.0]))
NAMES = st.text(alphabet="年货节会员月W1 ，（）%<&\"'=", min_size=1, max_size=14).map(str.strip).filter(bool)


@st.composite
def charts(draw: st.DrawFn) -> ChartData:
    count = draw(st.integers(0, 14))
    values = st.lists(NUMBERS, min_size=count, max_size=count + draw(st.sampled_from([0, 0, 0, 1])))
    drawn = tuple(
        Series(
            draw(NAMES),
            tuple(draw(values)),
            draw(st.sampled_from([PLAIN, WAN, PERCENT])),
            draw(st.sampled_from(Emphasis)),
            draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 4)))
    )
    index = st.integers(-1, count)
    return replace(
        chart(draw(st.sampled_from(CHARTS.names)), "", *drawn),
        categories=tuple(draw(NAMES) for _ in range(count)),
        highlight=tuple(draw(st.lists(index, max_size=2))),
        total=tuple(draw(st.lists(index, max_size=3))),
        notes=tuple(Note(draw(index), draw(NAMES)) for _ in range(draw(st.integers(0, 2)))),
        bands=tuple(Band(draw(NAMES), 0, draw(index), draw(NUMBERS)) for _ in range(draw(st.integers(0, 2)))),
        target=draw(st.one_of(st.none(), st.floats(-1e6, 1e6))),
    )


def check(drawn: ChartFigure, width: float, height: float) -> None:
    parts = chart_parts(drawn)
    assert not re.search(rb"<c:v>(nan|inf|-inf)</c:v>", parts.chart_xml)
    svg = chart_svg(drawn, look(width, height).size)
    assert not re.search(r'"[^"]*(nan|inf)[^"a-z]*"', svg)
    for x, y in re.findall(r'<text x="([^"]+)" y="([^"]+)"', svg):
        assert -60 <= float(x) <= width * 72 + 60 and -30 <= float(y) <= height * 72 + 30


@given(charts(), st.floats(1, 12), st.floats(0.6, 5))
def test_any_data_give_a_figure_or_errors_with_their_place(data: ChartData, width: float, height: float) -> None:
    outcome = build_figure(data, look(width, height))
    assert (outcome.value is None) == outcome.has_errors
    assert all(found.where == data.where and found.code.startswith("CHART") for found in outcome.diagnostics)
    if outcome.value is not None:
        check(outcome.value, width, height)


@pytest.mark.parametrize("kind", CHARTS.names)
@settings(max_examples=12)
@given(st.data())
def test_flawless_data_of_each_kind_are_drawn(kind: str, data: st.DataObject) -> None:
    count = data.draw(st.integers(3, 12))
    values = st.lists(st.floats(1, 1e6), min_size=count, max_size=count)
    needed = {"pie": 1, "doughnut": 1, "funnel": 1, "waterfall": 1, "bubble": 3}.get(kind, 2)
    drawn = tuple(Series(f"系列{n}", tuple(data.draw(values)), PLAIN, secondary=kind == "combo" and n == 1) for n in range(needed))
    outcome = build_figure(chart(kind, " ".join(f"c{n}" for n in range(count)), *drawn), look())
    assert outcome.value is not None
    check(outcome.value, 6, 3)
