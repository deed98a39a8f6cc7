from __future__ import annotations

from engine.brand.decor.preset_box import Box, closed, opened, relative, turned
from tests.support.decor import traces

BOX = Box(100, 50, {"adj": 25_000, "adj1": 5_400_000, "low": -10})


def test_adjustments() -> None:
    assert (BOX.short, BOX.share("adj", 0), BOX.share("other", 50_000), BOX.share("low", 0), BOX.share("adj", 0, 0.1)) == (
        50,
        0.25,
        0.5,
        0,
        0.1,
    )
    assert (BOX.depth("adj", 0, 100), BOX.depth("adj", 0, 5)) == (12.5, 5)
    assert (BOX.angle("adj1", 0), BOX.angle("none", 45)) == (90, 45)


def test_paths_through_points() -> None:
    assert traces(closed((0, 0), (1, 0), (1, 1))) == ["M 0 0 L 1 0 L 1 1 Z"]
    (line,) = opened((0, 0), (1, 1))
    assert line.shade is None
    assert traces(relative((0, 1), (1, 0), (1, 1))(BOX)) == ["M 0 50 L 100 0 L 100 50 Z"]


def test_mirrored_and_set_upright() -> None:
    corner = relative((0, 0), (0.5, 0), (0, 1))
    assert traces(turned(corner, across=True)(BOX)) == ["M 100 0 L 50 0 L 100 50 Z"]
    assert traces(turned(corner, down=True)(BOX)) == ["M 0 50 L 50 50 L 0 0 Z"]
    assert traces(turned(corner, aside=True)(BOX)) == ["M 0 0 L 0 25 L 100 0 Z"]
