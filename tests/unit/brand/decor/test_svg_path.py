from __future__ import annotations

import pytest

from engine.brand.decor.svg_path import path_outline
from tests.support.decor import steps


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("M1 2L3,4 5 6z", "M 1 2 L 3 4 L 5 6 Z"),
        ("m1 2l2 2 2 2z", "M 1 2 L 3 4 L 5 6 Z"),
        ("M0 0H5V6h-1v-1", "M 0 0 L 5 0 L 5 6 L 4 6 L 4 5"),
        ("M0 0c1 0 2 0 3 0s2 1 3 0", "M 0 0 C 1 0 2 0 3 0 C 4 0 5 1 6 0"),
        ("M0 0S1 1 2 0", "M 0 0 C 0 0 1 1 2 0"),
        ("M0 0Q3 3 6 0T12 0", "M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0"),
        ("M0 10A10 10 0 0 1 10 0", "M 0 10 C 0 4.48 4.48 0 10 0"),
        ("M0 10a10 10 0 0110-10", "M 0 10 C 0 4.48 4.48 0 10 0"),
        ("M0 0A0 5 0 0 1 4 4", "M 0 0 L 4 4"),
        ("M1 1z m1 1 l1 0", "M 1 1 Z M 2 2 L 3 2"),
        ("", ""),
    ],
)
def test_commands(path: str, expected: str) -> None:
    assert steps(path_outline(path)) == expected


def test_a_large_arc_against_the_clock() -> None:
    outline = path_outline("M10 0A10 10 0 1 0 20 10")
    assert len(outline) == 4 and outline[-1][1][-2:] == pytest.approx((20, 10))
    turned = path_outline("M0 0A10 5 90 0 1 10 0")
    assert turned[-1][1][-2:] == pytest.approx((10, 0))


@pytest.mark.parametrize("path", ["M1", "X1 2", "M0 0L1", "1 2", "M0 0Z5"])
def test_what_is_no_path(path: str) -> None:
    with pytest.raises(ValueError, match=r"^[\w ]*$"):
        path_outline(path)
