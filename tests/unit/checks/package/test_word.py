"""The rules of FILE047: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.word import (
    CHECK,
    bookmark_unpaired,
    cell_end,
    drawing_number_twice,
    field_open,
    list_undefined,
    row_width,
    row_without_cell,
    stray_text,
    style_undefined,
)
from tests.support.package_seeds import (
    Seed,
    adding,
    again,
    at,
    drop,
    emptied,
    false_alarms,
    put,
    sound,
    text,
    to_end,
    told,
    too_few,
    unfound,
)

STORY = "word/document.xml"
CELL = "//w:tc[w:p]"
FIELD = "//w:fldChar[@w:fldCharType='{}']"

SEEDS = (
    Seed(cell_end, "document", at(STORY, f"{CELL}/w:p", drop)),
    Seed(cell_end, "raw document", at(STORY, "//w:tc/w:tbl", to_end)),
    Seed(cell_end, "raw document", at(STORY, CELL, emptied)),
    Seed(row_width, "document", at(STORY, f"{CELL}/w:tcPr", adding('<w:gridSpan w:val="9"/>', 1))),
    Seed(row_width, "raw document", at(STORY, "//w:tr[3]/w:tc", again)),
    Seed(row_width, "raw document", at(STORY, "//w:gridCol", drop)),
    Seed(row_without_cell, "document", at(STORY, "//w:tr", emptied)),
    Seed(row_without_cell, "raw document", at(STORY, "//w:tblGrid", drop)),
    Seed(row_without_cell, "raw document", at(STORY, "//w:tc//w:tr", emptied)),
    Seed(field_open, "document", at(STORY, FIELD.format("end"), drop)),
    Seed(field_open, "document", at(STORY, FIELD.format("begin"), drop)),
    Seed(field_open, "document", at("word/footer1.xml", FIELD.format("begin"), again)),
    Seed(stray_text, "document", at(STORY, "//w:body", text("stray"))),
    Seed(stray_text, "raw document", at(STORY, "//w:tr", text("stray"))),
    Seed(stray_text, "document", at("word/header2.xml", "//w:p", text("stray"))),
    Seed(list_undefined, "raw document", at(STORY, "//w:p/w:pPr", adding('<w:numPr><w:numId w:val="99"/></w:numPr>'))),
    Seed(list_undefined, "document", at("word/numbering.xml", "//w:num/w:abstractNumId", put("w:val", "99"))),
    Seed(list_undefined, "document", at(STORY, "//w:p/w:pPr", adding('<w:numPr><w:numId w:val="x"/></w:numPr>', 1))),
    Seed(style_undefined, "document", at(STORY, "//w:pStyle", put("w:val", "Nowhere"))),
    Seed(style_undefined, "raw document", at(STORY, "//w:tblStyle", put("w:val", "ListBullet"))),
    Seed(style_undefined, "raw document", at("word/styles.xml", "//w:style", again)),
    Seed(bookmark_unpaired, "document", at(STORY, "//w:bookmarkEnd", drop)),
    Seed(bookmark_unpaired, "document", at(STORY, "(//w:bookmarkStart)[2]", put("w:id", "1"))),
    Seed(bookmark_unpaired, "document", at(STORY, "(//w:bookmarkStart)[2]", put("w:name", "SECTION_1"))),
    Seed(drawing_number_twice, "raw document", at(STORY, "(//wp:docPr)[2]", put("id", "1"))),
    Seed(drawing_number_twice, "document", at(STORY, "(//wp:inline/wp:docPr)[2]", put("id", "56"))),
    Seed(drawing_number_twice, "document", at(STORY, "(//wp:inline/wp:docPr)[1]", put("id", "57"))),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_counts_tables_rows_and_cells() -> None:
    damaged = at(STORY, "//w:tr[3]/w:tc[2]/w:p", drop)(sound("raw document"))
    assert told(cell_end, damaged) == ["word/document.xml: w:tbl 1, w:tr 3, w:tc 2: does not end in a paragraph"]
