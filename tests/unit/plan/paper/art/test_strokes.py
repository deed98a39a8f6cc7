from __future__ import annotations

from engine.base.units import Size, inch
from engine.model.blocks import Align
from engine.plan.paper.art.strokes import FOOT, TALLEST, draw
from engine.plan.paper.cover_places import cover_places
from engine.plan.paper.geometry import PageFrame
from tests.support.paper_sample import harbor
from tests.support.skylines import skyline

PLACES = cover_places(PageFrame(Size(inch(8.268), inch(11.693)), top=inch(1.9)))
THEME = harbor().theme


def test_strokes_stand_on_a_rule_within_the_margins() -> None:
    thick, thin, *strokes, foot = draw(skyline(4, 2, current=(1,)), PLACES, THEME).patches
    assert thick.frame.bottom < thin.frame.y < PLACES.unit
    assert [stroke.frame.bottom for stroke in strokes] == [FOOT, FOOT] == [foot.frame.y] * 2
    assert strokes[0].frame.height == TALLEST
    assert [stroke.color for stroke in strokes] == [THEME.color("primary"), THEME.color("sky_current")]
    assert foot.frame.right == PLACES.left + PLACES.width


def test_the_label_is_flush_with_the_peak_or_with_the_margin() -> None:
    first, last = draw(skyline(4, *[1] * 25), PLACES, THEME).label, draw(skyline(1, 4, peak=1), PLACES, THEME).label
    assert first is not None
    assert last is not None
    assert (first.align, first.frame.x) == (Align.LEFT, PLACES.left)
    assert last.align is Align.RIGHT


def test_a_series_of_nothing_has_the_rules_alone() -> None:
    assert [patch.name for patch in draw(skyline(0.0), PLACES, THEME).patches] == ["rule-thick", "rule-thin"]
