from __future__ import annotations

from dataclasses import replace

from engine.base.units import Point, inch, pt
from engine.model.deck import TableBox, TextBox
from engine.model.inlines import EMPTY, Text, Tone
from engine.model.paper import Caption, PaperCell, PaperRow, PaperTable
from engine.plan.paper.grid import together
from engine.plan.paper.looks import THIN_GAP
from engine.plan.paper.pieces.table import TablePiece, caption_text, table_piece
from tests.support.papers import canvas, frame, sheet
from tests.support.planning import t

HEAD = PaperRow((PaperCell((t("指标"),), bold=True), PaperCell((t("实际"),), bold=True)), pt(26), header=True)


def made(rows: int, note: Text = EMPTY) -> TablePiece:
    body = tuple(
        PaperRow((PaperCell((t(f"第{n}项"),)), PaperCell((t("85%"),), tone=Tone.MISSED, tinted=True)), pt(26)) for n in range(rows)
    )
    caption = Caption("表", 2, 1, t("完成情况"), "tab_2_1")
    table = PaperTable(
        "table-1", (inch(3), inch(3.268)), (HEAD, *body), 9.5, 14.2, caption, note, together=together((HEAD, *body), frame().body.height)
    )
    return table_piece(table, frame().width, sheet())


def drawn(piece: TablePiece) -> tuple[TableBox, list[str]]:
    page = canvas()
    piece.draw(Point(inch(1), inch(2)), page)
    table = next(each for each in page.elements if isinstance(each, TableBox))
    return table, [each.plain for each in page.elements if isinstance(each, TextBox)]


def test_caption_rows_and_note_make_its_height() -> None:
    table, words = drawn(made(6, t("注：按支付")))
    assert words == ["表\u00a02-1\u3000完成情况", "注：按支付"]
    assert (len(table.rows), table.header_rows, table.alt) == (7, 1, "完成情况")
    assert made(6, t("注")).height - made(6).height == 17.0 - THIN_GAP  # what Word needs below a table without words


def test_rows_go_on_below_a_repeated_header() -> None:
    division = made(10).divided(20 + 26 * 5.5)
    assert division is not None
    head, tail = division
    (first, words), (second, rest) = drawn(head), drawn(tail)
    assert (len(first.rows), len(second.rows), words, rest) == (5, 7, ["表\u00a02-1\u3000完成情况"], [])
    assert second.rows[0].cells == first.rows[0].cells
    assert (head.bookmarks, tail.bookmarks, tail.before) == (("tab_2_1",), (), 0.0)


def test_no_row_is_left_with_only_one_more_and_short_tables_stay_whole() -> None:
    division = made(10).divided(20 + 26 * 9.9)
    assert division is not None
    assert [len(drawn(part)[0].rows) - 1 for part in division] == [7, 3]
    assert made(10).divided(20 + 26 * 3.5) is None
    assert made(7).divided(20 + 26 * 6.5) is None
    assert made(7).least == made(7).height
    assert made(7).is_whole and not made(8).is_whole
    assert made(9).divided(30) is None


def test_rules_and_grounds() -> None:
    table, _ = drawn(made(2))
    top, below, last = table.rows[0].cells[0], table.rows[0].cells[1], table.rows[-1].cells[1]
    assert top is not None and below is not None and last is not None
    assert top.top is not None and below.bottom is not None and last.bottom is not None
    assert (top.top.width, below.bottom.width, last.bottom.width) == (1.5, 0.75, 1.5)
    assert top.fill == sheet().color("surface")
    assert last.fill == sheet().theme.tint(Tone.MISSED)
    assert last.paragraphs[0].runs[0].color == sheet().theme.tone(Tone.MISSED)


def test_a_caption_begins_with_its_bold_number() -> None:
    spans = caption_text("图", "3-1", t("走势")).spans
    assert [(span.text, span.bold) for span in spans] == [("图\u00a03-1", True), ("\u3000", False), ("走势", False)]


def test_a_row_that_says_nothing_without_the_one_above_is_not_parted_from_it() -> None:
    piece = made(10)
    rows = tuple(replace(row, joined=index in {5, 6}) for index, row in enumerate(piece.rows))
    joined = replace(piece, rows=rows, table=replace(piece.table, rows=rows))
    division = joined.divided(20 + 26 * 6.5)
    assert division is not None
    assert [len(drawn(part)[0].rows) - 1 for part in division] == [4 - 1, 10 - 3]


def test_rows_of_the_body_may_be_a_little_lower_once() -> None:
    whole = made(6)
    lower = whole.tightened(0.5)
    assert round(whole.height - lower.height, 1) == round(whole.spare / 2, 1) > 0
    assert lower.table.rows == lower.rows and lower.rows[0].height == HEAD.height
    assert lower.spare == 0.0 and lower.tightened(1.0) == lower
    division = made(10).divided(20 + 26 * 5.5)
    assert division is not None
    assert [part.spare for part in division] == [0.0, 0.0]
