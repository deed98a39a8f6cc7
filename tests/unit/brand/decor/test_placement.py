from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Rect
from engine.brand.decor.placement import IDENTITY, SAME, about, around, at, moved, then
from tests.support.decor import PLACE, steps, xml

FINITE = st.floats(-1000, 1000)
MATRICES = st.tuples(FINITE, FINITE, FINITE, FINITE, FINITE, FINITE)


def test_a_shape_in_its_place() -> None:
    placed = SAME.place(xml(f"<a:xfrm>{PLACE}</a:xfrm>"))
    assert (placed.width, placed.height, placed.matrix, placed.frame) == (144, 72, (1, 0, 0, 1, 72, 0), Rect.inches(1, 0, 2, 1))


def test_a_turned_shape_reaches_farther() -> None:
    placed = SAME.place(xml(f'<a:xfrm rot="5400000">{PLACE}</a:xfrm>'))
    assert (placed.degrees, placed.frame) == (90, Rect.inches(1.5, -0.5, 1, 2))
    assert at(placed.matrix, 0, 0) == pytest.approx((180, -36))  # its own top left corner is now at the top right


def test_groups_scale_shift_and_turn_their_children() -> None:
    frame = '<a:off x="0" y="0"/><a:ext cx="1828800" cy="914400"/><a:chOff x="0" y="0"/><a:chExt cx="3657600" cy="1828800"/>'
    child = xml(f"<a:xfrm>{PLACE}</a:xfrm>")
    assert SAME.inside(xml(f"<a:xfrm>{frame}</a:xfrm>")).place(child).frame == Rect.inches(0.5, 0, 1, 0.5)
    turned = SAME.inside(xml(f'<a:xfrm rot="10800000">{frame}</a:xfrm>')).place(child)
    assert (turned.frame, turned.degrees) == (Rect.inches(0.5, 0.5, 1, 0.5), 180)
    assert SAME.inside(None) == SAME


def test_a_mirrored_group_shows_its_children_from_behind() -> None:
    frame = '<a:off x="0" y="0"/><a:ext cx="3657600" cy="914400"/><a:chOff x="0" y="0"/><a:chExt cx="3657600" cy="914400"/>'
    placed = SAME.inside(xml(f'<a:xfrm flipH="1">{frame}</a:xfrm>')).place(xml(f"<a:xfrm>{PLACE}</a:xfrm>"))
    assert (placed.mirrored, placed.frame) == (True, Rect.inches(1, 0, 2, 1))


@given(MATRICES, MATRICES, FINITE, FINITE)
def test_one_matrix_after_the_other(first: tuple[float, ...], second: tuple[float, ...], x: float, y: float) -> None:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    one, other = (a, b, c, d, e, f), (g, h, i, j, k, m)
    assert at(then(one, other), x, y) == pytest.approx(at(other, *at(one, x, y)), abs=1e-3)


@given(FINITE, FINITE, st.sampled_from([0.0, 90.0, 33.0]), st.booleans(), st.booleans())
def test_a_centre_stays_where_it_is(x: float, y: float, degrees: float, across: bool, down: bool) -> None:
    assert at(about(x, y, degrees, across=across, down=down), x, y) == pytest.approx((x, y), abs=1e-6)


def test_outlines_and_boxes_move() -> None:
    outline = (("m", (0.0, 0.0)), ("c", (1.0, 0.0, 2.0, 0.0, 3.0, 0.0)), ("h", ()))
    assert steps(moved(outline, (0, 1, -1, 0, 5, 0))) == "M 5 0 C 5 1 5 2 5 3 Z"
    assert around(IDENTITY, 72, 36) == Rect.inches(0, 0, 1, 0.5)
