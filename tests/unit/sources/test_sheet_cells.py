from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from engine.sources.dates import EXCEL_1900
from engine.sources.grid import BadCell, CellFault, Merge, Percent
from engine.sources.number_formats import Shown
from engine.sources.sheet_cells import SheetCells, column_index, has_content, read_cells
from engine.sources.workbook import Workbook

FORMATS = (Shown.NUMBER, Shown.PERCENT, Shown.DATE)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>{}</worksheet>'


def cells(tmp_path: Path, rows: str, after: str = "", *, uncalculated: bool = False) -> SheetCells:
    path = tmp_path / "s.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("sheet.xml", SHEET.format(rows, after))
    book = Workbook((), FORMATS, EXCEL_1900, uncalculated, macros=False, strings_part=None)
    with zipfile.ZipFile(path) as package:
        return read_cells(package, "sheet.xml", book, ["抖音", "微信"])


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>1.5E3</v></c>', 1500.0),
        ('<c r="A1" s="1"><v>0.25</v></c>', Percent(0.25)),
        ('<c r="A1" s="2"><v>45839.5</v></c>', dt.date(2025, 7, 1)),
        ('<c r="A1" s="2"><v>-5</v></c>', -5.0),
        ('<c r="A1" s="99"><v>1</v></c>', 1.0),
        ('<c r="A1"><v>1e999</v></c>', "1e999"),
        ('<c r="A1" t="s"><v>1</v></c>', "微信"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', BadCell(CellFault.ERROR_VALUE, "#REF!")),
        ('<c r="A1" t="d"><v>2025-07-01T00:00:00</v></c>', dt.date(2025, 7, 1)),
        ('<c r="A1" t="inlineStr"><is><r><t>抖</t></r><r><t>音</t></r><rPh><t>dou</t></rPh></is></c>', "抖音"),
        ('<c r="A1" t="str"><f>B1</f><v>好</v></c>', "好"),
        ('<c r="A1"><f aca="false">B1*2</f><v>8</v></c>', 8.0),
        ('<c r="A1"><f>B1</f></c>', BadCell(CellFault.NO_RESULT, "=B1")),
        ('<c r="A1"><f>B1</f><v/></c>', BadCell(CellFault.NO_RESULT, "=B1")),
        ('<c r="A1"><f t="shared" si="0"/><v></v></c>', BadCell(CellFault.NO_RESULT, "=…")),
    ],
)
def test_values_of_cells(tmp_path: Path, cell: str, value: object) -> None:
    assert cells(tmp_path, f'<row r="1">{cell}</row>').rows == {1: [(0, value)]}


@pytest.mark.parametrize(
    "cell",
    ['<c r="A1"/>', '<c r="A1" s="1"><v/></c>', '<c r="A1" t="str"><f>B1</f><v></v></c>', '<c r="A1" t="inlineStr"><is><t/></is></c>'],
)
def test_cells_that_show_nothing_are_left_out(tmp_path: Path, cell: str) -> None:
    assert cells(tmp_path, f'<row r="1">{cell}</row>').rows == {}


def test_positions_may_be_left_out(tmp_path: Path) -> None:
    sheet = cells(
        tmp_path,
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    )
    assert sheet.rows == {1: [(0, 1.0), (1, 2.0)], 5: [(2, 3.0), (3, 4.0)], 6: [(0, 5.0)]}


def test_merges_and_hidden_rows(tmp_path: Path) -> None:
    sheet = cells(
        tmp_path, '<row r="3" hidden="1"><c><v>1</v></c></row>', '<mergeCells><mergeCell ref="A2:C4"/><mergeCell ref="B9"/></mergeCells>'
    )
    assert sheet.merges == [Merge(1, 0, 3, 2), Merge(8, 1, 8, 1)]
    assert sheet.hidden_rows == {3}


def test_a_program_that_cannot_calculate_leaves_zeros(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><f>C1</f><v>7</v></c><c r="C1"><v>0</v></c></row>'
    sheet = cells(tmp_path, row, uncalculated=True)
    assert sheet.rows == {1: [(0, BadCell(CellFault.NO_RESULT, "=B1")), (1, 7.0), (2, 0.0)]}
    assert sheet.doubtful == 1
    assert cells(tmp_path, row).rows[1][0] == (0, 0.0)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="1048577"/>',
        '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="x"/>',
        '<row r="1"><c r="A1"><v>zwei</v></c></row>',
    ],
)
def test_malformed_parts_raise_what_the_caller_catches(tmp_path: Path, rows: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        cells(tmp_path, rows)


def test_content_is_found_without_reading_on(tmp_path: Path) -> None:
    path = tmp_path / "s.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("full.xml", SHEET.format('<row r="1"><c r="A1"><v>1</v></c></row>', ""))
        package.writestr("empty.xml", SHEET.format('<row r="1"><c r="A1" s="3"/></row>', ""))
    with zipfile.ZipFile(path) as package:
        assert has_content(package, "full.xml")
        assert not has_content(package, "empty.xml")


def test_column_index() -> None:
    assert [column_index(letters) for letters in ("A", "Z", "AA", "XFD")] == [0, 25, 26, 16383]
