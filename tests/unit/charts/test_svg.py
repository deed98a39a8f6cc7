import re
from xml.etree import ElementTree as ET

import pytest

from engine.base.units import Size, inch
from engine.charts import CHARTS
from engine.charts.svg import chart_svg
from engine.model.figure import ChartFigure
from tests.support.charts import PERCENT, chart, figure, series

SIZE = Size(inch(6), inch(3))
PARTS = {"pie": 1, "doughnut": 1, "funnel": 1, "waterfall": 1, "bubble": 3}


def sample(kind: str) -> ChartFigure:
    if kind == "combo":
        return figure(chart(kind, "a b c", series("GMV", 3, 2, 1), series("率", 0.1, None, 0.2, style=PERCENT, secondary=True)))
    if kind == "waterfall":
        return figure(chart(kind, "a b c", series("费用", 3, -1, 2)))
    drawn = [series("今年", 3, 2, 1), series("去年", 2, 2, 2), series("前年", 1, 1, 1)]
    return figure(chart(kind, "甲 乙 丙", *drawn[: PARTS.get(kind, 2)]))


@pytest.mark.parametrize("kind", CHARTS.names)
def test_every_kind_is_plain_paths_circles_and_words(kind: str) -> None:
    root = ET.fromstring(chart_svg(sample(kind), SIZE))
    assert (root.get("width"), root.get("viewBox"), root.get("font-family")) == ("432pt", "0 0 432 216", "Noto Sans CJK SC")
    assert {node.tag.rpartition("}")[2] for node in root} <= {"path", "circle", "text"}
    assert any(node.tag.endswith("text") for node in root)
    assert not re.search(r"nan|inf|None", ET.tostring(root, "unicode"))


@pytest.mark.parametrize("kind", CHARTS.names)
def test_the_same_figure_gives_the_same_characters(kind: str) -> None:
    assert chart_svg(sample(kind), SIZE) == chart_svg(sample(kind), SIZE)


def test_a_simple_chart_can_be_read_in_full() -> None:
    drawn = figure(chart("column", "华东 华南", series("GMV", 3, None)))
    assert re.findall(r"<(?:path [^>]+/|text.+?/text)>", chart_svg(drawn, SIZE)) == [
        '<path d="M1 193.28H431" fill="none" stroke="#9FB0BC" stroke-width="1"/>',
        '<path d="M48.78 23.62H168.22V193.28H48.78Z" fill="#1A6585"/>',
        '<text x="108.5" y="211.86" font-size="10.5" fill="#43535F" text-anchor="middle">华东</text>',
        '<text x="323.5" y="211.86" font-size="10.5" fill="#43535F" text-anchor="middle">华南</text>',
        '<text x="108.5" y="16.95" font-size="12" fill="#14232F" text-anchor="middle" font-weight="bold">3</text>',
    ]
