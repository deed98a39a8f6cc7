from __future__ import annotations

import pytest

from engine.base.units import pt
from engine.layout.fonts import FontBook
from engine.layout.measure import advances, autospaced, width
from engine.model.inlines import Span, Text


def test_width_is_the_sum_of_advances(paper: FontBook) -> None:
    assert width("中文ab", size=10, fonts=paper) == pt(30)
    assert width("ab", size=10, fonts=paper, bold=True) == pt(12)
    assert width("", size=10, fonts=paper) == 0


def test_each_span_is_measured_in_its_own_weight(paper: FontBook) -> None:
    mixed = Text((Span("ab"), Span("ab", bold=True), Span("中")))
    assert advances(mixed.spans, paper) == [0.5, 0.5, 0.6, 0.6, 1.0]
    assert width(mixed, size=10, fonts=paper) == pt(32)


@pytest.mark.parametrize(
    ("text", "gaps_after"),
    [
        ("中A中", "中A"),
        ("中文", ""),
        ("中 A 中", "  "),      # a space belongs to what precedes it, and the gap comes after it
        ("12%，中", "%"),
        ("A（中", "A"),
        ("中“A”中", "“”"),      # quotes, dashes and arrows are weak
        ("A—中", "—"),
        ("①A中", "A"),
        ("≥5中", "5"),
        ("中·A", "中"),
        ("", ""),
    ],
)
def test_where_libreoffice_adds_a_gap(paper: FontBook, text: str, gaps_after: str) -> None:
    plain = advances((Span(text),), paper)
    grown = [char for char, before, after in zip(text, plain, autospaced(text, plain), strict=True) if after != before]
    assert "".join(grown) == gaps_after
    assert sum(autospaced(text, plain)) == pytest.approx(sum(plain) + 0.24 * len(gaps_after))
