"""The rules of FILE041: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.relations import (
    CHECK,
    address_unfit,
    family_broken,
    id_twice,
    id_unknown,
    notes_alone,
    notes_shared,
    target_missing,
)
from tests.support.package_seeds import (
    CHART,
    TABLE,
    Seed,
    adding,
    again,
    at,
    drop,
    false_alarms,
    put,
    saying,
    sound,
    told,
    too_few,
    unfound,
    without,
)

RELS = "ppt/slides/_rels/slide{}.xml.rels"
LINK = "//rel:Relationship[@TargetMode='External']"

SEEDS = (
    Seed(target_missing, "deck", without(TABLE)),
    Seed(target_missing, "raw deck", without("ppt/media/image1.png")),
    Seed(target_missing, "document", without("word/embeddings/Microsoft_Excel_Sheet1.xlsx")),
    Seed(target_missing, "deck", saying("ppt/_rels/presentation.xml.rels", "theme/theme1.xml", "theme/theme9.xml")),
    Seed(id_twice, "deck", at("ppt/_rels/presentation.xml.rels", "//rel:Relationship", again)),
    Seed(id_twice, "raw deck", at(RELS.format(1), "//rel:Relationship[2]", put("Id", "rId1"))),
    Seed(id_twice, "document", at("word/_rels/document.xml.rels", "//rel:Relationship[2]", again)),
    Seed(id_unknown, "raw deck", at("ppt/slides/slide1.xml", "//a:blip", put("r:embed", "rId99"))),
    Seed(id_unknown, "deck", at(CHART, "//c:chart", put("r:id", "rId99"))),
    Seed(id_unknown, "document", at("word/document.xml", "//w:headerReference", put("r:id", "nowhere"))),
    Seed(address_unfit, "raw deck", at(RELS.format(1), LINK, put("Target", "http://exam ple.org/a b"))),
    Seed(address_unfit, "raw deck", at(RELS.format(2), LINK, put("Target", "http://"))),
    Seed(address_unfit, "raw deck", at(RELS.format(3), LINK, put("Target", "https://[bad"))),
    Seed(address_unfit, "raw deck", at(RELS.format(3), LINK, put("Target", "http://example.org:port/"))),
    Seed(family_broken, "deck", at(RELS.format(3), "//rel:Relationship", drop)),
    Seed(family_broken, "deck", at("ppt/slideLayouts/_rels/slideLayout2.xml.rels", "//rel:Relationship", drop)),
    Seed(family_broken, "raw deck", at("ppt/slideMasters/_rels/slideMaster1.xml.rels", "//rel:Relationship[last()]", drop)),
    Seed(notes_shared, "raw deck", saying(RELS.format(2), "notesSlide2", "notesSlide1")),
    Seed(notes_shared, "raw deck", saying(RELS.format(3), "notesSlide3", "notesSlide1")),
    Seed(notes_shared, "raw deck", saying(RELS.format(1), "notesSlide1", "notesSlide3")),
    Seed(notes_alone, "raw deck", saying("ppt/notesSlides/_rels/notesSlide1.xml.rels", "slides/slide1.xml", "slides/slide2.xml")),
    Seed(notes_alone, "raw deck", without("ppt/notesSlides/_rels/notesSlide2.xml.rels")),
    Seed(notes_alone, "raw deck", at("ppt/notesSlides/_rels/notesSlide3.xml.rels", "//rel:Relationship[2]", drop)),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_names_the_element() -> None:
    damaged = at(CHART, "//c:chart", put("r:id", "rId99"))(sound("deck"))
    (said,) = told(id_unknown, damaged)
    assert said == f'{CHART}: p:graphicFrame "topic-1-1/chart" (id 6), c:chart: r:id="rId99" names no relationship'


def test_actions_may_name_nothing() -> None:
    path, empty = "//a:rPr", '<a:hlinkClick r:id="" action="ppaction://noaction"/>'
    assert not told(id_unknown, at(TABLE, path, adding(empty))(sound("deck")))


def test_parts_are_found_whatever_their_case_and_encoding() -> None:
    changed = saying("ppt/_rels/presentation.xml.rels", "theme/theme1.xml", "THEME/the%6De1.xml")
    assert not told(target_missing, changed(sound("deck")))
