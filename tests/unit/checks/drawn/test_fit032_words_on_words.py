from __future__ import annotations

from engine.checks.drawn.fit032_words_on_words import CHECK
from engine.probe.drawn import DrawnFile, DrawnPair
from tests.support.shown import told


def test_both_are_named_once() -> None:
    pair = DrawnPair(3, "1,234", "1,235")
    assert told(CHECK, DrawnFile("pdf", collisions=(pair, pair))) == [
        "plan.file FIT032 “1,234” and “1,235” are printed on each other on page 3"
    ]


def test_a_file_without_them_passes() -> None:
    assert told(CHECK, DrawnFile("pdf")) == []
