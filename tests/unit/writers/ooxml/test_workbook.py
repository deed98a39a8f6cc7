import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writers.ooxml.chart_sheet import SheetColumn
from engine.writers.ooxml.workbook import workbook

CELLS = st.one_of(st.none(), st.floats(-1e12, 1e12), st.text(st.characters(codec="utf-8", min_codepoint=32), min_size=1, max_size=8))


def rows(blob: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


def test_the_cells_are_what_the_columns_say() -> None:
    blob = workbook((SheetColumn("类目", ("年货节", "储备金\n未动用")), SheetColumn("GMV", (2268, None), "#,##0")))
    assert rows(blob) == [("类目", "GMV"), ("年货节", 2268), ("储备金\n未动用", None)]


def test_numbers_keep_their_format() -> None:
    blob = workbook((SheetColumn("a", ("x",)), SheetColumn("b", (1.5,), '0.0;"−"0.0'), SheetColumn("c", (2,), '0.0;"−"0.0')))
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert sheet is not None
    assert [sheet[address].number_format for address in ("B2", "C2", "A2")] == ['0.0;"−"0.0', '0.0;"−"0.0', "General"]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "1e5", " a "])
def test_a_string_never_becomes_a_formula_or_a_number(text: str) -> None:
    blob = workbook((SheetColumn(text, (text,)),))
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and 't="s"' in sheet
    book = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert book is not None and book["A2"].value == text


def test_every_part_is_there_with_a_fixed_date() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook((SheetColumn("a", (1.0,)),)))) as package:
        assert package.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml",
            "xl/theme/theme1.xml",
            "xl/styles.xml",
            "xl/sharedStrings.xml",
        ]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_cell_reads_back(columns: list[list[str | float | None]]) -> None:
    made = tuple(SheetColumn(f"列{number}", tuple(values)) for number, values in enumerate(columns))
    blob = workbook(made)
    assert blob == workbook(made)
    read = rows(blob)[1:]
    for number, values in enumerate(columns):
        for index, value in enumerate(values):
            found = read[index][number] if index < len(read) and number < len(read[index]) else None
            assert found == value
