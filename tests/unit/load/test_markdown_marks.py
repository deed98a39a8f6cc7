from __future__ import annotations

import pytest

from engine.load.markdown_marks import looks_like_item, unusable
from engine.load.prose import Prose
from tests.support.content import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>重点</b>", ["YAML051 '</b>' is HTML, which is not read", "YAML051 '<b>' is HTML, which is not read"]),
        ("甲&nbsp;乙", ["YAML051 '&nbsp;' is HTML, which is not read"]),
        ("见 ![图](a.png) 左", ["YAML052 a picture is a paragraph of its own"]),
        ("用 `code`", ["YAML055 there is no code; the marks are printed"]),
        ("*斜*", ["YAML055 there is no italics; the marks are printed"]),
        ("~~删~~", ["YAML055 there is no strike-through; the marks are printed"]),
        ("__粗__", ["YAML055 there is no bold by underscores; the marks are printed"]),
        ("看\u200b见", ["YAML015 holds an invisible character, U+200B"]),
        ("**粗**，3*4*5，费用 <200 元，a < b，\\*字\\*，{{ '<b>' if m.a < 3 else '*x*' }}，R&D；snake_case_x", []),
    ],
)
def test_what_a_text_cannot_hold(text: str, expected: list[str]) -> None:
    assert [line.partition(": ")[2] for line in told(unusable(Prose(text)))] == expected


@pytest.mark.parametrize("line", ["1、甲", "2. 甲", "3）甲", "（1）甲", "(2) 甲", "一、甲", "（三）甲", "• 甲", "· 甲"])
def test_items_numbered_by_hand_are_recognised(line: str) -> None:
    assert looks_like_item(line)


@pytest.mark.parametrize("line", ["1.5 倍", "2025 年", "一季度", "（见表）", "十二项"])
def test_other_beginnings_are_not(line: str) -> None:
    assert not looks_like_item(line)
