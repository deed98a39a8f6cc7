from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.records import replace
from engine.base.units import Point, inch
from engine.brand.paper_style import StyleRule
from engine.model.deck import Shape, TextBox
from engine.model.paper import PaperParagraph, ParagraphRole
from engine.plan.paper.numbering import Numbers
from engine.plan.paper.pieces.paragraph import ParagraphPiece, cut_runs, paragraph_piece
from tests.support.papers import canvas, frame, sheet
from tests.support.planning import t

AT = Point(inch(1), inch(2))
LONG = "活动期间全渠道实现成交四千余万元，完成目标的一成以上，" * 8


def piece(role: ParagraphRole = ParagraphRole.BODY, words: str = LONG, number: str = "") -> ParagraphPiece:
    return paragraph_piece(PaperParagraph(role, t(words), number), frame().width, sheet())


def box_of(made: ParagraphPiece) -> TextBox:
    page = canvas()
    made.draw(AT, page)
    return next(each for each in page.elements if isinstance(each, TextBox))


def test_two_lines_stay_together_on_either_side() -> None:
    whole = piece()
    assert whole.lines.count == 6
    for room, expected in ((18.5, None), (18.5 * 3, 3), (18.5 * 5, 4)):
        division = whole.divided(room)
        assert (division[0].lines.count if division else None) == expected
    short = piece(words="字" * 100)
    assert (short.lines.count, short.least, short.divided(18.5 * 2)) == (3, 18.5 * 3, None)


def test_nothing_is_lost_where_a_page_ends() -> None:
    division = piece().divided(18.5 * 3)
    assert division is not None
    head, tail = division
    assert box_of(head).plain + box_of(tail).plain == LONG
    assert (head.after, tail.before, box_of(tail).paragraphs[0].first_indent) == (0.0, 0.0, 0)
    assert box_of(head).paragraphs[0].first_indent.points == 21.0


def test_a_number_hangs_before_its_text() -> None:
    numbered = piece(ParagraphRole.NUMBERED, number="（1）")
    box = box_of(numbered)
    bullet = box.paragraphs[0].bullet
    assert bullet is not None
    assert (bullet.text, round((box.frame.x - AT.x).points, 1), round(bullet.indent.points, 1)) == ("（1）", 10.5, 26.2)
    division = numbered.divided(18.5 * 3)
    assert division is not None
    rest = box_of(division[1])
    assert rest.paragraphs[0].bullet is None
    assert rest.frame.x == box.frame.x + bullet.indent


def test_headings_print_their_number_and_hang_by_the_bracket() -> None:
    box = box_of(piece(ParagraphRole.HEADING_2, "渠道结构", "（一）"))
    assert box.plain == "（一）渠道结构"
    assert box.frame.x < AT.x


def test_a_quotation_has_a_bar() -> None:
    page = canvas()
    piece(ParagraphRole.QUOTE, "“很好。”").draw(AT, page)
    assert any(isinstance(each, Shape) for each in page.elements)


def test_bullets_are_marked_by_level() -> None:
    marks = [box_of(piece(role, "要点")).paragraphs[0].bullet for role in (ParagraphRole.BULLET, ParagraphRole.BULLET_2)]
    assert [mark.text for mark in marks if mark] == ["■", "–"]


def test_runs_are_cut_by_characters() -> None:
    runs = piece(words="甲乙丙").runs
    assert [run.text for run in cut_runs(runs, 1, 2)] == ["乙"]
    assert [run.text for run in cut_runs(runs, 1, None)] == ["乙丙"]


def test_shading_and_rules_of_a_style_are_drawn() -> None:
    rules = (StyleRule("top", 1.0, 4.0, "AA0000"), StyleRule("bottom", 0.5, 2.0, "00AA00"))
    look = replace(sheet().look(ParagraphRole.HEADING_1), ground="#336699", rules=rules)
    shaded = replace(sheet(), looks={**sheet().looks, ParagraphRole.HEADING_1: look})
    heading = paragraph_piece(PaperParagraph(ParagraphRole.HEADING_1, t("回顾"), "1. "), inch(6), shaded)
    page = canvas()
    heading.draw(AT, page)
    assert [type(each).__name__ for each in page.elements] == ["Shape", "Line", "Line", "TextBox"]
    assert (heading.before, heading.after) == (look.before + 5.0, look.after + 2.5)


def test_bullets_are_those_of_the_template() -> None:
    signs = replace(sheet(), numbering=Numbers(Language.ZH, bullets=("•", "\ue123")))
    marks = [paragraph_piece(PaperParagraph(role, t("一")), inch(6), signs).mark for role in (ParagraphRole.BULLET, ParagraphRole.BULLET_2)]
    assert [(mark.text, mark.scale) for mark in marks if mark is not None] == [("●", 0.45), ("●", 0.45)]  # the second is in no font
