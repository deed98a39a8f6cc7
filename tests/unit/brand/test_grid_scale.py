from __future__ import annotations

import pytest

from engine.base.units import inch
from engine.brand.grid_scale import grid_scale, grid_stretch


@pytest.mark.parametrize(
    ("width", "height", "scale", "stretch"),
    [
        (12.0, 5.12, 1.0, 1.0),  # widescreen
        (9.0, 5.0, 0.75, 1.302),  # 4:3
        (9.32, 3.75, 0.777, 0.943),  # 10 × 5.62 with a thick foot
        (24.0, 10.24, 2.0, 1.0),
        (7.44, 7.95, 0.744, 1.5),  # A4, standing: larger than a twelfth, so that the height is used
        (12.0, 2.0, 1.0, 0.8),
    ],
)
def test_scale_and_stretch(width: float, height: float, scale: float, stretch: float) -> None:
    found = grid_scale(inch(width), inch(height))
    assert found == pytest.approx(scale, abs=0.001)
    assert grid_stretch(inch(height), found) == pytest.approx(stretch, abs=0.001)
