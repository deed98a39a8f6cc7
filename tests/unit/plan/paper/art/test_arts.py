from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.records import replace
from engine.base.units import Size, inch
from engine.brand import theme
from engine.plan.paper.art.arts import ARTS, cover_art
from engine.plan.paper.cover_places import cover_places
from engine.plan.paper.geometry import PageFrame
from tests.support.paper_sample import harbor
from tests.support.skylines import skyline

PAGE = Size(inch(8.268), inch(11.693))
PLACES = cover_places(PageFrame(PAGE, top=inch(5.12)))
THEME = harbor().theme


def test_each_motif_that_a_theme_may_ask_for_is_drawn() -> None:
    assert set(ARTS) == set(get_args(theme.Motif))
    plain = cover_art(skyline(1), PLACES, replace(THEME, motif="none"))
    assert plain == cover_art(skyline(1), PLACES, THEME)


@pytest.mark.parametrize("motif", sorted(ARTS))
@given(values=st.lists(st.floats(-5, 1e9, allow_nan=False), min_size=1, max_size=60))
def test_all_that_is_drawn_is_on_the_page(motif: str, values: list[float]) -> None:
    for patch in ARTS[motif](skyline(*values), PLACES, THEME).patches:
        assert patch.frame.x >= 0
        assert patch.frame.right <= PAGE.width
        assert 0 <= patch.frame.y <= patch.frame.bottom <= PAGE.height
