from __future__ import annotations

import pytest

from engine.layout.wide_faces import AS_MEASURED, widening


@pytest.mark.parametrize(
    ("face", "found"),
    [
        ("Verdana", (1.15, 1.21)),
        ("Arial Black", (1.22, 1.15)),
        ("Gotham Book", (1.13, 1.13)),
        ("Arial", AS_MEASURED),
        ("Interstate", AS_MEASURED),  # begins like another
        ("DejaVu Sans Condensed", AS_MEASURED),
        ("微软雅黑", AS_MEASURED),
        ("", AS_MEASURED),
    ],
)
def test_faces_that_are_wider_than_measured(face: str, found: tuple[float, float]) -> None:
    assert widening(face) == found
