from __future__ import annotations

import pytest

from engine.base.units import Size, inch
from engine.brand.grid_scale import grid_scale, grid_stretch


@pytest.mark.parametrize(
    ("page", "body", "scale", "stretch"),
    [
        ((13.333, 7.5), (12.0, 5.12), 1.0, 1.0),
        ((13.333, 7.5), (9.4, 4.25), 0.855, 0.971),  # a brand at the side: words stay readable, eleven inches of the design system are left
        ((13.333, 7.5), (10.4, 4.25), 0.889, 0.934),
        ((10.0, 7.5), (9.0, 5.0), 0.818, 1.194),  # 4:3: as high as a widescreen slide
        ((10.0, 5.625), (9.32, 3.75), 0.777, 0.943),  # with a thick foot
        ((26.667, 15.0), (24.0, 10.24), 2.0, 1.0),
        ((8.268, 11.693), (7.44, 7.95), 0.744, 1.5),  # A4, standing: larger than a twelfth, so that the height is used
        ((13.333, 7.5), (12.0, 2.0), 1.0, 0.8),
    ],
)
def test_scale_and_stretch(page: tuple[float, float], body: tuple[float, float], scale: float, stretch: float) -> None:
    width, height = map(inch, body)
    found = grid_scale(width, height, Size(*map(inch, page)))
    assert found == pytest.approx(scale, abs=0.001)
    assert grid_stretch(height, found) == pytest.approx(stretch, abs=0.001)
