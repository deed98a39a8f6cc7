from __future__ import annotations

from engine.base.units import Rect
from engine.model.deck import Shape
from engine.model.inlines import EMPTY
from engine.model.report import Skyline
from engine.plan.deck.skyline import draw_skyline
from tests.support.planning import assert_reads, canvas, outline, t

PAGE = Rect.inches(0, 0, 13.333, 7.5)
WORDS = Rect.inches(0.667, 3.2, 6, 0.94)


def drawn(skyline: Skyline | None, words: Rect = WORDS) -> str:
    page = canvas().on_dark()
    draw_skyline(skyline, PAGE, words, page)
    return outline(page.elements)


RIGHT = Skyline((1.0, 0.0, 2.0, 4.0), 3, t("142 万元"), t("618 当周"), (2,))
LEFT = Skyline((4.0, 2.0, 1.0, 2.0), 0, t("142 万元"), t("年货节当周"))


def test_a_bar_for_each_value_its_reflection_and_the_peak_labelled() -> None:
    assert_reads(
        drawn(RIGHT),
        """
        sky 0.27 5.62 2.8×0.74
        reflection 0.27 6.39 2.8×0.2
        sky-2 6.93 4.88 2.8×1.48
        reflection-2 6.93 6.39 2.8×0.4
        sky-3 10.27 3.41 2.8×2.95
        reflection-3 10.27 6.39 2.8×0.8
        horizon 0 6.37 13.33×0
        peak-value 12.35 2.85 0.72×0.25 11 142 万元
        peak-label 12.35 3.1 0.72×0.25 11 618 当周
        """,
    )


def test_colours_of_the_past_the_current_stretch_and_the_peak() -> None:
    page = canvas().on_dark()
    draw_skyline(RIGHT, PAGE, WORDS, page)
    fills = [shape.fill for shape in page.elements if isinstance(shape, Shape) and "/sky" in shape.name]
    assert fills == [page.sheet.color(name) for name in ("sky", "sky_current", "accent")]


def test_a_peak_under_the_words_is_drawn_lower() -> None:
    assert_reads(
        "\n".join(line for line in drawn(LEFT).splitlines() if line.startswith(("sky ", "peak"))),
        """
        sky 0.27 4.82 2.8×1.54
        peak-value 2.23 4.26 0.84×0.25 11 142 万元
        peak-label 2.23 4.51 0.84×0.25 11 年货节当周
        """,
    )


def test_no_bar_reaches_up_into_the_words() -> None:
    tall = Skyline((3.9, 2.0, 1.0, 4.0), 3, t("142 万元"), t("618 当周"))
    assert_reads(
        "\n".join(line for line in drawn(tall).splitlines() if line.startswith(("sky", "peak"))),
        """
        sky 0.27 4.2 2.8×2.16
        sky-2 3.6 5.25 2.8×1.11
        sky-3 6.93 5.81 2.8×0.55
        sky-4 10.27 4.14 2.8×2.22
        peak-value 12.35 3.58 0.72×0.25 11 142 万元
        peak-label 12.35 3.83 0.72×0.25 11 618 当周
        """,
    )


def test_reports_without_a_series_have_the_built_in_skyline_without_a_label() -> None:
    lines = drawn(None).splitlines()
    assert sum(line.startswith("sky") for line in lines) == 26
    assert not any(line.startswith("peak") for line in lines)


def test_a_series_of_nothing_draws_nothing() -> None:
    assert drawn(Skyline((0.0, 0.0), -1, EMPTY, EMPTY)) == ""
    assert drawn(Skyline((), 0, EMPTY, EMPTY)) == ""
