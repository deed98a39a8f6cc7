from __future__ import annotations

from engine.base.diagnostics import NOWHERE
from engine.base.records import replace
from engine.base.units import Point, Rect, inch
from engine.model.blocks import Align
from engine.model.deck import Geometry, Line, Polygon, Shape, TextBox
from engine.model.inlines import text
from engine.plan.deck.canvas import Canvas, Para, bullet_indent, centered, stacked_height
from tests.support.planning import AT, assert_reads, canvas, in_inches, outline, t


def test_names_are_numbered_from_the_second_time_on() -> None:
    page = canvas("topic-1-1")
    assert [page.unique("title"), page.unique("title"), page.on_dark().unique("title")] == [
        "topic-1-1/title",
        "topic-1-1/title-2",
        "topic-1-1/title-3",
    ]


def test_shapes_lines_and_polygons() -> None:
    page = canvas()
    page.card("card", Rect.inches(1, 1, 2, 1))
    page.box("square", Rect.inches(1, 1, 1, 1), None, stroke=page.stroke("line", dashed=True))
    page.rule("rule", Point(inch(1), inch(2)), inch(3))
    page.upright("upright", Point(inch(1), inch(2)), inch(3))
    page.dash("dash", Point(inch(1), inch(2)), inch(0.28), page.sheet.color("ink"))
    page.polygon("gap", [(inch(0), inch(0)), (inch(1), inch(0)), (inch(1), inch(2))], "bg")
    assert_reads(
        outline(page.elements),
        """
        card 1 1 2×1
        square 1 1 1×1
        rule 1 2 3×0
        upright 1 2 0×3
        dash 1 2 0.28×0
        gap 0 0 1×2
        """,
    )
    card, square, rule, _, dash, polygon = page.elements
    assert isinstance(card, Shape) and card.geometry is Geometry.ROUND_RECT and card.radius == page.sheet.theme.card_radius
    assert isinstance(square, Shape) and square.fill is None and square.stroke and square.stroke.dashed
    assert isinstance(rule, Line) and rule.stroke.color == page.sheet.color("line")
    assert isinstance(dash, Line) and dash.stroke.dashed
    assert isinstance(polygon, Polygon) and polygon.fill == page.sheet.color("bg")


def placed(words: str, width: float, height: float, role: str = "body") -> tuple[str, list[str]]:
    """Return the outline of a text in a box of so many inches, and what is wrong with it."""
    page = canvas()
    page.text("text", Rect.inches(0, 0, width, height), t(words), page.sheet.style(role))
    return outline(page.elements), [f"{each.code} {each.where} {each.message.zh}" for each in page.findings]


def test_a_text_shrinks_in_half_points_down_to_the_floor_of_its_role() -> None:
    assert placed("一二三四五六七八九十", 2.2, 0.32) == ("text 0 0 2.2×0.32 14 一二三四五六七八九十", [])
    assert placed("一二三四五六七八九十", 1.95, 0.32) == ("text 0 0 1.95×0.32 13 一二三四五六七八九十", [])


def test_what_does_not_fit_at_the_floor_is_an_error_with_its_place() -> None:
    found, wrong = placed("一二三四五六七八九十", 1.2, 0.32)
    assert found == "text 0 0 1.2×0.32 12 一二三四五六七|八九十"
    assert wrong == ["FIT001 content/h1/report.yaml:12:5 “一二三四五六七八九十”放不下：已缩到最小字号 12 磅，仍多出约 4 个字"]


def test_a_figure_is_never_wrapped() -> None:
    page = canvas()
    page.text("value", Rect.inches(0, 0, 1, 0.6), t("12,345,678 万元"), page.sheet.figure_style("kpi_value"))
    assert [finding.code for finding in page.findings] == ["FIT001"]
    (box,) = page.elements
    assert isinstance(box, TextBox) and box.paragraphs[0].breaks == ()


def test_one_line_may_stand_in_a_box_lower_than_its_pitch_but_not_than_its_letters() -> None:
    assert placed("一二", 1, 0.2)[1] == []  # 14 pt in 14.4
    assert len(placed("一二", 1, 0.1)[1]) == 1
    assert len(placed("一二", 1, -0.1)[1]) == 1


