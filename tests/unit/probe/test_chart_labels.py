from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

from engine.probe.chart_labels import chart_labels, printed
from engine.probe.drawn import ChartLabel

LABELS = '<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/><c:showVal val="1"/></c:dLbls>'


def labels(kind: XL_CHART_TYPE, *series: tuple[float, ...], code: str = "0", shown: bool = True) -> tuple[ChartLabel, ...]:
    data: Any = CategoryChartData()
    data.categories = [f"{n} 月" for n in range(len(series[0]))]
    for number, values in enumerate(series):
        data.add_series(f"系列 {number}", values)
    xml = str(ChartXmlWriter(kind, data).xml)
    if shown:
        xml = xml.replace("<c:cat>", LABELS.format(code=code) + "<c:cat>")
    return chart_labels(etree.fromstring(xml.encode()), 600, 300)


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (1234.5, "#,##0.0", "1,234.5"),
        (0.125, "0.0%", "12.5%"),
        (3, '0"万元"', "3万元"),
        (3.0, "General", "3"),
        (12, '0;\\-0;"无"', "12"),
        (7, '"目标"', "目标"),
        (1500, "[$¥-804]#,##0", "1,500"),
    ],
)
def test_a_number_is_printed_about_as_office_does(value: float, code: str, words: str) -> None:
    assert printed(value, code) == words


def test_labels_stand_above_their_columns_from_left_to_right() -> None:
    first, second, third = labels(XL_CHART_TYPE.COLUMN_CLUSTERED, (10, 20, 5))
    assert [each.words for each in (first, second, third)] == ["10", "20", "5"]
    assert first.box.x < second.box.x < third.box.x
    assert second.box.y < first.box.y < third.box.y


def test_labels_of_bars_stand_at_their_ends_from_above() -> None:
    first, second = labels(XL_CHART_TYPE.BAR_CLUSTERED, (10, 20))
    assert first.box.x < second.box.x
    assert first.box.y < second.box.y


def test_labels_of_stacked_columns_stand_inside_one_above_the_other() -> None:
    lower, upper = labels(XL_CHART_TYPE.COLUMN_STACKED, (10,), (30,))
    assert lower.box.x == upper.box.x
    assert upper.box.bottom < lower.box.y


def test_labels_of_a_round_chart_begin_at_twelve_and_go_clockwise() -> None:
    right, left = labels(XL_CHART_TYPE.DOUGHNUT, (50, 50))
    assert right.box.x > left.box.x


def test_the_labels_of_a_pie_that_office_puts_where_there_is_room_have_no_place() -> None:
    assert labels(XL_CHART_TYPE.PIE, (50, 50)) == ()


def test_a_chart_without_labels_or_frame_has_none() -> None:
    assert labels(XL_CHART_TYPE.LINE, (1, 2), shown=False) == ()
    assert (
        chart_labels(etree.fromstring("<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'/>"), 600, 300) == ()
    )


def test_points_without_a_value_have_no_label() -> None:
    assert [each.words for each in labels(XL_CHART_TYPE.LINE, (1, None, 3))] == ["1", "3"]  # type: ignore[arg-type]  # a gap
