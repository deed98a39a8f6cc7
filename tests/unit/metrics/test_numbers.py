from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Language
from engine.metrics.literals import parse_literal
from engine.metrics.numbers import (
    agreeing,
    axis_style,
    format_bare,
    format_number,
    money_style,
    office_format,
    percent_style,
    points_style,
    rounded_half_up,
    style_of,
    wan_style,
    yi_style,
)

NB = "\u00a0"
ZH, EN = Language.ZH, Language.EN
AMOUNTS = st.floats(min_value=-1e13, max_value=1e13, allow_nan=False).map(lambda value: round(value, 2))
UNITS = st.sampled_from(["元", "单", "人", "", "分", "%", "次"])


def auto(value: float, unit: str, language: Language = ZH) -> str:
    return format_number(value, axis_style([value], unit, language))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (128_400_000, "元", f"12,840{NB}万元"),
        (-1_560_000, "元", f"−156{NB}万元"),
        (999_994_999, "元", f"99,999{NB}万元"),
        (999_996_000, "元", f"10.00{NB}亿元"),
        (642_000, "单", f"64.2{NB}万单"),
        (50_000_000, "次", f"5,000{NB}万次"),
        (99_995_000, "", "1.00亿"),
        (99_994_000, "", "9,999万"),
        (12_000, "", "1.2万"),
        (9_999.6, "", "9,999.6"),
        (9_999.96, "", "1.0万"),
        (9_999.4, "元", f"9,999{NB}元"),
        (200.03, "元", f"200{NB}元"),
        (86.3, "元", f"86.3{NB}元"),
        (4.46, "", "4.46"),
        (4.0, "", "4"),
        (4.62, "分", f"4.62{NB}分"),
        (4.457, "倍", f"4.46{NB}倍"),
        (4.457, "×", "4.46×"),
        (0.17, "%", "17.0%"),
        (-0.012, "%", "−1.2%"),
        (12_840, "万元", f"12,840{NB}万元"),
        (0, "元", f"0{NB}元"),
        (-0.0, "元", f"0{NB}元"),
    ],
)
def test_numbers_as_the_field_prints_them(value: float, unit: str, expected: str) -> None:
    assert auto(value, unit) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (642_000, "orders", f"642.0K{NB}orders"),
        (128_400_000, "", "128.4M"),
        (2_011_550, "USD", f"2.01M{NB}USD"),
        (2_500_000_000, "", "2.50B"),
        (9_500, "", "9,500"),
        (0.5, "%", "50.0%"),
    ],
)
def test_english_numbers(value: float, unit: str, expected: str) -> None:
    assert auto(value, unit, EN).replace(" ", NB) == expected


def test_one_unit_for_all_numbers_of_an_axis() -> None:
    style = axis_style([22_680_000, 10_440_000, None, 41_470_000], "元", ZH)
    assert [format_bare(value, style) for value in (22_680_000, 10_440_000, None, 41_470_000)] == ["2,268", "1,044", "—", "4,147"]
    assert style.unit == "万元" and style.office == "#,##0"


def test_a_small_number_among_great_ones_gets_the_decimals_it_needs() -> None:
    assert format_number(5_000, axis_style([50_000_000, 5_000], "元", ZH)) == f"0.5{NB}万元"


def test_the_scale_steps_down_for_values_it_would_print_as_nothing() -> None:
    style = axis_style([232_000_000, 14_000_000, 200_000], "人次", ZH)
    assert [format_number(value, style) for value in (232_000_000, 200_000)] == [f"23,200{NB}万人次", f"20{NB}万人次"]


def test_signs_and_missing_values() -> None:
    assert format_number(0.189, percent_style(), signed=True) == "+18.9%"
    assert format_number(-0.012, points_style(ZH), signed=True) == f"−1.2{NB}个百分点"
    assert format_number(0.06, points_style(EN)) == f"6.0{NB}pp"
    assert format_number(0.0, percent_style(), signed=True) == "0.0%"
    assert format_number(0.00001, percent_style(), signed=True) == "0.0%"
    assert format_number(None, percent_style()) == "—"
    assert format_number(-1234.5, money_style(2)) == "−¥1,234.50"
    assert format_number(1234.5, money_style(), signed=True) == "+¥1,235"


def test_chosen_scales() -> None:
    assert format_number(128_400_000, yi_style("元", [128_400_000])) == f"1.28{NB}亿元"
    assert format_number(128_400_000, wan_style("元", [128_400_000], 1)) == f"12,840.0{NB}万元"
    assert format_number(1234.5, style_of("", decimals=1)) == "1,234.5"
    assert (office_format(0), office_format(2)) == ("#,##0", "#,##0.00")


@pytest.mark.parametrize(
    ("value", "decimals", "expected"), [(2.675, 2, "2.68"), (-0.5, 0, "-1"), (0.5, 0, "1"), (1.005, 2, "1.01"), (2.5, 0, "3")]
)
def test_halves_go_away_from_zero(value: float, decimals: int, expected: str) -> None:
    assert str(rounded_half_up(value, decimals)) == expected


@given(AMOUNTS, UNITS)
def test_what_is_printed_reads_back_within_its_rounding(value: float, unit: str) -> None:
    style = axis_style([value], unit, ZH)
    read = parse_literal(format_number(value, style))
    assert read is not None
    assert abs(read.raw - value) <= style.divisor * 10**-style.decimals * 0.5 * (1 + 1e-6) + 1e-6


@given(AMOUNTS, AMOUNTS, UNITS)
def test_printing_keeps_the_order(one: float, other: float, unit: str) -> None:
    style = axis_style([one, other], unit, ZH)
    low, high = (parse_literal(format_number(value, style)) for value in sorted((one, other)))
    assert low is not None and high is not None and low.raw <= high.raw


@given(AMOUNTS, st.sampled_from(["单", "人", "", "元"]))
def test_no_scale_is_printed_beyond_its_end(value: float, unit: str) -> None:
    style = axis_style([value], unit, ZH)
    printed = abs(float(format_bare(value, style).replace(",", "").replace("−", "-")))
    ends = {1.0: 1e4, 1e4: 1e5 if unit == "元" else 1e4, 1e8: float("inf")}
    assert printed < ends[style.divisor]


@pytest.mark.parametrize(
    ("pairs", "decimals"),
    [
        ([(95.5, 120.0)], 1),  # 96 − 120 is not −25
        ([(95.0, 120.0)], 0),
        ([(95.4, 120.0), (95.5, 120.0)], 1),
        ([(10.25, 7.6)], 1),  # 10 − 8 is not 3; 10.3 − 7.6 is 2.7
        ([(0.125, 0.06)], 0),
        ([(None, 120.0)], 0),
        ([(2 / 3, -2 / 3)], 0),  # 1 + 1 is not 1, nor 0.67 + 0.67 1.33: no decimal helps
    ],
)
def test_printed_figures_agree_with_their_printed_difference(pairs: list[tuple[float | None, float | None]], decimals: int) -> None:
    assert agreeing(style_of("场"), pairs).decimals == decimals


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_a_style_that_agrees_is_kept_and_only_decimals_are_added(actual: float, target: float) -> None:
    style = style_of("元", divisor=1e4)
    found = agreeing(style, [(actual, target)])
    assert found.decimals in {0, 1, 2}
    assert (found.divisor, found.unit, found.prefix) == (style.divisor, style.unit, style.prefix)
    assert agreeing(found, [(actual, target)]).decimals >= found.decimals
