from __future__ import annotations

import pytest

from engine.layout.fonts import FontBook
from engine.layout.measure import advances, autospaced


def test_each_piece_is_measured_in_its_own_weight(paper: FontBook) -> None:
    assert advances([("ab", False), ("ab", True), ("中", False)], paper) == [0.5, 0.5, 0.6, 0.6, 1.0]
    assert advances([], paper) == []


@pytest.mark.parametrize(
    ("text", "gaps_after"),
    [
        ("中A中", "中A"),
        ("中文", ""),
        ("中 A 中", "  "),  # a space belongs to what precedes it, and the gap comes after it
        ("12%，中", "%"),
        ("A（中", "A"),
        ("中“A”中", "“”"),  # quotes, dashes and arrows are weak
        ("A—中", "—"),
        ("①A中", "A"),
        ("≥5中", "5"),
        ("中·A", "中"),
        ("", ""),
    ],
)
def test_where_libreoffice_adds_a_gap(paper: FontBook, text: str, gaps_after: str) -> None:
    plain = advances([(text, False)], paper)
    grown = [char for char, before, after in zip(text, plain, autospaced(text, plain), strict=True) if after != before]
    assert "".join(grown) == gaps_after
    assert sum(autospaced(text, plain)) == pytest.approx(sum(plain) + 0.24 * len(gaps_after))
