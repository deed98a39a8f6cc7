"""The rules of FILE042: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.slide_list import CHECK, layout_number, listed_as_another, listed_twice, slide_number, theme_incomplete
from tests.support.package_seeds import Seed, at, drop, false_alarms, put, sound, told, too_few, unfound

DECK, MASTER, THEME = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"

SEEDS = (
    Seed(slide_number, "deck", at(DECK, "//p:sldId[2]", put("id", "256"))),
    Seed(slide_number, "deck", at(DECK, "//p:sldId[2]", put("id", "12"))),
    Seed(slide_number, "raw deck", at(DECK, "//p:sldId", put("id", "2147483648"))),
    Seed(slide_number, "raw deck", at(DECK, "//p:sldId", put("id", "one"))),
    Seed(layout_number, "deck", at(MASTER, "//p:sldLayoutId[2]", put("id", "2147483648"))),
    Seed(layout_number, "deck", at(MASTER, "//p:sldLayoutId[2]", put("id", "2147483649"))),
    Seed(layout_number, "raw deck", at(MASTER, "//p:sldLayoutId", put("id", "7"))),
    Seed(listed_twice, "deck", at(DECK, "//p:sldId[2]", put("r:id", "rId7"))),
    Seed(listed_twice, "deck", at(MASTER, "//p:sldLayoutId[2]", put("r:id", "rId1"))),
    Seed(listed_twice, "deck", at(DECK, "//p:sldId[6]", put("r:id", "rId8"))),
    Seed(listed_as_another, "deck", at(DECK, "//p:sldId[2]", put("r:id", "rId1"))),
    Seed(listed_as_another, "deck", at(DECK, "//p:sldMasterId", put("r:id", "rId7"))),
    Seed(listed_as_another, "deck", at(DECK, "//p:notesMasterId", put("r:id", "rId5"))),
    Seed(theme_incomplete, "deck", at(THEME, "//a:fillStyleLst/*[2]", drop)),
    Seed(theme_incomplete, "raw deck", at(THEME, "//a:effectStyleLst/*[1]", drop)),
    Seed(theme_incomplete, "document", at("word/theme/theme1.xml", "//a:lnStyleLst/*[1]", drop)),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_names_both_slides() -> None:
    damaged = at(DECK, "//p:sldId[2]", put("id", "256"))(sound("deck"))
    assert told(slide_number, damaged) == ["ppt/presentation.xml: p:sldId rId8: has number 256, as p:sldId rId7 has"]
