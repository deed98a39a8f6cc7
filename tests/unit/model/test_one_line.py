from __future__ import annotations

from engine.model.one_line import one_line
from tests.support.planning import t


def test_soft_returns_vanish_between_han_and_part_latin_words() -> None:
    assert one_line(t("上半年\n述职")).plain == "上半年述职"
    assert one_line(t("Mid-year\nreview")).plain == "Mid-year review"


def test_what_has_none_stays_the_same() -> None:
    words = t("上半年述职")
    assert one_line(words) is words
