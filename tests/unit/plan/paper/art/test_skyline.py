from __future__ import annotations

from engine.base.units import Size, inch
from engine.model.blocks import Align
from engine.plan.paper.art.definition import DEFAULT_HEIGHTS
from engine.plan.paper.art.skyline import draw, mixed
from engine.plan.paper.cover_places import BELOW, cover_places
from engine.plan.paper.geometry import PageFrame
from tests.support.paper_sample import harbor
from tests.support.skylines import skyline

PLACES = cover_places(PageFrame(Size(inch(8.268), inch(11.693)), top=inch(0.92)))
LIGHT = cover_places(PageFrame(Size(inch(8.268), inch(11.693)), top=inch(2)), light=True)
THEME = harbor().theme


def test_the_peak_is_the_tallest_and_stands_on_the_horizon() -> None:
    _, _, bar, reflection, *_ = draw(skyline(4, 2, current=(1,)), PLACES, THEME).patches
    assert (bar.frame.height, bar.frame.bottom, bar.color.hex) == (PLACES.tallest, PLACES.horizon, "F0A63A")
    assert (reflection.frame.y, reflection.color.hex) == (PLACES.horizon + BELOW, mixed("F0A63A", 0.28))


def test_without_a_series_there_is_the_built_in_skyline_without_a_peak() -> None:
    art = draw(None, PLACES, THEME)
    assert len(art.patches) == 2 + 2 * len(DEFAULT_HEIGHTS)
    assert {patch.color.hex for patch in art.patches[2:]} == {"1B4562", "E8EEF2"}
    assert art.label is None


def test_a_light_cover_has_no_block() -> None:
    art = draw(skyline(4, 2), LIGHT, THEME)
    assert [patch.name for patch in art.patches] == ["dash", "sky-1", "reflection-1", "sky-2", "reflection-2"]
    assert art.patches[1].color == THEME.color("primary")


def test_the_label_ends_where_the_bar_ends_unless_it_would_leave_the_page() -> None:
    last, first = draw(skyline(2, 4, peak=1), PLACES, THEME), draw(skyline(*[4] + [1] * 25), PLACES, THEME)
    assert last.label is not None
    assert first.label is not None
    assert (last.label.align, last.label.frame.right) == (Align.RIGHT, last.patches[-2].frame.right)
    assert (first.label.align, first.label.frame.x) == (Align.LEFT, 0)


def test_colours_are_laid_over_white() -> None:
    assert (mixed("000000", 0), mixed("0080FF", 1), mixed("000000", 0.5)) == ("FFFFFF", "0080FF", "808080")
