from __future__ import annotations

import pytest

from engine.brand.decor.preset_box import Box
from engine.brand.decor.preset_rounds import ROUNDS
from tests.support.decor import traces


@pytest.mark.parametrize(
    ("name", "guides", "expected"),
    [
        (
            "ellipse",
            {},
            "M 0 50 C 0 22.39 44.77 0 100 0 C 155.23 0 200 22.39 200 50 C 200 77.61 155.23 100 100 100 C 44.77 100 0 77.61 0 50 Z",
        ),
        (
            "roundRect",
            {"adj": 10_000},
            (
                "M 0 10 C 0 4.48 4.48 0 10 0 L 190 0 C 195.52 0 200 4.48 200 10 L 200 90 C 200 95.52 195.52 100 190 100 L 10 100 "
                "C 4.48 100 0 95.52 0 90 Z"
            ),
        ),
        ("round1Rect", {"adj": 10_000}, "M 0 0 L 190 0 C 195.52 0 200 4.48 200 10 L 200 100 L 0 100 Z"),
        ("snip1Rect", {"adj": 10_000}, "M 0 0 L 190 0 L 200 10 L 200 100 L 0 100 Z"),
        ("snip2DiagRect", {"adj2": 10_000}, "M 0 0 L 190 0 L 200 10 L 200 100 L 10 100 L 0 90 Z"),
        ("flowChartDelay", {}, "M 0 0 L 100 0 C 155.23 0 200 22.39 200 50 C 200 77.61 155.23 100 100 100 L 0 100 Z"),
        ("pie", {"adj1": 0, "adj2": 5_400_000}, "M 200 50 C 200 77.61 155.23 100 100 100 L 100 50 Z"),
    ],
)
def test_outlines_in_a_box_of_200_by_100(name: str, guides: dict[str, float], expected: str) -> None:
    assert traces(ROUNDS[name](Box(200, 100, guides)))[0] == expected


def test_lines_have_no_inside_and_insides_no_line() -> None:
    told = {
        name: [(trace.shade, trace.stroked) for trace in ROUNDS[name](Box(100, 100, {}))] for name in ("arc", "leftBracket", "bracketPair")
    }
    filled, stroked = (0.0, False), (None, True)
    assert told == {"arc": [filled, stroked], "leftBracket": [filled, stroked], "bracketPair": [filled, stroked, stroked]}


@pytest.mark.parametrize("name", ROUNDS)
def test_every_shape_ends_in_its_box_and_survives_an_empty_one(name: str) -> None:
    for wide, high in ((0.0, 50.0), (50.0, 0.0), (0.0, 0.0)):
        assert ROUNDS[name](Box(wide, high, {}))
    for wide, high in ((120.0, 80.0), (80.0, 120.0)):
        for trace in ROUNDS[name](Box(wide, high, {})):
            ends = [points[-2:] for _, points in trace.outline if points]
            assert all(-1 <= x <= wide + 1 and -1 <= y <= high + 1 for x, y in ends)
