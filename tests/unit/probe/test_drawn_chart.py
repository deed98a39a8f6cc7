from __future__ import annotations

from lxml import etree

from engine.probe.drawn_chart import ChartFacts, chart_facts

SPACE = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def facts(plots: str, *, title: str = "", axes: str = "") -> ChartFacts:
    head = f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>" if title else ""
    return chart_facts(
        etree.fromstring(f"<c:chartSpace {SPACE}><c:chart>{head}<c:plotArea><c:layout/>{plots}{axes}</c:plotArea></c:chart></c:chartSpace>")
    )


def series(points: int, inner: str = "", code: str = "General") -> str:
    values = f'<c:val><c:numRef><c:numCache><c:formatCode>{code}</c:formatCode><c:ptCount val="{points}"/></c:numCache></c:numRef></c:val>'
    return f"<c:ser>{inner}{values}</c:ser>"


def test_plots_points_series_and_title() -> None:
    plots = f"<c:barChart>{series(4)}{series(6)}</c:barChart><c:lineChart>{series(6)}</c:lineChart>"
    assert facts(plots, title="GMV（万元）") == ChartFacts(("barChart", "lineChart"), 6, 3, "GMV（万元）", has_unit=False)


def test_a_series_that_draws_nothing_is_not_counted() -> None:
    assert facts(f"<c:barChart>{series(4, '<c:spPr><a:noFill/></c:spPr>')}{series(4)}</c:barChart>").series == 1


def test_a_unit_is_in_the_format_of_numbers_or_on_an_axis() -> None:
    assert facts(f"<c:barChart>{series(4, code='0.0%')}</c:barChart>").has_unit
    assert not facts(f"<c:barChart>{series(4, code='#,##0.0')}</c:barChart>").has_unit
    axis = "<c:valAx><c:title><c:tx><c:rich><a:p><a:r><a:t>万元</a:t></a:r></a:p></c:rich></c:tx></c:title></c:valAx>"
    assert facts(f"<c:barChart>{series(4)}</c:barChart>", axes=axis).has_unit


def test_an_empty_chart_has_nothing() -> None:
    assert facts("") == ChartFacts((), 0, 0, "", has_unit=False)
