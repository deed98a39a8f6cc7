from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Rect, inch
from engine.model.blocks import Badge, Stat
from engine.model.deck import Geometry, Shape
from engine.model.inlines import Tone
from engine.plan.deck import parts
from tests.support.planning import assert_reads, canvas, outline, sheet, t


def test_status_pills_have_one_width_and_no_pill_fills_its_card() -> None:
    page = sheet()
    widths = [
        round(parts.pill_width(page, t(words), tone, inch(3)).inches, 2)
        for words, tone in (("● 达成", Tone.MET), ("已固化", Tone.NORMAL), ("很长的标签" * 9, Tone.NORMAL))
    ]
    assert widths == [1.12, 0.75, 1.8]


def test_pills_stand_flush_right() -> None:
    page = canvas()
    left = parts.draw_pill(page, inch(3), inch(0.2), t("● 达成"), Tone.MET, inch(3))
    assert round(left.inches, 2) == 1.88
    parts.tinted_pill(page, inch(3), inch(0.2), t("肯定"), Tone.EXCEED, inch(0.94))
    assert_reads(
        outline(page.elements),
        """
        pill 1.88 0.2 1.12×0.28
        pill-text 1.94 0.2 1×0.28 11 ● 达成
        tag 2.18 0.2 0.82×0.28
        tag-text 2.18 0.2 0.82×0.28 11 肯定
        """,
    )


def test_a_label_before_a_value_takes_half_at_most() -> None:
    page = sheet()
    caption = page.style("caption")
    assert round(parts.label_width(page, t("下一步"), caption, inch(4)).inches, 2) == 0.61
    assert parts.label_width(page, t("很长的标签" * 9), caption, inch(4)) == inch(2)


def test_badges_by_tone_then_by_grade() -> None:
    page = sheet()
    grounds = [
        parts.badge_colors(page, tone, code)[0]
        for tone, code in ((Tone.MISSED, "A"), (Tone.NORMAL, "B"), (Tone.QUIET, "R6"), (Tone.NORMAL, "7"))
    ]
    assert grounds == [page.theme.tone(Tone.MISSED), page.color("p400"), page.color("ink3"), page.color("primary")]


def test_badges_are_square_or_round() -> None:
    page = canvas()
    parts.draw_badge(page, Rect.inches(0, 0, 0.26, 0.26), t("A"), Tone.NORMAL)
    parts.draw_badge(page, Rect.inches(1, 0, 0.44, 0.44), t("R1"), Tone.MISSED, Badge.ROUND)
    assert [shape.geometry for shape in page.elements if isinstance(shape, Shape)] == [Geometry.ROUND_RECT, Geometry.OVAL]


def test_progress_runs_to_125_percent_with_a_tick_at_100() -> None:
    """A track of 2.5 in: 2 in is the target."""

    def drawn(attainment: float) -> str:
        page = canvas()
        parts.draw_progress(page, Rect.inches(0, 1, 2.5, 0.09), attainment, page.sheet.color("primary"))
        return outline(page.elements)

    assert_reads(
        drawn(0.5),
        """
        track 0 1 2.5×0.09
        bar 0 1 1×0.09
        target 1.99 0.94 0.02×0.21
        """,
    )
    assert "bar 0 1 2.5×0.09" in drawn(3.0)
    assert "bar" not in drawn(-0.2)


def test_stats_stand_below_their_labels() -> None:
    page = canvas()
    parts.draw_stat(page, Rect.inches(0, 0, 1, parts.stat_height(page.sheet).inches), Stat(t("完成率"), t("85.3%"), Tone.MISSED))
    assert outline(page.elements) == "stat-label 0 0 1×0.21 11 完成率\nstat 0 0.21 1×0.25 13 85.3%"


def test_a_row_has_its_label_left_and_its_value_right() -> None:
    page = canvas()
    ink = page.sheet.color("ink")
    parts.text_row(page, Rect.inches(0, 0, 3, 0.42), Stat(t("客单价"), t("200 元")), colors=(ink, ink))
    assert outline(page.elements) == "row-label 0 0 2.33×0.42 12 客单价\nrow-value 2.41 0 0.59×0.42 12 200 元"


def test_pills_are_round_unless_the_theme_has_corners() -> None:
    page = sheet()
    assert parts.pill_radius(page, inch(0.28)) == inch(0.14)
    assert parts.pill_radius(replace(page, theme=replace(page.theme, pill_radius=inch(0))), inch(0.28)) == 0
