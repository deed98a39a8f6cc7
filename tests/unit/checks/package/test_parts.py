"""The rules of FILE040: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.parts import (
    CHECK,
    core_properties,
    entry_twice,
    main_part,
    part_of_wrong_type,
    part_without_type,
    phantom_override,
    picture_damaged,
    xml_not_well_formed,
)
from tests.support.package_seeds import (
    TABLE,
    Seed,
    adding,
    again,
    at,
    drop,
    false_alarms,
    holding,
    put,
    saying,
    sound,
    text,
    told,
    too_few,
    twice,
    unfound,
    without,
)

TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
SLIDE_TYPE = "//ct:Override[@PartName='/ppt/slides/slide5.xml']"
MAIN = "//ct:Override[@PartName='/ppt/presentation.xml']"

SEEDS = (
    Seed(entry_twice, "deck", twice(TABLE)),
    Seed(entry_twice, "deck", twice("ppt/presentation.xml", "ppt/Presentation.xml")),
    Seed(entry_twice, "workbook", twice("xl/workbook.xml")),
    Seed(xml_not_well_formed, "deck", saying(TABLE, "W1", "W & 1")),
    Seed(xml_not_well_formed, "deck", saying(TABLE, "W1", "W\x0b1")),
    Seed(xml_not_well_formed, "document", saying("word/document.xml", "</w:p>", "")),
    Seed(xml_not_well_formed, "deck", holding("ppt/slides/_rels/slide5.xml.rels", b"")),
    Seed(part_without_type, "deck", twice(TABLE, "ppt/slides/slide9.unknown")),
    Seed(part_without_type, "raw deck", at(TYPES, "//ct:Default[@Extension='png']", drop)),
    Seed(part_without_type, "document", at(TYPES, "//ct:Default[@Extension='xlsx']", drop)),
    Seed(part_of_wrong_type, "deck", at(TYPES, SLIDE_TYPE, drop)),
    Seed(part_of_wrong_type, "deck", saying(TYPES, ".drawingml.chart+xml", ".drawingml.chartshapes+xml")),
    Seed(part_of_wrong_type, "document", saying(TYPES, "numbering+xml", "settings+xml")),
    Seed(phantom_override, "deck", without("ppt/viewProps.xml")),
    Seed(phantom_override, "document", at(TYPES, ".", adding('<ct:Override PartName="/word/gone.xml" ContentType="application/xml"/>'))),
    Seed(phantom_override, "workbook", without("xl/sharedStrings.xml")),
    Seed(main_part, "deck", at(TYPES, MAIN, put("ContentType", "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"))),
    Seed(main_part, "raw deck", saying(TYPES, "presentation.main+xml", "template.main+xml")),
    Seed(main_part, "document", without("_rels/.rels")),
    Seed(core_properties, "deck", at(CORE, "//dcterms:created", text("8 July 2025"))),
    Seed(core_properties, "document", at(CORE, "//dcterms:modified", text("2025-13-01T00:00:00Z"))),
    Seed(core_properties, "raw deck", at(CORE, "//dcterms:created", again)),
    Seed(picture_damaged, "raw deck", holding("ppt/media/image1.png", b"garbage")),
    Seed(picture_damaged, "raw document", holding("word/media/image1.png", b"")),
    Seed(picture_damaged, "raw document", holding("docProps/thumbnail.jpeg", b"<html/>")),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_names_the_part() -> None:
    assert told(phantom_override, without("ppt/viewProps.xml")(sound("deck"))) == [
        "[Content_Types].xml: Override /ppt/viewProps.xml: declares a part that is not there"
    ]


def test_a_date_may_be_a_year_a_month_or_a_moment() -> None:
    for date in ("2025", "2025-07", "2025-07-08", "2025-07-08T09:10Z", "2025-07-08T09:10:11.5+08:00"):
        assert not told(core_properties, at(CORE, "//dcterms:created", text(date))(sound("deck")))
