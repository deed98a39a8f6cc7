from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Language
from engine.blocks.plot import Plot, PlottedSeries, category_names, distinct, plotted, styles, toned, used_text
from engine.model.inlines import EMPTY, Tone, text
from engine.model.tables import Cell
from tests.support.review import AT, context

JAN, FEB, MID, NEXT = dt.date(2025, 1, 1), dt.date(2025, 2, 1), dt.date(2025, 2, 15), dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("labels", "language", "expected"),
    [
        (["W1", 2025.0], Language.ZH, ("W1", "2025")),
        ([JAN, FEB], Language.ZH, ("1 月", "2 月")),
        ([JAN, FEB], Language.EN, ("Jan", "Feb")),
        ([JAN, MID], Language.ZH, ("1/1", "2/15")),
        ([JAN, NEXT], Language.ZH, ("2025 年 1 月", "2026 年 1 月")),
        ([JAN, NEXT], Language.EN, ("Jan 2025", "Jan 2026")),
        ([MID, NEXT], Language.ZH, ("2025/2/15", "2026/1/1")),
    ],
)
def test_categories_as_pages_print_them(labels: list[Cell], language: Language, expected: tuple[str, ...]) -> None:
    assert category_names(labels, language) == expected


def test_a_category_is_found_by_both_names() -> None:
    plot = Plot(("1/1", "2/15"), (), keys=("2025-01-01", "2025-02-15"))
    assert (plot.index("2/15"), plot.index("2025-02-15"), plot.index("3/1")) == (1, 1, None)


def test_series_of_one_axis_share_a_style() -> None:
    here = context()
    gmv, cost, rate = (here.metrics.get(name) for name in ("gmv", "cost", "rate"))
    series = (
        PlottedSeries("a", (gmv,), "元"),
        PlottedSeries("b", (cost,), "元"),
        PlottedSeries("c", (rate, None), "%", secondary=True),
    )
    found = styles(series, here)
    assert [style.unit for style in found] == ["万元", "万元", "%"]
    drawn = plotted(series[2], found[2], AT, here)
    assert (drawn.values, drawn.facts, drawn.secondary) == ((rate.value, None), ("rate.actual|chart", None), True)


def test_printed_quantities_are_used_where_they_stand() -> None:
    here = context()
    found = used_text(here.metrics.get("gmv"), AT, here, tone=Tone.STRONG, bold=True)
    (span,) = found.spans
    assert (span.fact, span.tone, span.bold) == ("gmv.actual", Tone.STRONG, True)
    assert [str(use.where) for use in here.metrics.facts.ledger().uses] == [str(AT)]
    assert used_text(None, AT, here) == EMPTY
    assert toned(text("x"), Tone.MET).spans[0].tone is Tone.MET
    assert distinct(["a", "", "b", "a"]) == ("a", "b")
