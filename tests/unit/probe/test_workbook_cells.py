from __future__ import annotations

import io

import openpyxl
import pytest

from engine.probe.workbook_cells import column_index, column_letters, range_values, workbook_cells
from engine.writers.ooxml.chart_sheet import SheetColumn
from engine.writers.ooxml.workbook import workbook

OURS = workbook((SheetColumn("类目", ("华东", "华南")), SheetColumn("GMV", (1.5, None), "0.0")))


def by_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "O'Neill"
    for row in (["类目", "GMV"], ["华东", 2268], ["华南", True]):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_our_workbook_is_read() -> None:
    assert workbook_cells(OURS) == {"Sheet1": {"A1": "类目", "B1": "GMV", "A2": "华东", "B2": 1.5, "A3": "华南"}}


def test_a_workbook_of_another_program_is_read() -> None:
    cells = workbook_cells(by_openpyxl())["O'Neill"]
    assert (cells["A2"], cells["B2"], cells["B3"]) == ("华东", 2268.0, "1")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Sheet1!$B$2:$B$3", (1.5, None)),
        ("'Sheet1'!A2", ("华东",)),
        ("Sheet1!A1:B2", ("类目", "GMV", "华东", 1.5)),
        ("Sheet9!A1", None),
        ("nonsense", None),
    ],
)
def test_ranges_are_read_row_by_row(reference: str, expected: tuple[object, ...] | None) -> None:
    assert range_values(workbook_cells(OURS), reference) == expected


def test_quotes_in_sheet_names_are_doubled_in_references() -> None:
    assert range_values(workbook_cells(by_openpyxl()), "'O''Neill'!$B$2") == (2268.0,)


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("AMJ", 1024)])
def test_columns_are_counted_from_one(letters: str, number: int) -> None:
    assert (column_index(letters), column_letters(number)) == (number, letters)
