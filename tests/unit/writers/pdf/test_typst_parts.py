from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.writers.pdf.typst_parts import PUNCTUATION, ends_in_marks, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一，二。", ("一，二。",)),
        ("《一》，二。”", ("《一》", "，二。", "”")),
        ("：“（", ("：", "“", "（")),
        ("a, (b).", ("a, (b).",)),
        ("", ("",)),
    ],
)
def test_text_is_parted_between_two_marks(text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text) == parts


@given(st.text(st.sampled_from(f"一a {PUNCTUATION}"), max_size=30))
def test_nothing_is_lost_and_no_part_holds_a_pair(text: str) -> None:
    parts = parts_of(text)
    assert "".join(parts) == text
    assert not [part for part in parts for one, two in pairwise(part) if one in PUNCTUATION and two in PUNCTUATION]


def test_marks_at_the_ends_are_told() -> None:
    assert [ends_in_marks(line) for line in ("（一", "一。", "一", "", "a.")] == [True, True, False, False, False]
