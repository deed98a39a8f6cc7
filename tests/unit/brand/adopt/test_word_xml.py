from __future__ import annotations

from engine.brand.adopt.word_xml import PARAGRAPH, drop, node, parsed, part_of, put, twips, value
from tests.support.company_papers import text_of


def test_children_are_put_where_the_schema_has_them() -> None:
    holder = parsed('<w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr>')
    put(holder, node("spacing", after=20), PARAGRAPH)
    put(holder, node("jc", val="center"), PARAGRAPH)
    put(holder, node("outlineLvl", val=9), PARAGRAPH)
    assert text_of(holder) == '<w:pPr><w:keepNext/><w:spacing w:after="20"/><w:jc w:val="center"/><w:outlineLvl w:val="9"/></w:pPr>'


def test_parts_are_found_or_made_and_dropped() -> None:
    holder = parsed("<w:style/>")
    assert part_of(holder, "pPr", ("pPr", "rPr")) is part_of(holder, "pPr", ("pPr", "rPr"))
    part_of(holder, "rPr", ("pPr", "rPr"))
    drop(holder, "pPr")
    assert text_of(holder) == "<w:style><w:rPr/></w:style>"
    assert value(parsed('<w:pPr><w:jc w:val="left"/></w:pPr>'), "jc") == "left"
    assert value(parsed("<w:pPr/>"), "jc", "both") == "both"
    assert twips(10.5) == 210
