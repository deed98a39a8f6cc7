from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.written_figures import WrittenFigure, written_figures
from engine.checks.named_figures import clause, is_equal, kind_of, same_kind
from tests.support.findings import reading


def figure(words: str) -> WrittenFigure:
    (found,) = written_figures(words)
    return found


@pytest.mark.parametrize(
    ("words", "raw", "same"),
    [
        ("96.0%", 0.9604, True),
        ("96.0%", 0.9606, False),
        ("1.2 亿元", 1.249e8, True),
        ("1.2 亿元", 1.26e8, False),
        ("3.0%", -0.03, True),
        ("占 0.0%", 0.0001, False),
    ],
)
def test_a_rounding_is_equal(words: str, raw: float, same: bool) -> None:
    assert is_equal(figure(words), raw) is same


@pytest.mark.parametrize(
    ("words", "kind", "same"),
    [("35%", "%", True), ("35%", "元", False), ("350 万元", "元", True), ("NPS 58", "", True), ("580 单", "份", False)],
)
def test_rates_and_amounts_differ(words: str, kind: str, same: bool) -> None:
    assert same_kind(figure(words), kind) is same


def test_currencies_are_one_kind() -> None:
    assert {kind_of(unit) for unit in ("元", "¥", "USD", "CNY")} == {"元"}
    assert kind_of("单") == "单"


def test_the_clause_of_a_figure(tmp_path: Path) -> None:
    (judged,) = reading(tmp_path, "- text: 先说结论，好评率 98.6% 以上。再说其他").figures
    assert clause(judged.typed) == ("好评率 98.6% 以上。", "好评率 ")
