from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sources.cells import Number, cleaned, folded, is_code, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("1204", 1204.0),
        ("-3.50", -3.5),
        ("+7", 7.0),
        (".5", 0.5),
        ("1,234", 1234.0),
        ("1，234，567.8", 1234567.8),
        ("1 234", 1234.0),
        ("1\u00a0234", 1234.0),
        ("１２３４", 1234.0),
        ("－５", -5.0),
        ("−5", -5.0),
        ("(1,234)", -1234.0),
        ("（56）", -56.0),
        ("1.2万", 12_000.0),
        ("0.29万", 2_900.0),
        ("1.1万", 11_000.0),
        ("5000万", 5e7),
        ("1.2 亿", 1.2e8),
        ("3千", 3000.0),
        ("2百万", 2e6),
        ("1.5万亿", 1.5e12),
        ("¥1,234.5", 1234.5),
        ("￥12", 12.0),
        ("-¥5", -5.0),
        ("¥-5", -5.0),
        ("$3", 3.0),
        ("88元", 88.0),
        ("1.2亿元", 1.2e8),
        (" 5 ", 5.0),
    ],
)
def test_a_number_in_the_ways_teams_write_it(text: str, value: float) -> None:
    assert read_number(text) == Number(value)


@pytest.mark.parametrize(
    ("text", "value"), [("12%", 0.12), ("92.4％", 0.924), ("5‰", 0.005), ("-3 %", -0.03), ("(1%)", -0.01), ("0%", 0.0)]
)
def test_a_rate_is_a_ratio_and_says_so(text: str, value: float) -> None:
    assert read_number(text) == Number(value, rate=True)


@pytest.mark.parametrize(
    "text",
    [
        "", "nan", "NaN", "inf", "-inf", "1_000", "1e5", "0x10", "٣٤", "१२", "1,23", "12,34,567", "1,2345", "1.", "1..2", "--5", "+-5", "-(5)",
        "(5", "5)", "5万%", "¥5%", "5%元", "1 23", "10²", "①", "½", "017", "00", "6222021234567890", "12人", "约5万", "7.1-7.31", "9" * 5000, "一百",
        "1.2.3", "5 5", "%", "万", "元", "¥",
    ],
)  # fmt: skip
def test_everything_else_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_the_decimal_comma_is_declared_never_guessed() -> None:
    assert read_number("1.234,5", decimal_comma=True) == Number(1234.5)
    assert read_number("1,5", decimal_comma=True) == Number(1.5)
    assert read_number("1.234,5") is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False, allow_infinity=False))
def test_a_number_survives_thousands_separators_and_full_width(number: object) -> None:
    wide = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
    expected = float(str(number))
    for text in (f"{number}", f"{number:,}", f"{number:,}".translate(wide), f" {number:,} 元"):
        assert read_number(text) == Number(expected), text


@given(st.integers(0, 10**9), st.sampled_from([("万", 4), ("亿", 8), ("百万", 6), ("千", 3)]))
def test_a_power_word_is_exactly_its_zeros(number: int, power: tuple[str, int]) -> None:
    word, zeros = power
    assert read_number(f"{number}{word}") == Number(float(number * 10**zeros))


@given(st.text(max_size=80))
def test_any_text_gets_an_answer(text: str) -> None:
    number = read_number(text)
    assert number is None or number.value == number.value


@pytest.mark.parametrize(
    ("text", "code"), [("017", True), ("００１", True), ("6222021234567890", True), ("0", False), ("0.5", False), ("170", False)]
)
def test_codes_are_digits_that_a_number_would_lose(text: str, code: bool) -> None:
    assert is_code(text) is code


def test_folding_is_for_figures() -> None:
    assert folded(" １，２３４％ ") == "1,234%"


def test_cleaning_keeps_the_words_and_drops_what_no_office_file_can_hold() -> None:
    assert cleaned("\ufeff 华东\u200b团队\x07\r\n二组 \u200b") == "华东\u200b团队\n二组"
    assert cleaned("甲\ue000乙\ue001\U0010fffd丙\x85") == "甲乙丙"
    assert cleaned("\u202e组甲\u2066") == "组甲"
