from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.theme import Color
from engine.writers.pdf.chart_ink import arc_steps, chart_marks, path_outline
from engine.writers.pdf.ink import operators
from engine.writers.pdf.marks import Ink, Words


def marks(body: str) -> tuple[Ink | Words, ...]:
    return chart_marks(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" font-family="Noto Sans CJK SC">{body}</svg>')[1]


def drawn_by(body: str) -> str:
    (mark,) = marks(body)
    assert isinstance(mark, Ink)
    return operators(mark).decode()


def test_the_size_is_that_of_the_view_box() -> None:
    assert chart_marks('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 432 288.5"/>') == ((432, 288.5), ())


@pytest.mark.parametrize(
    ("element", "drawn"),
    [
        ('<rect x="1" y="2" width="3" height="4" fill="#FF0000"/>', "1 0 0 rg 1 2 m 4 2 l 4 6 l 1 6 l h f"),
        ('<rect x="1" y="2" width="3" height="4" fill="none" stroke="#FF0000"/>', "1 0 0 RG 1 w 0 j [] 0 d 1 2 m 4 2 l 4 6 l 1 6 l h S"),
        (
            '<path d="M0 0L1 1" fill="none" stroke="#0000FF" stroke-width="2.25" stroke-dasharray="6 2" stroke-linejoin="round"/>',
            "0 0 1 RG 2.25 w 1 j [6 2] 0 d 0 0 m 1 1 l S",
        ),
        (
            '<path d="M0 0H1V1Z" fill="#FF0000" stroke="#0000FF" stroke-width="1"/>',
            "1 0 0 rg 0 0 1 RG 1 w 0 j [] 0 d 0 0 m 1 0 l 1 1 l h B",
        ),
    ],
)
def test_svg_becomes_operators(element: str, drawn: str) -> None:
    assert drawn_by(element) == drawn


def test_a_circle_is_four_curves() -> None:
    assert drawn_by('<circle cx="5" cy="5" r="2" fill="#FF0000"/>').count(" c") == 4


def test_opacity_is_kept() -> None:
    (mark,) = marks('<rect x="0" y="0" width="1" height="1" fill="#FF0000" fill-opacity="0.4"/>')
    assert isinstance(mark, Ink)
    assert mark.opacity == 0.4


def test_words_keep_place_and_look() -> None:
    first, second = marks(
        '<text x="10" y="20.5" font-size="10.5" fill="#14232F" text-anchor="middle" font-weight="bold">5 &amp; 6</text>'
        '<text x="1" y="2" font-size="9" fill="#63737F">W1</text>'
    )
    assert first == Words("5 & 6", 10, 20.5, 10.5, Color("14232F"), bold=True, anchor="middle", family="Noto Sans CJK SC")
    assert second == Words("W1", 1, 2, 9, Color("63737F"), bold=False, anchor="start", family="Noto Sans CJK SC")


def test_a_chart_that_draws_something_else_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="charts draw no <image>"):
        marks('<image href="x"/>')


def test_paths_repeat_commands_and_go_on_after_closing() -> None:
    assert path_outline("M0 0L1 0 1 1Z L5 5") == (
        ("m", (0, 0)), ("l", (1, 0)), ("l", (1, 1)), ("h", ()), ("l", (5, 5)),
    )  # fmt: skip


def test_a_quarter_of_a_circle_is_one_curve() -> None:
    ((operator, operands),) = arc_steps((0, -10), (10, 0), 10, large=False, clockwise=True)
    assert operator == "c"
    assert operands == pytest.approx((5.523, -10, 10, -5.523, 10, 0), abs=1e-3)


angles: Any = st.floats(0, 2 * math.pi)


@given(angles, angles, st.floats(1, 500), st.booleans())
def test_arcs_stay_on_their_circle_and_end_where_they_should(start: float, end: float, radius: float, clockwise: bool) -> None:
    (x1, y1), (x2, y2) = ((radius * math.cos(angle), radius * math.sin(angle)) for angle in (start, end))
    sweep = (end - start if clockwise else start - end) % (2 * math.pi)
    steps = arc_steps((x1, y1), (x2, y2), radius, large=sweep > math.pi, clockwise=clockwise)
    near_half = abs(sweep - math.pi) < 1e-3  # two circles fit equally well
    if not steps or near_half or sweep < 1e-3 or sweep > 2 * math.pi - 1e-3:
        return
    assert steps[-1][1][-2:] == pytest.approx((x2, y2), abs=1e-6 * radius + 1e-6)
    assert all(math.hypot(*operands[-2:]) == pytest.approx(radius, rel=1e-4) for _, operands in steps)
    assert len(steps) <= 4
