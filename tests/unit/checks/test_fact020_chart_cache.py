"""FACT020: a chart shows other numbers than its workbook."""

from __future__ import annotations

from engine.checks import check_file
from engine.checks.fact020_chart_cache import run
from tests.unit.probe.test_chart_values import package


def told(blob: bytes) -> list[str]:
    return [f"{item.where} {item.code} {item.message.en}" for item in run(blob, "review.pptx")]


def test_equal_numbers_are_fine() -> None:
    assert told(package()) == []


def test_another_number_is_named_with_its_cells() -> None:
    assert told(package(2269)) == [
        "review.pptx FACT020 chart1.xml draws other numbers than its workbook holds at 'Sheet1'!$B$2:$B$3: 2268.0, — and 2269.0, —"
    ]


def test_a_missing_workbook_is_no_agreement() -> None:
    assert told(package(workbook=False))[0].endswith("华东, 华南 and （空）")


def test_asked_of_office_files() -> None:
    assert [item.code for item in check_file("docx", package(2269), "review.docx")] == ["FACT020"]
    assert [item.code for item in check_file("pptx", package(2269), "review.pptx")] == ["FACT020"]
    assert check_file("pdf", b"", "review.pdf") == ()
