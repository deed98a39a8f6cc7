from __future__ import annotations

from engine.base.units import Rect, inch
from engine.model.deck import Shape, TextBox
from engine.model.report import Skyline
from engine.plan.deck.strokes import draw_strokes
from tests.support.planning import canvas
from tests.support.skylines import skyline

PAGE = Rect.inches(0, 0, 40 / 3, 7.5)


def drawn(series: Skyline | None, words_end: float = 4.2) -> tuple[list[Shape], list[TextBox]]:
    page = canvas()
    draw_strokes(series, PAGE, Rect.inches(0.67, 3, 12, words_end - 3), page)
    assert list(page.findings) == []
    shapes = [element for element in page.elements if isinstance(element, Shape)]
    return shapes, [element for element in page.elements if isinstance(element, TextBox)]


def test_strokes_are_thin_and_stand_within_the_margins() -> None:
    strokes, (label,) = drawn(skyline(1, 4, 2, peak=1, current=(2,)))
    assert max(stroke.frame.width for stroke in strokes) <= inch(0.16)
    assert {round(stroke.frame.bottom.inches, 2) for stroke in strokes} == {6.76}
    assert label.plain == "当周  4 万元"
    assert label.frame.bottom < strokes[1].frame.y
    assert abs(label.frame.right - strokes[1].frame.right) <= 1


def test_strokes_keep_clear_of_the_words() -> None:
    tall, _ = drawn(skyline(4, 2))
    low, (label,) = drawn(skyline(4, 2), words_end=5.8)
    assert low[0].frame.height < tall[0].frame.height
    assert label.frame.y > inch(5.8)


def test_a_label_without_room_at_its_left_begins_at_the_margin() -> None:
    _, (label,) = drawn(skyline(4, *[1] * 40))
    assert abs(label.frame.x.inches - 0.667) < 0.001


def test_without_a_series_nothing_is_labelled() -> None:
    strokes, labels = drawn(None)
    assert strokes
    assert labels == []
    assert drawn(skyline(0.0)) == ([], [])
