from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Size, inch
from engine.model.inlines import text
from engine.model.report import Skyline
from engine.plan.paper.cover import DEFAULT_HEIGHTS
from engine.plan.paper.cover_places import BELOW, cover_places
from engine.plan.paper.geometry import PageFrame
from engine.writers.docx.marks import Marks
from engine.writers.docx.skyline import blocks, mixed, skyline_run
from tests.support.paper_sample import harbor
from tests.unit.writers.docx.xml_of import tree

PAGE = Size(inch(8.268), inch(11.693))
PLACES = cover_places(PageFrame(PAGE, top=inch(0.92)))
HORIZON, TALLEST = PLACES.horizon, PLACES.tallest


def skyline(*values: float, peak: int = 0, current: tuple[int, ...] = ()) -> Skyline:
    return Skyline(values, peak, text("1"), text("2"), current)


def test_the_peak_is_the_tallest_and_stands_on_the_horizon() -> None:
    _, _, bar, reflection, *_ = blocks(skyline(4, 2, current=(1,)), PLACES, harbor())
    assert (bar.frame.height, bar.frame.bottom, bar.color.hex) == (TALLEST, HORIZON, "F0A63A")
    assert (reflection.frame.y, reflection.color.hex) == (HORIZON + BELOW, mixed("F0A63A", 0.28))


@given(st.lists(st.floats(-5, 1e9, allow_nan=False), min_size=1, max_size=60))
def test_every_bar_is_on_the_page(values: list[float]) -> None:
    for block in blocks(skyline(*values), PLACES, harbor()):
        assert block.frame.x >= 0
        assert block.frame.right <= PAGE.width
        assert 0 <= block.frame.y <= block.frame.bottom <= PAGE.height


def test_without_a_series_there_is_the_built_in_skyline_without_a_peak() -> None:
    drawn = list(blocks(None, PLACES, harbor()))
    assert len(drawn) == 2 + 2 * len(DEFAULT_HEIGHTS)
    assert {block.color.hex for block in drawn[2:]} == {"1B4562", "E8EEF2"}


def test_a_series_of_nothing_has_the_ground_alone() -> None:
    assert [block.name for block in blocks(skyline(0.0, -1), PLACES, harbor())] == ["ground", "dash"]


def test_the_label_ends_where_the_bar_ends() -> None:
    _, _, bar, *_ = blocks(skyline(4, 2), PLACES, harbor())
    at, at_left = PLACES.peak(1, 2, inch(3), inch(0.5))
    assert not at_left
    _, _, _, _, last, _ = blocks(skyline(4, 2, peak=1), PLACES, harbor())
    assert at.x + inch(3) == last.frame.right
    assert bar.frame.bottom == HORIZON


def test_the_group_is_behind_the_text_and_every_shape_has_its_own_number() -> None:
    made = skyline_run(skyline(4, 2), PLACES, harbor(), Marks())
    tree(f"<w:p>{made}</w:p>")
    assert 'behindDoc="1"' in made
    assert [f'id="{number}"' in made for number in range(1, 8)] == [True] * 7


def test_colours_are_laid_over_white() -> None:
    assert (mixed("000000", 0), mixed("0080FF", 1), mixed("000000", 0.5)) == ("FFFFFF", "0080FF", "808080")
