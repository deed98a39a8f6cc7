from __future__ import annotations

from engine.base.units import inch, pt
from engine.model.deck import TextBox
from engine.model.paper import PaperCell, PaperParagraph, PaperRow, PaperTable, ParagraphRole
from engine.plan.paper.body_page import RESERVE, BodyPage, is_one
from engine.plan.paper.pieces.paragraph import ParagraphPiece, paragraph_piece
from engine.plan.paper.pieces.table import table_piece
from tests.support.papers import canvas, frame, sheet
from tests.support.planning import t

TIGHT = "五步转化都设黄、红两条线，触黄线当日核查，触红线两小时内处置；突升与突降同样报警。"
"""Two lines, which we tighten to one."""


def page() -> BodyPage:
    return BodyPage(frame(), canvas())


def paragraph(role: ParagraphRole, words: str) -> ParagraphPiece:
    return paragraph_piece(PaperParagraph(role, t(words), bookmark="here"), frame().width, sheet())


def test_white_is_the_larger_of_two_and_none_at_the_top() -> None:
    made = page()
    body, heading = paragraph(ParagraphRole.BODY, "正文"), paragraph(ParagraphRole.HEADING_2, "标题")
    assert made.gap(heading) == 0.0
    made.set_down(body, 0)
    assert (made.gap(heading), made.gap(body)) == (13.0, 4.0)
    made.set_down(heading, 1)
    assert made.room == frame().body.height.points - RESERVE - 18.5 - 13 - heading.height


def test_a_line_stays_free_below_a_whole_thing_where_word_may_need_it() -> None:
    rows = tuple(PaperRow((PaperCell((t("字"),)),), pt(26)) for _ in range(3))
    table = table_piece(PaperTable("t", (inch(6),), rows, 9.5, 14.2, together=3), frame().width, sheet())
    made = page()
    assert (is_one(table), made.reserve(table)) == (True, 0.0)
    made.set_down(paragraph(ParagraphRole.BODY, TIGHT), 0)
    assert (made.loose, made.reserve(table)) == (1, 18.5)
    assert made.reserve(paragraph(ParagraphRole.BODY, "正文")) == 0.0


def test_pieces_are_drawn_one_below_the_other() -> None:
    made = page()
    for index in range(2):
        made.set_down(paragraph(ParagraphRole.BODY, "正文"), index)
    starts = made.draw()
    first, second = (each for each in made.canvas.elements if isinstance(each, TextBox))
    assert (second.frame.y - first.frame.bottom).points == 4.0
    assert 0 < starts["here"] < 0.1
