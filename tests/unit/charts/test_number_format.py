import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.charts.number_format import format_number, signed, with_minus


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        (1426, "#,##0", "1,426"),
        (0, "#,##0", "0"),
        (64.25, "0.0", "64.3"),
        (0.125, "0.00", "0.13"),
        (0.924, "0.0%", "92.4%"),
        (92.4, '0.0"%"', "92.4%"),
        (64, "+#,##0;−#,##0", "+64"),
        (-58, "+#,##0;−#,##0", "−58"),
        (0, "+0;−0;0", "0"),
        (-3, "0", "-3"),
        (-0.2, "0", "0"),
        (12840, '"¥"#,##0', "¥12,840"),
        (7, "General", "7"),
        (7.25, "General", "7.25"),
        (0.4, "#", ""),
        (5, '0"a;b"', "5a;b"),
        (5, r"0\周", "5周"),
    ],
)
def test_numbers_look_as_in_excel(value: float, code: str, printed: str) -> None:
    assert format_number(value, code) == printed


def test_negative_numbers_get_a_true_minus_sign() -> None:
    assert format_number(-90, with_minus("#,##0")) == "−90"
    assert format_number(-1.5, with_minus("0.0")) == "−1.5"
    assert with_minus("+0;−0") == "+0;−0"
    assert with_minus("General") == "General"


def test_changes_always_carry_their_sign_except_zero() -> None:
    code = signed("#,##0")
    assert [format_number(value, code) for value in (64, -58, 0)] == ["+64", "−58", "0"]


def test_a_prefix_stands_behind_the_sign() -> None:
    assert format_number(-8, signed('"¥"0')) == "−¥8"


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_the_printed_number_is_the_rounded_one(value: float) -> None:
    printed = format_number(value, with_minus("#,##0.00")).replace(",", "").replace("−", "-")
    assert abs(float(printed) - value) <= 0.005 + abs(value) * 1e-12
