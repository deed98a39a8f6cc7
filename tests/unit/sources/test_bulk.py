from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.sources.bulk import plain_figures
from engine.sources.cells import MISSING_IN_FIGURES, read_number

CELLS = st.one_of(
    st.integers(-(10**16), 10**16).map(str),
    st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False).map(str),
    st.sampled_from(["", "0", "-0", "017", "1,234", "12%", "nan", "1e5", "１", "—", " 1", "1 ", "1\n2", "+1", "1.", ".5", "x"]),
)


@given(st.lists(CELLS, max_size=12))
def test_the_quick_way_never_differs_from_the_grammar(cells: list[str]) -> None:
    quick = plain_figures(cells)
    if quick is None:
        return
    slow = [None if cell in MISSING_IN_FIGURES else read_number(cell) for cell in cells]
    assert quick == tuple(None if number is None else number.value for number in slow)
    assert not any(number is not None and number.rate for number in slow)


@given(st.lists(st.integers(-999, 999), min_size=1))
def test_plain_figures_go_the_quick_way(numbers: list[int]) -> None:
    assert plain_figures([str(number) for number in numbers]) == tuple(map(float, numbers))


def test_anything_else_is_left_to_the_grammar() -> None:
    assert plain_figures(["1", "x"]) is None
    assert plain_figures(["1", "1\n2"]) is None
    assert plain_figures(["", ""]) is None
    assert plain_figures(["1", 2.0]) is None
    assert plain_figures([]) is None
    assert plain_figures(["1"] * 10_000 + ["2,000"]) is None
    assert plain_figures(["1"] * 10_000 + [""]) == (1.0,) * 10_000 + (None,)


def test_numbers_of_a_database_go_the_quick_way() -> None:
    assert plain_figures([1.0, None, 2.5]) == (1.0, None, 2.5)
    assert plain_figures([1.0, 2.0]) == (1.0, 2.0)
    assert plain_figures([None, None]) is None
    assert plain_figures([1.0, float("nan")]) is None
