from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.load.locate import plain
from engine.load.markdown_lists import list_block, plain_items
from tests.support.markdown import blocks, findings, nodes


def test_bullets_of_two_levels() -> None:
    assert blocks("- 甲\n  续行\n- 乙\n  - 丙\n  - 丁\n") == [{"bullets": {"items": ["甲续行", {"text": "乙", "items": ["丙", "丁"]}]}}]


def test_numbers_begin_where_they_are_written_to() -> None:
    assert blocks("1. 甲\n2. 乙\n") == [{"bullets": {"items": ["甲", "乙"], "ordered": True}}]
    assert blocks("3) 丙\n") == [{"bullets": {"items": ["丙"], "ordered": True, "first": 3}}]


def test_paragraphs_of_an_item_are_parted_by_a_line_break() -> None:
    assert blocks("- **甲**\n\n  说明\n") == [{"bullets": {"items": ["**甲**\n说明"]}}]


def test_items_know_their_places() -> None:
    source, (node,) = nodes("- 甲\n- 乙乙\n\n  丙\n")
    said = Findings()
    items = plain(list_block(node, source, said))["bullets"]["items"]
    assert [str(item.where) for item in items] == ["a.md:1:3", "a.md:2:3"]
    assert str(items[1].at(3)) == "a.md:4:3"
    assert plain(plain_items(node, source, said)) == ["甲", "乙乙\n丙"]
    assert not said.items


def test_mistakes_of_lists() -> None:
    assert findings("# 甲\n## 乙\n- a\n  - b\n    - c\n- d\n  1. e\n- f\n  ```chart\n  a: 1\n  ```\n-\n") == [
        "5:5: YAML054 lists have two levels at most",
        "7:3: YAML054 the lower level of a list is not numbered",
        "9:3: YAML054 an item of a list holds text only",
        "12:1: YAML050 the item of the list is empty",
    ]
