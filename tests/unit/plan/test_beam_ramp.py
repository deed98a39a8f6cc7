from __future__ import annotations

from engine.plan.beam_ramp import beam_colors


def test_the_longer_among_the_others_the_warmer() -> None:
    assert beam_colors((10, 12, 14, 20)) == ("sky", "sky_current", "sky_reflect", "sky_reflect_current")


def test_equal_values_have_one_colour() -> None:
    assert beam_colors((5, 5)) == ("sky_reflect_current", "sky_reflect_current")
    assert beam_colors(()) == ()
