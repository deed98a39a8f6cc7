from __future__ import annotations

import pytest

from engine.base.units import Rect, inch
from engine.model.deck import Geometry, Line, Shape, TextBox
from engine.model.figure import LegendEntry, Swatch
from engine.model.paper import ParagraphRole
from engine.plan.paper.pieces.legend import draw_legend, legend_rows, legend_width
from tests.support.papers import canvas, sheet

LOOK = sheet().look(ParagraphRole.CHART_TITLE)
ROW = Rect(inch(1), inch(1), inch(5), inch(0.2))


def entry(label: str, swatch: Swatch = Swatch.FILL) -> LegendEntry:
    return LegendEntry(label, swatch, sheet().color("primary"))


def test_a_legend_ends_at_the_right_edge() -> None:
    page = canvas()
    draw_legend((entry("目标"), entry("实际")), ROW, LOOK, page)
    last = [each for each in page.elements if isinstance(each, TextBox)][-1]
    assert last.plain == "实际"
    assert abs(last.frame.right - ROW.right) < 10


@pytest.mark.parametrize(
    ("swatch", "kind"), [(Swatch.FILL, Shape), (Swatch.HOLLOW, Shape), (Swatch.DOT, Shape), (Swatch.LINE, Line), (Swatch.DASH, Line)]
)
def test_each_swatch_is_drawn(swatch: Swatch, kind: type) -> None:
    page = canvas()
    draw_legend((entry("目标", swatch),), ROW, LOOK, page)
    mark = page.elements[0]
    assert isinstance(mark, kind)
    if isinstance(mark, Shape):
        assert (mark.geometry is Geometry.OVAL) == (swatch is Swatch.DOT)


def test_many_entries_take_rows() -> None:
    many = tuple(entry(f"很长的系列名称{n}") for n in range(8))
    rows = legend_rows(many, inch(5), LOOK, sheet())
    assert sum(map(len, rows)) == 8
    assert all(legend_width(row, LOOK, sheet()) <= inch(5) for row in rows)
    assert len(rows) > 1
