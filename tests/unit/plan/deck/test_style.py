from __future__ import annotations

from engine.model.blocks import Align
from engine.model.theme import Color
from engine.plan.deck.style import LEVELS, ROOMIER
from tests.support.planning import sheet


def test_the_ladder_of_running_text() -> None:
    """14/22.5 down to its floor of 12, each step a little tighter."""
    body = sheet().style("body")
    assert [(body.at(level).size, body.at(level).pitch) for level in LEVELS] == [(14, 22.5), (13.5, 21.37), (12.5, 19.49), (12, 18.42)]


def test_a_role_at_its_floor_gives_only_space_away() -> None:
    source = sheet().style("source")
    assert [(source.at(level).size, source.at(level).pitch) for level in LEVELS] == [(9, 12), (9, 11.82), (9, 11.64), (9, 11.46)]


def test_another_size_keeps_the_leading_and_never_lifts_the_floor() -> None:
    title = sheet().style("page_title")
    assert (title.sized(24).size, title.sized(24).pitch, title.sized(24).role.minimum) == (24, 32.31, 22)
    assert title.sized(20).role.minimum == 20


def test_colour_and_alignment_change_alone() -> None:
    style = sheet().style("body")
    red = Color("FF0000")
    assert style.colored(red).color == red
    assert style.aligned(Align.RIGHT).align is Align.RIGHT
    assert style.colored(style.color) == style


def test_steps_above_full_size_go_to_the_largest_size_of_a_role() -> None:
    """12/18 over 13 to 14, the leading kept; a role without a largest size stays."""
    words, source = sheet().style("panel_text"), sheet().style("source")
    assert [(words.at(level).size, words.at(level).pitch) for level in ROOMIER] == [(14, 21), (13, 19.5)]
    assert [source.at(level) for level in ROOMIER] == [source, source]
