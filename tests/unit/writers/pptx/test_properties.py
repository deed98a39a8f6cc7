from __future__ import annotations

import re
from dataclasses import replace

from engine.writers.pptx.properties import app_properties, section_list
from tests.unit.writers.pptx.sample_deck import META, sample_deck

IDS = tuple(range(256, 262))


def outline(xml: str) -> list[tuple[str, list[str]]]:
    sections = re.findall(r'<p14:section name="([^"]*)"[^>]*>(.*?)</p14:section>', xml)
    return [(name, re.findall(r'<p14:sldId id="(\d+)"/>', listed)) for name, listed in sections]


def test_each_slide_is_in_its_section() -> None:
    assert outline(section_list(sample_deck(), IDS)) == [
        ("开场", ["256", "257"]),
        ("上半年业绩回顾", ["258", "259", "260"]),
        ("总结", ["261"]),
    ]


def test_slides_before_the_first_section_get_one() -> None:
    late = replace(sample_deck(), sections=(("业绩", 2),))
    assert outline(section_list(late, IDS))[0] == ("默认节", ["256", "257"])
    english = replace(late, meta=replace(META, language="en"))
    assert outline(section_list(english, IDS))[0][0] == "Default Section"


def test_no_sections() -> None:
    assert section_list(replace(sample_deck(), sections=()), IDS) == ""


def test_ids_depend_on_place_and_name_alone() -> None:
    twice = replace(sample_deck(), sections=(("甲", 0), ("甲", 3)))
    ids = re.findall(r'id="(\{[0-9A-F-]{36}\})"', section_list(twice, IDS))
    assert len(set(ids)) == 2
    assert ids == re.findall(r'id="(\{[0-9A-F-]{36}\})"', section_list(twice, IDS))


def test_app_properties() -> None:
    deck = replace(sample_deck(), meta=replace(META, organisation="甲 & 乙"))
    xml = app_properties(deck)
    assert "<Application>debrief</Application><Slides>6</Slides><Notes>2</Notes><Company>甲 &amp; 乙</Company>" in xml
