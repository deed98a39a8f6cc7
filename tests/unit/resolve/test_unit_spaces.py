"""A number and the word behind it stay together."""

from __future__ import annotations

import pytest

from engine.model.inlines import Span, Text, text
from engine.resolve.unit_spaces import joined, with_joined_units
from tests.support.gallery import gallery

NB = "\u00a0"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("共 26 周", f"共 26{NB}周"),
        ("2025 年 7 月 8 日", f"2025{NB}年 7{NB}月{NB}8{NB}日"),
        ("占 51% 的 GMV", f"占 51%{NB}的 GMV"),
        ("GMV 完成率", "GMV 完成率"),
        ("W5–W6", "W5–W6"),
    ],
)
def test_space_behind_a_number(written: str, printed: str) -> None:
    assert joined(text(written)).plain == printed


def test_across_spans() -> None:
    bold_number = Text((Span("26", bold=True), Span(" 周")))
    assert joined(bold_number) == Text((Span("26", bold=True), Span(f"{NB}周")))


def test_a_text_without_such_a_space_is_the_same_object() -> None:
    words = text("复盘")
    assert joined(words) is words


def test_reaches_every_text_of_a_report() -> None:
    assert with_joined_units(gallery()).sections[1].topics[2].title.plain == f"节点周拉动明显，但 26{NB}周中有 13{NB}周低于周均目标"