def test_a_text_without_a_place_is_blamed_on_the_block() -> None:
    page = canvas()
    page.at(AT).text("text", Rect.inches(0, 0, 1, 0.1), text("很长的一段文字"), page.sheet.style("body"))
    assert [finding.where for finding in page.findings] == [AT]
    assert page.at(NOWHERE) is page


def test_the_longest_paragraph_is_blamed() -> None:
    page = canvas()
    style = page.sheet.style("body")
    page.paragraphs("text", Rect.inches(0, 0, 1, 0.5), [Para(t("短", line=3), style), Para(t("很长很长的一段文字" * 4, line=4), style)])
    assert [finding.where.line for finding in page.findings] == [4]


def test_empty_texts_are_left_out() -> None:
    page = canvas()
    page.text("text", Rect.inches(0, 0, 1, 1), t(""), page.sheet.style("body"))
    assert page.elements == []
    assert page.lines_in_cell((Para(t(""), page.sheet.style("body")),), inch(1), inch(1)) == ()


def test_paragraphs_of_one_box_shrink_together_each_to_its_floor() -> None:
    page = canvas()
    body, small = page.sheet.style("body"), page.sheet.style("caption")
    page.paragraphs("text", Rect.inches(0, 0, 3, 0.5), [Para(t("一二三"), body), Para(t("四五六"), small)])
    assert outline(page.elements) == "text 0 0 3×0.5 12.5 一二三 ¶ 10.5 四五六"


def test_an_orphan_is_avoided_by_a_narrower_box() -> None:
    """Thirteen characters of 14 pt in lines of six: 6, 6, 1; in a box a little narrower 5, 5, 3."""
    page = canvas()
    page.text("text", Rect.inches(0, 0, 1.25, 2), t("一二三四五六七八九十甲乙丙"), page.sheet.style("body"))
    (box,) = page.elements
    assert in_inches(box.frame) == "0 0 1.16×2"  # type: ignore[union-attr]  # a text box
    assert outline(page.elements).endswith("一二三四五|六七八九十|甲乙丙")


def test_an_orphan_that_no_narrower_box_avoids_is_parted_from_its_line_before() -> None:
    """Seven characters of 14 pt in lines of six, beside a text that a narrower box would give another line."""
    page = canvas()
    style = page.sheet.style("body")
    page.paragraphs("text", Rect.inches(0, 0, 1.25, 2), (Para(t("一二三四五六"), style), Para(t("一二三四五六七"), style)))
    assert outline(page.elements) == "text 0 0 1.25×2 14 一二三四五六 ¶ 14 一二三四⏎|五六七"


def test_figures_and_single_words_are_on_one_line() -> None:
    """A program with a wider font would else part “182” in two; a word too long for its box has its breaks already."""
    page, box = canvas(), Rect.inches(0, 0, 2, 1)
    page.text("figure", box, t("641 万次"), page.sheet.figure_style("card_value"))
    for words in ("641 万次", "182", "96.6%", "Q3 2025", "x" * 99):
        page.text("text", box, t(words), page.sheet.style("body"))
    assert [element.one_line for element in page.elements if isinstance(element, TextBox)] == [True, False, True, True, False, False]


def test_a_canvas_apart_lists_frail_texts() -> None:
    page = canvas()
    apart = page.apart()
    for board in (page, apart):
        board.text("text", Rect.inches(0, 0, 0.5, 2), t("一二三四"), board.sheet.style("body"))
    assert (page.frail, apart.frail) == (None, ["text"])


def test_what_is_drawn_apart_is_nowhere_until_it_is_taken() -> None:
    page = canvas()
    page.box("card", Rect.inches(0, 0, 1, 1), "surface")
    apart = page.apart()
    apart.box("card", Rect.inches(1, 0, 1, 1), "surface")
    apart.text("text", Rect.inches(0, 0, 0.2, 0.2), t("放不下的一句话"), page.sheet.style("body"))
    assert (outline(page.elements), page.findings.items) == ("card 0 0 1×1", [])
    page.take(apart)
    page.box("card", Rect.inches(2, 0, 1, 1), "surface")
    assert [element.name for element in page.elements] == ["slide/card", "slide/card-2", "slide/text", "slide/card-3"]
    assert [finding.code for finding in page.findings] == ["FIT001"]


