from __future__ import annotations

from engine.base.units import Rect
from engine.model.deck import Shape, TextBox
from engine.model.inlines import EMPTY
from engine.model.report import Skyline
from engine.plan.deck.beams import draw_beams, peak_text
from engine.plan.deck.skyline import DEFAULT_HEIGHTS
from tests.support.planning import canvas
from tests.support.skylines import skyline

PAGE = Rect.inches(0, 0, 40 / 3, 7.5)
WORDS = Rect.inches(0.67, 4, 6.6, 1)


def drawn(series: Skyline | None) -> tuple[list[Shape], list[TextBox]]:
    page = canvas()
    draw_beams(series, PAGE, WORDS, page)
    assert list(page.findings) == []
    shapes = [element for element in page.elements if isinstance(element, Shape)]
    return shapes, [element for element in page.elements if isinstance(element, TextBox)]


def test_beams_reach_the_right_edge_and_the_peak_says_what_it_is() -> None:
    beams, (label,) = drawn(skyline(*[1, 4] * 13, peak=1))
    assert {beam.frame.right for beam in beams} == {PAGE.right}
    assert beams[1].frame.width == PAGE.width * (4.70 / 13.333)
    assert label.plain == "当周  4 万元"
    assert beams[1].frame.contains(label.frame)


def test_a_beam_too_thin_for_its_label_widens_where_the_words_stand() -> None:
    *beams, tag = drawn(skyline(*[1, 4] * 30, peak=1))[0]
    assert tag.frame.height > beams[1].frame.height
    assert tag.frame.x == beams[1].frame.x


def test_few_values_make_no_thick_beams() -> None:
    beams, _ = drawn(skyline(4, 2))
    assert beams[0].frame.height < PAGE.height * 0.08


def test_without_a_series_nothing_is_labelled() -> None:
    beams, labels = drawn(None)
    assert (len(beams), labels) == (len(DEFAULT_HEIGHTS), [])
    assert drawn(skyline(0.0, -1)) == ([], [])


def test_a_peak_without_a_name_is_its_value() -> None:
    assert peak_text(skyline(1)).plain == "当周  4 万元"
    assert peak_text(Skyline((1,), 0, skyline(1).peak_value, EMPTY)).plain == "4 万元"
