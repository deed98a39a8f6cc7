"""Every chart is native and editable: its workbook, its cache and its figure hold the same values."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest

from engine.model.deck import ChartBox
from engine.model.figure import ChartFigure
from engine.probe.chart_values import NativeChart, disagreements, native_charts
from engine.probe.workbook_cells import Cell
from tests.support.builds import Built
from tests.support.small_report import HOSTILE

SLIDE_CHART = re.compile(rb'Target="\.\./charts/(chart\d+\.xml)"')


@pytest.fixture(scope="module")
def charts(built: Built) -> dict[str, NativeChart]:
    """The chart parts by file name."""
    return {chart.part.rpartition("/")[2]: chart for chart in native_charts(built.blob("pptx"))}


def figures(built: Built) -> list[ChartFigure]:
    return [element.figure for slide in built.deck.slides for element in slide.elements if isinstance(element, ChartBox)]


def charts_of_slides(blob: bytes) -> list[list[str]]:
    """Return the chart files each slide refers to, in the order of its relationships."""
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        names = sorted((name for name in package.namelist() if re.fullmatch(r"ppt/slides/_rels/slide\d+\.xml\.rels", name)), key=_number)
        return [[found.decode() for found in SLIDE_CHART.findall(package.read(name))] for name in names]


def _number(name: str) -> int:
    return int("".join(filter(str.isdigit, name)))


def workbooks(built: Built) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(built.blob("pptx"))) as package:
        return {name: package.read(name) for name in package.namelist() if name.endswith(".xlsx")}


def test_every_planned_chart_is_a_chart_part_of_its_slide(built: Built) -> None:
    planned = [sum(isinstance(element, ChartBox) for element in slide.elements) for slide in built.deck.slides]
    assert [len(found) for found in charts_of_slides(built.blob("pptx"))] == planned
    assert sum(planned) >= 3


def test_every_chart_has_a_workbook_of_its_own(built: Built, charts: dict[str, NativeChart]) -> None:
    used = [chart.workbook for chart in charts.values()]
    assert sorted(used) == sorted(workbooks(built))
    assert len(set(used)) == len(figures(built))


def test_edit_data_would_show_what_the_charts_remember(built: Built) -> None:
    assert disagreements(built.blob("pptx")) == ()


def test_the_caches_hold_the_planned_values(built: Built, charts: dict[str, NativeChart]) -> None:
    order = [name for found in charts_of_slides(built.blob("pptx")) for name in found]
    for figure, name in zip(figures(built), order, strict=True):
        cached = [tuple(item.values) for item in charts[name].ranges]
        for series in figure.series:
            assert tuple(series.values) in cached, f"{name}: {series.name}"
            assert (series.name,) in cached, f"{name}: {series.name}"
        if not any(series.x for series in figure.series):
            assert tuple(figure.categories) in cached, name


def test_workbooks_hold_values_only(built: Built) -> None:
    for name, blob in workbooks(built).items():
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            parts = package.namelist()
            assert not [part for part in parts if re.search(r"external|macro|vba|comments|connections|calcChain", part)], name
            sheet = package.read("xl/worksheets/sheet1.xml")
            assert b"<f" not in sheet and b"hyperlink" not in sheet, name
        for sheets in openpyxl.load_workbook(io.BytesIO(blob)).worksheets:
            assert all(cell.data_type in {"s", "n"} for row in sheets.iter_rows() for cell in row), name


def test_labels_that_look_like_formulas_stay_words(small: Built) -> None:
    labels = [line.split(",")[0] for line in HOSTILE.splitlines()[1:]]
    chart = native_charts(small.blob("pptx"))[-1]
    assert _column(small, chart.workbook, "A")[1:] == labels
    assert tuple(labels) in [item.values for item in chart.ranges]


def test_a_missing_cell_is_a_gap_in_chart_and_workbook(small: Built) -> None:
    (line,) = (figure for figure in figures(small) if figure.name == "line")
    mall, live = (5000.0, None, 4500.0, 3000.0), (4000.0, 3000.0, 2500.0, None)
    dots = (5000.0, None, None, None)  # a line begins at its second point: the first week would not be seen
    assert {series.name: series.values for series in line.series} == {"商城": mall, "商城（单点）": dots, "直播间": live}
    chart = next(chart for chart in native_charts(small.blob("pptx")) if mall in [item.values for item in chart.ranges])
    stored = {column[0]: column[1:] for column in (_column(small, chart.workbook, letter) for letter in "BCD")}
    assert stored == {"商城": list(mall), "商城（单点）": list(dots), "直播间": list(live)}


def _column(built: Built, workbook: str, letter: str) -> list[Cell]:
    sheet = openpyxl.load_workbook(io.BytesIO(workbooks(built)[workbook])).worksheets[0]
    return [cell.value for cell in sheet[letter]]
