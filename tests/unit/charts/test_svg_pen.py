from engine.charts.coordinates import Box
from engine.charts.svg_pen import fill, path, polyline, rectangle, short, stroke, tag, words
from engine.model.figure import Pen
from engine.model.theme import Color

INK = Color("14232F")


def test_coordinates_have_at_most_two_decimals() -> None:
    assert [short(value) for value in (1.0, 0.125, -0.001, 12.3456)] == ["1", "0.12", "0", "12.35"]


def test_a_tag_escapes_its_attributes() -> None:
    assert tag("path", {"d": "M0 0", "id": '"<'}) == '<path d="M0 0" id=\'"&lt;\'/>'
    assert tag("g", {}, "x") == "<g>x</g>"


def test_words_are_escaped_text_at_their_baseline() -> None:
    assert words(10, 20.5, "<b>&", size=12, color=INK, bold=True) == (
        '<text x="10" y="20.5" font-size="12" fill="#14232F" text-anchor="middle" font-weight="bold">&lt;b&gt;&amp;</text>'
    )
    assert 'text-anchor="end"' in words(0, 0, "a", size=12, color=INK, anchor="end")
    assert "text-anchor" not in words(0, 0, "a", size=12, color=INK, anchor="start")


def test_outlines() -> None:
    assert rectangle(Box(1, 2, 3, 4)) == "M1 2H4V6H1Z"
    assert polyline([(0, 0), (1.5, 2)]) == "M0 0L1.5 2"
    assert path("M0 0", {"fill": "none"}) == '<path d="M0 0" fill="none"/>'


def test_a_dash_is_three_widths_on_and_one_off() -> None:
    assert stroke(Pen(INK, 1.25, dashed=True)) == {"stroke": "#14232F", "stroke-width": "1.25", "stroke-dasharray": "3.75 1.25"}
    assert stroke(None) == {}


def test_opacity_is_written_when_there_is_something_to_see_through() -> None:
    assert fill(INK, 0.07) == {"fill": "#14232F", "fill-opacity": "0.07"}
    assert fill(None, 0.07) == {"fill": "none"}