def test_slots_keep_their_frame() -> None:
    page = canvas()
    page.text("title", Rect.inches(0, 0, 1.25, 2), t("一二三四五六七八九十甲乙丙"), page.sheet.style("body"), slot="title")
    (box,) = page.elements
    assert isinstance(box, TextBox) and (box.slot, in_inches(box.frame)) == ("title", "0 0 1.25×2")


def test_bullets_hang_and_take_width() -> None:
    page = canvas()
    style = page.sheet.style("body")
    bullet = Para(t("一二三四五六七八"), style, bullet=page.sheet.color("p400"))
    assert round(bullet_indent(style).inches, 2) == 0.26
    plain = stacked_height(page.sheet, [Para(bullet.text, style)], inch(1.65))
    assert stacked_height(page.sheet, [bullet], inch(1.65)) == plain * 2
    page.paragraphs("bullets", Rect.inches(0, 0, 3, 1), [bullet])
    (box,) = page.elements
    assert isinstance(box, TextBox) and box.paragraphs[0].bullet and box.paragraphs[0].bullet.indent == bullet.indent


def test_a_nested_bullet_stands_a_level_further_in() -> None:
    page = canvas()
    style = page.sheet.style("body")
    first, nested = (Para(t("一二三四"), style, bullet=page.sheet.color("p400"), level=level) for level in (0, 1))
    assert nested.indent == first.indent * 2
    mark = nested.mark()
    assert mark is not None and (mark.left, mark.indent, mark.room) == (first.indent, first.indent, nested.indent)
    assert Para(t("一"), style, level=1).mark() is None


def test_the_space_after_the_last_paragraph_does_not_count() -> None:
    page = canvas()
    style = page.sheet.style("body")
    paragraphs = [Para(t("一"), style, 8), Para(t("二"), style, 8)]
    assert stacked_height(page.sheet, paragraphs, inch(2)).points == 22.5 + 8 + 22.5
    assert stacked_height(page.sheet, [], inch(2)) == 0


def test_alignment() -> None:
    assert centered(canvas().sheet.style("body")).align is Align.CENTER


def themed(**changes: object) -> Canvas:
    """Return a canvas in a theme that differs from harbor."""
    page = canvas()
    return replace(page, sheet=replace(page.sheet, theme=replace(page.sheet.theme, **changes)))  # type: ignore[arg-type]


def test_cards_have_a_rule_on_their_top_edge_in_themes_that_say_so() -> None:
    page = themed(card_rule=inch(0.05))
    page.card("tile", Rect.inches(1, 1, 2, 1))
    page.card("tile", Rect.inches(4, 1, 2, 1), rule="missed")
    assert outline(page.elements, words=False).splitlines() == [
        "tile 1 1 2×1", "tile-top 1 1 2×0.05", "tile-2 4 1 2×1", "tile-top-2 4 1 2×0.05",
    ]  # fmt: skip
    tops = [each.fill for each in page.elements if isinstance(each, Shape) and "top" in each.name]
    assert tops == [page.sheet.color("deep"), page.sheet.color("missed")]


def test_a_panel_is_dark_or_on_paper_has_a_strong_rule() -> None:
    dark, light = canvas(), themed(dark_panels=False)
    assert dark.panel("panel", Rect.inches(1, 1, 2, 1)).sheet.dark
    assert not light.panel("panel", Rect.inches(1, 1, 2, 1)).sheet.dark
    assert [each.fill for each in dark.elements if isinstance(each, Shape)] == [dark.sheet.color("deep")]
    assert [each.fill for each in light.elements if isinstance(each, Shape)] == [light.sheet.color("surface2"), light.sheet.color("deep")]
