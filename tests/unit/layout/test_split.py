from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import pt
from engine.layout.fonts import FontBook
from engine.layout.lines import count_safely
from engine.layout.split import Divided, cut_to_fit, divide_texts, most_that
from engine.model.inlines import Span, Text, text


def cut(plain: str, most: int, fonts: FontBook) -> str:
    """Cut a text where at most so many characters fit."""
    parts = cut_to_fit(text(plain), lambda part: len(part.plain) <= most, fonts)
    return "|".join(part.plain for part in parts) if parts else "not cut"


def divide(plains: list[str], most: int, fonts: FontBook) -> str:
    divided = divide_texts([text(plain) for plain in plains], lambda texts: sum(len(each.plain) for each in texts) <= most, fonts)
    if divided is None:
        return "not divided"
    return (
        " / ".join(each.plain for each in divided.taken)
        + (" …" if divided.cut else "")
        + " | "
        + " / ".join(each.plain for each in divided.rest)
    )


def test_a_text_is_cut_after_as_many_sentences_as_fit(paper: FontBook) -> None:
    assert cut("一二。三四；“五六！”七八", 6, paper) == "一二。三四；|“五六！”七八"
    assert cut("一二。三四；“五六！”七八", 11, paper) == "一二。三四；“五六！”|七八"
    assert cut("One two. Three 4.5 five. Six", 24, paper) == "One two. |Three 4.5 five. Six"
    assert cut("一\n二三四五", 3, paper) == "一\n|二三四五"


def test_a_sentence_too_long_is_cut_where_a_line_may_break(paper: FontBook) -> None:
    assert cut("一二三四，五六七八。九", 5, paper) == "一二三四，|五六七八。九"
    assert cut("一二三四，五六", 4, paper) == "一二三|四，五六"  # no line starts with a comma
    assert cut("seven words", 8, paper) == "seven |words"


def test_a_word_that_no_slide_holds_is_cut_inside(paper: FontBook) -> None:
    assert cut("12345678901234567890", 8, paper) == "12345678|901234567890"


def test_nothing_fits(paper: FontBook) -> None:
    assert cut("一二三", 0, paper) == "not cut"
    assert divide(["一二三"], 0, paper) == "not divided"


def test_texts_stay_whole_if_one_of_them_fits(paper: FontBook) -> None:
    assert divide(["一二", "三四", "五六。七八"], 5, paper) == "一二 / 三四 | 五六。七八"
    assert divide(["一二", "三四"], 9, paper) == "一二 / 三四 | "
    assert divide([], 9, paper) == " | "


def test_the_first_text_is_cut_if_it_does_not_fit_alone(paper: FontBook) -> None:
    assert divide(["一二。三四。", "五"], 4, paper) == "一二。 … | 三四。 / 五"


@pytest.mark.parametrize(("limit", "count", "most"), [(0, 9, 0), (1, 9, 1), (5, 9, 5), (9, 9, 9), (50, 9, 9), (3, 0, 0), (3, 1, 1)])
def test_the_most_that_holds(limit: int, count: int, most: int) -> None:
    asked: list[int] = []

    def holds(number: int) -> bool:
        asked.append(number)
        return number <= limit

    assert most_that(holds, count) == most
    assert all(number <= max(1, 2 * limit) for number in asked)  # nothing much larger is ever tried


def test_spans_facts_and_places_stay(paper: FontBook) -> None:
    sample = Text((Span("一二三四。"), Span("五六", bold=True, fact="f"), Span("七八。九")))
    divided = divide_texts([sample], lambda texts: count_safely(texts[0], size=10, measure=pt(53), fonts=paper) <= 1, paper)
    assert divided == Divided((Text((Span("一二三四。"),)),), (Text((Span("五六", bold=True, fact="f"), Span("七八。九"))),), cut=True)


@given(st.text(alphabet="中文率，。；ab 3%“”\n", min_size=1, max_size=60), st.integers(60, 300), st.integers(1, 3))
def test_nothing_is_lost_and_the_beginning_fits(paper: FontBook, plain: str, width: int, lines: int) -> None:
    def fits(part: Text) -> bool:
        return count_safely(part, size=10, measure=pt(width), fonts=paper) <= lines

    parts = cut_to_fit(text(plain), fits, paper)
    if parts:
        assert parts[0].plain + parts[1].plain == plain
        assert fits(parts[0])
        assert parts[1].plain.strip()
