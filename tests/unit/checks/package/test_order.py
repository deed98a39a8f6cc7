"""The rules of FILE049: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.order import CHECK, drawn_order, section_last, word_order
from tests.support.package_seeds import (
    BARE,
    CHART,
    TABLE,
    Seed,
    adding,
    again,
    at,
    false_alarms,
    sound,
    to_end,
    to_front,
    told,
    too_few,
    unfound,
)

MASTER, STORY = "ppt/slideMasters/slideMaster1.xml", "word/document.xml"

SEEDS = (
    Seed(drawn_order, "deck", at(TABLE, "//a:rPr/a:latin", to_front)),
    Seed(drawn_order, "deck", at(MASTER, "//p:clrMap", to_end)),
    Seed(drawn_order, "deck", at(BARE, "//p:spTree", adding("<p:strange/>"))),
    Seed(drawn_order, "raw deck", at("ppt/charts/chart1.xml", "//c:ser/c:cat", to_front)),
    Seed(drawn_order, "deck", at(TABLE, "//a:tc/a:tcPr", to_front)),
    Seed(drawn_order, "deck", at(CHART, "//p:graphicFrame/a:graphic", to_front)),
    Seed(drawn_order, "deck", at(TABLE, "//p:sp/p:txBody", again)),
    Seed(drawn_order, "deck", at(TABLE, "//a:rPr/a:solidFill", again)),
    Seed(word_order, "document", at(STORY, "//w:pPr/w:pStyle", to_end)),
    Seed(word_order, "raw document", at(STORY, "//w:tblPr/w:tblW", to_front)),
    Seed(word_order, "raw document", at(STORY, "//w:tcPr", adding("<w:bold/>"))),
    Seed(section_last, "document", at(STORY, "//w:body/w:sectPr", to_front)),
    Seed(section_last, "raw document", at(STORY, "//w:p[w:r]/w:pPr", to_end)),
    Seed(section_last, "raw document", at(STORY, "//w:tc/w:tcPr", to_end)),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_names_both_elements() -> None:
    damaged = at(MASTER, "//p:clrMap", to_end)(sound("deck"))
    assert told(drawn_order, damaged) == [f"{MASTER}: p:sldMaster: has p:clrMap behind p:txStyles"]
