import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from engine.charts import CHARTS
from engine.model.figure import ChartFigure
from engine.writers.ooxml.chart_sheet import chart_sheet
from engine.writers.ooxml.chart_xml import chart_xml
from tests.support.charts import PERCENT, chart, figure, series

PARTS = {"pie": 1, "doughnut": 1, "funnel": 1, "bubble": 3}


def sample(kind: str) -> ChartFigure:
    if kind == "combo":
        return figure(chart(kind, "a b c", series("GMV", 3, 2, 1), series("率", 0.1, None, 0.2, style=PERCENT, secondary=True)))
    if kind == "waterfall":
        return figure(chart(kind, "a b c", series("费用", 3, -1, 2)))
    drawn = [series("今年", 3, 2, 1), series("去年", 2, 2, 2), series("前年", 1, 1, 1)]
    return figure(chart(kind, "甲 乙 丙", *drawn[: PARTS.get(kind, 2)]))


def xml(drawn: ChartFigure) -> str:
    return chart_xml(drawn, chart_sheet(drawn), "rId7").decode()


@pytest.mark.parametrize("kind", CHARTS.names)
def test_axes_cross_each_other_under_positive_numbers(kind: str) -> None:
    root = ET.fromstring(xml(sample(kind)))
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    own: list[str] = []
    crossed: list[str] = []
    for axis in [*root.iter(f"{space}catAx"), *root.iter(f"{space}valAx")]:
        own += [node.get("val", "") for node in axis.findall(f"{space}axId")]
        crossed += [node.get("val", "") for node in axis.findall(f"{space}crossAx")]
    used = [node.get("val", "") for group in root.iter() if group.tag.endswith("Chart") for node in group.findall(f"{space}axId")]
    assert sorted(own) == sorted(crossed) == sorted(set(used))
    assert all(int(number) > 0 for number in own)
    assert len(own) == {"pie": 0, "doughnut": 0, "combo": 4}.get(kind, 2)


@pytest.mark.parametrize("kind", CHARTS.names)
def test_every_chart_is_plain_fixed_and_tied_to_its_workbook(kind: str) -> None:
    text = xml(sample(kind))
    assert text.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
    assert '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>' in text
    assert '<c:autoTitleDeleted val="1"/>' in text and "<c:legend>" not in text
    assert '<c:layoutTarget val="inner"/>' in text and '<c:dispBlanksAs val="gap"/>' in text
    assert text.endswith('<c:externalData r:id="rId7"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>')
    assert ("c:smooth" in text) == any(mark in text for mark in ("<c:lineChart>", "<c:scatterChart>"))


def test_series_are_numbered_through_all_groups() -> None:
    numbers = re.findall(r'<c:ser><c:idx val="(\d+)"/><c:order val="(\d+)"/>', xml(sample("waterfall")))
    assert [int(index) for index, _ in numbers] == list(range(len(numbers))) == [int(place) for _, place in numbers]


def test_the_scale_is_fixed() -> None:
    drawn = figure(chart("line", "a b", series("GMV", 3, 4)))
    text = xml(replace(drawn, value_axis=replace(drawn.value_axis, maximum=4.6)))
    assert '<c:max val="4.6"/><c:min val="0"/>' in text and '<c:majorUnit val="1"/>' in text
    assert '<c:crossBetween val="between"/>' in text
    assert '<c:crossBetween val="midCat"/>' in xml(sample("area"))


def test_horizontal_bars_run_downwards() -> None:
    text = xml(sample("bar"))
    assert '<c:barDir val="bar"/>' in text and '<c:orientation val="maxMin"/>' in text


def test_the_second_axis_stands_on_the_right_and_has_a_hidden_partner() -> None:
    text = xml(sample("combo"))
    assert text.count('<c:delete val="1"/>') == 1 and '<c:axPos val="r"/>' in text
