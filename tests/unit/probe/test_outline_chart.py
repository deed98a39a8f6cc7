from __future__ import annotations

from lxml import etree

from engine.model.outline import OutlineChart, OutlineSeries
from engine.probe.outline_chart import chart_outline

SCATTER = """<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ser>
  <c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>渠道</c:v></c:pt></c:strCache></c:strRef></c:tx>
  <c:xVal><c:numRef><c:numCache><c:pt idx="0"><c:v>1.5</c:v></c:pt><c:pt idx="1"><c:v>2</c:v></c:pt></c:numCache></c:numRef></c:xVal>
  <c:yVal><c:numRef><c:numCache><c:ptCount val="2"/><c:pt idx="1"><c:v>8</c:v></c:pt></c:numCache></c:numRef></c:yVal>
</c:ser></c:chart>"""


def test_a_scatter_has_its_x_values_as_categories_and_gaps_are_kept() -> None:
    assert chart_outline(etree.fromstring(SCATTER)) == OutlineChart(("1.5", "2"), (OutlineSeries("渠道", (None, 8.0)),))


def test_a_damaged_point_is_a_gap() -> None:
    broken = SCATTER.replace("<c:v>8</c:v>", "<c:v>#N/A</c:v>")
    assert chart_outline(etree.fromstring(broken)).series[0].values == (None, None)


def test_a_chart_without_series_says_nothing() -> None:
    empty = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    assert chart_outline(etree.fromstring(empty)) == OutlineChart((), ())
