from __future__ import annotations

import pytest

from engine.metrics.literals import Literal, parse_literal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5000万", Literal(50_000_000, "")),
        ("1.2 亿元", Literal(120_000_000, "元")),
        ("20%", Literal(0.2, "%")),
        ("２０％", Literal(0.2, "%")),
        ("4.6 分", Literal(4.6, "分")),
        ("¥1,200", Literal(1200, "")),
        ("−3 个百分点", Literal(-0.03, "个百分点")),
        ("-¥300", Literal(-300, "")),
        ("(1,234)", Literal(-1234, "")),
        ("+64万", Literal(640_000, "")),
        ("12,840\u00a0万元", Literal(128_400_000, "元")),
        ("300 万", Literal(3_000_000, "")),
        ("2.5M", Literal(2_500_000, "")),
        ("3 MB", Literal(3, "MB")),
        ("0.1", Literal(0.1, "")),
    ],
)
def test_numbers_with_scale_and_unit(text: str, expected: Literal) -> None:
    assert parse_literal(text) == expected


@pytest.mark.parametrize("text", ["", "abc", "1,23", "nan", "inf", "+-3", "万", "—", "1..2", "-"])
def test_what_states_no_number(text: str) -> None:
    assert parse_literal(text) is None
