from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.plan.deck import words
from engine.plan.deck.words import number_word


@pytest.mark.parametrize(
    ("count", "language", "word"), [(3, Language.ZH, "三"), (10, Language.ZH, "十"), (11, Language.ZH, "11"), (3, Language.EN, "3")]
)
def test_small_numbers_are_words_in_chinese(count: int, language: Language, word: str) -> None:
    assert number_word(count, language) == word


def test_titles_of_continuation_slides_say_which_one_they_are() -> None:
    assert words.CONTINUED.zh.format(page=2, pages=3) == "（续 2/3）"
    assert words.CONTINUED.en.format(page=2, pages=3) == " (cont. 2/3)"
