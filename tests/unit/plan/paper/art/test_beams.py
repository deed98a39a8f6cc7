from __future__ import annotations

from engine.base.units import Size, inch
from engine.plan.paper.art.beams import PANEL, draw
from engine.plan.paper.cover_places import cover_places
from engine.plan.paper.geometry import PageFrame
from tests.support.paper_sample import harbor
from tests.support.skylines import skyline

PAGE = Size(inch(8.268), inch(11.693))
PLACES = cover_places(PageFrame(PAGE, top=inch(5.12)))
THEME = harbor().theme


def test_beams_lie_on_a_panel_above_the_words_and_reach_the_edge_of_the_page() -> None:
    panel, rule, *beams = draw(skyline(4, 2, 1), PLACES, THEME).patches
    assert panel.frame.height == PANEL < rule.frame.y < PLACES.unit
    assert {beam.frame.right for beam in beams} == {PAGE.width}
    assert [beam.frame.width / beams[0].frame.width for beam in beams] == [1.0, 0.5, 0.25]
    assert beams[0].color == THEME.color("accent")


def test_the_label_stands_where_no_beam_reaches() -> None:
    art = draw(skyline(3, 4, 3.9, peak=1), PLACES, THEME)
    assert art.label is not None
    assert art.label.frame.right < min(patch.frame.x for patch in art.patches[2:])


def test_few_values_make_no_thick_beams() -> None:
    *_, beam = draw(skyline(4), PLACES, THEME).patches
    assert beam.frame.height < inch(0.5)


def test_a_series_of_nothing_has_the_panel_alone() -> None:
    assert [patch.name for patch in draw(skyline(0.0, -1), PLACES, THEME).patches] == ["ground", "dash"]
