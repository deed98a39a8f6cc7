from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Rect
from engine.model.blocks import Align
from engine.model.inlines import EMPTY
from engine.plan.paper.art.definition import DEFAULT_HEIGHTS, PeakLabel, has_peak, series
from tests.support.skylines import skyline

PLACE = Rect.inches(0, 0, 1, 1)


def said(label: PeakLabel, **changes: object) -> list[tuple[str, str]]:
    return [(role, words.plain) for role, words in label.lines(replace(skyline(1), **changes))]  # type: ignore[arg-type]


def test_a_label_has_two_lines_or_one() -> None:
    apart, joined = PeakLabel(PLACE, Align.LEFT), PeakLabel(PLACE, Align.LEFT, joined=True)
    assert said(apart) == [("cover_peak", "4 万元"), ("cover_peak_label", "当周")]
    assert said(joined) == [("cover_peak", "当周  4 万元")]
    assert said(joined, peak_label=EMPTY) == [("cover_peak", "4 万元")]


def test_values_below_zero_are_not_drawn() -> None:
    assert series(skyline(4, -2)) == ((4, 0), 4)
    assert series(skyline(-1)) == ((0,), 0)
    assert series(None) == (DEFAULT_HEIGHTS, 1.0)


def test_a_peak_is_one_of_the_values_and_says_something() -> None:
    assert has_peak(skyline(1))
    assert not has_peak(None)
    assert not has_peak(skyline(1, peak=-1))
    assert not has_peak(replace(skyline(1), peak_value=EMPTY))
