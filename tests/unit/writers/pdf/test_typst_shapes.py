from __future__ import annotations

from engine.model.decor import Outline, Pen
from engine.model.theme import Color
from engine.writers.pdf.marks import Ink
from engine.writers.pdf.typst_shapes import svg_of

RED, BLUE = Color("FF0000"), Color("0000FF")
WEDGE: Outline = (("m", (0.0, 0.0)), ("l", (1.5, 0.0)), ("c", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), ("h", ()))


def drawn(ink: Ink) -> str:
    svg = svg_of([ink], 72, 36.5)
    head, _, tail = svg.partition("><")
    assert head == '<svg xmlns="http://www.w3.org/2000/svg" width="72" height="36.5" viewBox="0 0 72 36.5"'
    return "<" + tail.removesuffix("</svg>")


def test_a_filled_outline() -> None:
    assert drawn(Ink((WEDGE,), RED)) == '<path d="M 0 0 L 1.5 0 C 1 2 3 4 5 6 Z" fill="#FF0000"/>'


def test_a_see_through_fill() -> None:
    assert drawn(Ink((WEDGE,), RED, opacity=0.4)).endswith('fill="#FF0000" fill-opacity="0.4"/>')


def test_a_dashed_stroke_without_fill() -> None:
    assert drawn(Ink((WEDGE[:2],), pen=Pen(BLUE, 2, (6.0, 2.0), "round"))) == (
        '<path d="M 0 0 L 1.5 0" fill="none" stroke="#0000FF" stroke-width="2" stroke-linejoin="round" stroke-dasharray="6 2"/>'
    )


def test_outlines_of_one_ink_are_one_path() -> None:
    assert drawn(Ink((WEDGE[:2], WEDGE[:2]), RED)).count("M 0 0") == 2
