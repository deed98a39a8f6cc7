from __future__ import annotations

import pytest

from engine.checks.claim_words import patterns


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("超额完成", "exceeded"),
        ("exceeded", "exceeded"),
        ("达成目标", "met"),
        ("hit its target", "met"),
        ("未达成", "missed"),
        ("did not reach", "missed"),
        ("高于目标", "above"),
        ("below its target", "below"),
        ("达成率", None),
        ("达成目标的 96%", None),
        ("未达标的几项", None),
        ("target", None),
    ],
)
def test_grades(words: str, claim: str | None) -> None:
    match = patterns().grades.search(words)
    assert (match.lastgroup if match else None) == claim


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("增长了", "up"),
        ("grew by", "up"),
        ("降至", "down"),
        ("fell to", "down"),
        ("改善", "better"),
        ("worsened", "worse"),
        ("涨价", None),
        ("update", None),
    ],
)
def test_directions(words: str, claim: str | None) -> None:
    match = patterns().direction.search(words)
    assert (match.lastgroup if match else None) == claim


def test_they_are_compiled_once() -> None:
    assert patterns() is patterns()
