from __future__ import annotations

from engine.base.diagnostics import Location
from engine.load.places import ContentPlaces
from engine.load.text_file import SourceText

YAML = """\
title: 增长 85% 与 85%
text: |-
  第一行
  第二行 185% 与 85%，{{ cite("85%") }}
next: 85%
"""
MARKDOWN = """\
增长 85%，
又有 90% 与 {{ m.x | pct(85) }}

另一段 91%
"""
PLACES = ContentPlaces({"a.yaml": SourceText.of("a.yaml", YAML), "b.md": SourceText.of("b.md", MARKDOWN)})


def find(where: Location, word: str, nth: int = 0) -> str | None:
    place = PLACES.find(where, word, nth)
    return None if place is None else f"{place}-{place.end_column}"


def test_a_word_of_one_line_is_found_inside_it_only() -> None:
    title = Location("a.yaml", 1, 8, 21)
    assert find(title, "85") == "a.yaml:1:11-13"
    assert find(title, "85", 1) == "a.yaml:1:17-19"
    assert find(title, "85", 2) is None


def test_a_long_text_ends_where_the_next_key_begins() -> None:
    block = Location("a.yaml", 2, 7)
    assert find(block, "85") == "a.yaml:4:14-16"  # not in 185, not in the template
    assert find(block, "85", 1) is None
    assert find(block, "第二行") == "a.yaml:4:3-6"


def test_a_paragraph_ends_at_an_empty_line() -> None:
    paragraph = Location("b.md", 1, 1)
    assert find(paragraph, "90") == "b.md:2:4-6"
    assert find(paragraph, "91") is None
    assert find(paragraph, "85", 1) is None


def test_what_no_file_holds_is_not_found() -> None:
    assert find(Location("c.yaml", 1, 1), "85") is None
    assert find(Location("a.yaml"), "85") is None
    assert find(Location("a.yaml", 1, 1), "") is None


def test_a_mapping_goes_on_with_its_other_keys() -> None:
    chart = "- chart:\n    kind: column\n    notes:\n      - {at: W1, label: 峰值 3,200 单}\n- text: 3,200 单\n"
    places = ContentPlaces({"c.yaml": SourceText.of("c.yaml", chart)})
    assert str(places.find(Location("c.yaml", 2, 5), "3,200")) == "c.yaml:4:28"
    assert places.find(Location("c.yaml", 2, 5), "3,200", 1) is None
