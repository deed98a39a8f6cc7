"""The rules of FILE046: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.workbooks import (
    CHECK,
    cell_values,
    cells_in_order,
    embedded_unreadable,
    joined_twice,
    sheet_names,
    table_columns,
)
from tests.support.package_seeds import (
    Seed,
    adding,
    again,
    at,
    false_alarms,
    holding,
    inside,
    put,
    saying,
    sound,
    text,
    told,
    too_few,
    unfound,
    without,
)

BOOK, SHEET, JOINED = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "//x:mergeCells"
INSIDE, WORD = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", "word/embeddings/Microsoft_Excel_Sheet1.xlsx"

SEEDS = (
    Seed(embedded_unreadable, "deck", holding(INSIDE, b"garbage")),
    Seed(embedded_unreadable, "document", holding(WORD, b"")),
    Seed(embedded_unreadable, "raw deck", inside(INSIDE, without("_rels/.rels"))),
    Seed(embedded_unreadable, "deck", inside(INSIDE, saying("[Content_Types].xml", "sheet.main+xml", "template.main+xml"))),
    Seed(sheet_names, "raw workbook", at(BOOK, "//x:sheet[2]", put("name", "SHEET"))),
    Seed(sheet_names, "raw workbook", at(BOOK, "//x:sheet[2]", put("sheetId", "1"))),
    Seed(sheet_names, "workbook", at(BOOK, "//x:sheet", put("name", "a/b"))),
    Seed(sheet_names, "workbook", at(BOOK, "//x:sheet", put("name", "n" * 32))),
    Seed(cells_in_order, "workbook", at(SHEET, "//x:row[2]", put("r", "1"))),
    Seed(cells_in_order, "raw workbook", at(SHEET, "//x:row[2]/x:c", again)),
    Seed(cells_in_order, "workbook", at(SHEET, "//x:row[2]/x:c", put("r", "B7"))),
    Seed(cell_values, "workbook", at(SHEET, "//x:c[@t='s']/x:v", text("4000"))),
    Seed(cell_values, "raw workbook", at(SHEET, "//x:row[3]/x:c[2]", put("s", "99"))),
    Seed(cell_values, "workbook", at(SHEET, "//x:row[2]/x:c", put("t", "text"))),
    Seed(joined_twice, "raw workbook", at(SHEET, JOINED, adding('<x:mergeCell ref="E2:F3"/>'))),
    Seed(joined_twice, "raw workbook", at(SHEET, "//x:mergeCell", again)),
    Seed(joined_twice, "raw workbook", at(SHEET, "//x:mergeCell", put("ref", "nonsense"))),
    Seed(table_columns, "raw workbook", at("xl/tables/table1.xml", "/*", put("ref", "A1:C3"))),
    Seed(table_columns, "raw workbook", at("xl/tables/table1.xml", "//x:tableColumn", put("name", "Value"))),
    Seed(table_columns, "raw workbook", at("xl/tables/table1.xml", "//x:tableColumn", again)),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_names_the_cell() -> None:
    damaged = at(SHEET, "//x:row[3]/x:c[2]", put("s", "99"))(sound("raw workbook"))
    assert told(cell_values, damaged) == ["xl/worksheets/sheet1.xml: x:c B3: names format 99, of 2"]
