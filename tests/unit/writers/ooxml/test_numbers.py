from hypothesis import given
from hypothesis import strategies as st

from engine.writers.ooxml.numbers import number_text


def test_whole_numbers_have_no_decimal_point() -> None:
    assert [number_text(value) for value in (2268.0, -3.0, 0.1, 1e20)] == ["2268", "-3", "0.1", "1e+20"]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_text_reads_back_as_the_same_number(value: float) -> None:
    assert float(number_text(value)) == value
