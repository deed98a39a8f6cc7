"""The rules of FILE043: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.shapes import (
    CHECK,
    color,
    font_size,
    measure,
    shape_number,
    shape_number_twice,
    text_anchor,
    text_without_paragraph,
)
from tests.support.package_seeds import BARE, CHART, TABLE, Seed, at, drop, emptied, false_alarms, put, sound, told, too_few, unfound

CELLS = "ppt/charts/chart1.xml"

SEEDS = (
    Seed(shape_number, "deck", at(BARE, "//p:sp/p:nvSpPr/p:cNvPr", put("id", "0"))),
    Seed(shape_number, "raw deck", at("ppt/slides/slide1.xml", "//p:pic//p:cNvPr", put("id", "-3"))),
    Seed(shape_number, "deck", at(CHART, "//p:graphicFrame//p:cNvPr", put("id", "x"))),
    Seed(shape_number_twice, "deck", at(BARE, "(//p:sp//p:cNvPr)[2]", put("id", "1"))),
    Seed(shape_number_twice, "raw deck", at("ppt/slides/slide1.xml", "//p:pic//p:cNvPr", put("id", "2"))),
    Seed(shape_number_twice, "raw deck", at("ppt/slideLayouts/slideLayout1.xml", "(//p:cNvPr)[2]", put("id", "1"))),
    Seed(measure, "deck", at(BARE, "//p:sp//a:ext[@cx]", put("cx", "-5"))),
    Seed(measure, "deck", at(BARE, "//p:sp//a:off", put("x", "NaN"))),
    Seed(measure, "deck", at(TABLE, "//p:sp//a:off", put("y", "1.5"))),
    Seed(measure, "document", at("word/document.xml", "//wp:extent", put("cy", "-1"))),
    Seed(color, "deck", at("ppt/theme/theme1.xml", "//a:srgbClr", put("val", "#FF0000"))),
    Seed(color, "deck", at("ppt/theme/theme1.xml", "//a:srgbClr", put("val", "White"))),
    Seed(color, "raw document", at("word/theme/theme1.xml", "//a:srgbClr", put("val", "FFF"))),
    Seed(font_size, "deck", at(TABLE, "//a:rPr[@sz]", put("sz", "50"))),
    Seed(font_size, "deck", at(CELLS, "//a:defRPr[@sz]", put("sz", "12.5"))),
    Seed(font_size, "raw deck", at("ppt/slideMasters/slideMaster1.xml", "//a:defRPr", put("sz", "400001"))),
    Seed(text_without_paragraph, "deck", at(BARE, "//p:txBody/a:p", drop)),
    Seed(text_without_paragraph, "raw deck", at("ppt/slides/slide3.xml", "//a:tc/a:txBody", emptied)),
    Seed(text_without_paragraph, "deck", at(CELLS, "//c:txPr/a:p", drop)),
    Seed(text_anchor, "deck", at(BARE, "//a:bodyPr", put("anchor", "mid"))),
    Seed(text_anchor, "deck", at(TABLE, "//a:tcPr", put("anchor", "middle"))),
    Seed(text_anchor, "deck", at(TABLE, "//a:pPr", put("algn", "right"))),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_names_the_shape() -> None:
    damaged = at(BARE, "//p:sp//a:ext[@cx]", put("cx", "-5"))(sound("deck"))
    (said,) = told(measure, damaged)
    assert said.startswith(f'{BARE}: p:sp "') and said.endswith('), a:ext: cx="-5" is negative')
