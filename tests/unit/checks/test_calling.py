from __future__ import annotations

from dataclasses import replace

from engine.base.diagnostics import Location
from engine.base.units import Rect, inch
from engine.checks.calling import called, place_of
from engine.model.blocks import Paragraph
from engine.model.deck import CellBox, Picture, RowBox, Run, Shape, TableBox, TextBox, TextLine
from engine.model.inlines import text
from engine.model.theme import Color
from tests.support.planning import plan, t

INK = Color("14232F")
FRAME = Rect.inches(1, 1, 2, 1)
WRITTEN = Location("content/h1/report.yaml", 31, 9)
SLIDE = plan(Paragraph(t("一段话。"))).expect_clean().slides[3]


def line(words: str) -> TextLine:
    return TextLine((Run(words, 12, INK),), 18)


def test_texts_are_called_by_their_first_words() -> None:
    assert called(TextBox("a", FRAME, (line("短句"),))).zh == "“短句”"
    assert called(TextBox("a", FRAME, (line("一二三四\n五六七八九十甲乙丙"),))).en == "“一二三四 五六七八九十甲…”"


def test_a_table_is_called_by_its_first_filled_cell() -> None:
    row = RowBox(inch(0.5), (CellBox(()), CellBox((line("渠道"),))))
    table = TableBox("table", FRAME, (inch(1), inch(1)), (row,), inch(0.08))
    assert called(table).zh == "“渠道”"
    assert called(replace(table, rows=())).en == "a table"


def test_what_has_no_words_is_called_by_its_kind() -> None:
    assert called(Shape("topic-1-1/card", FRAME)).zh == "图形"
    assert called(Picture("topic-1-1/image", FRAME, "a.png", b"", "")).zh == "图片"


def test_the_place_is_that_of_the_words_else_of_the_slide() -> None:
    box = TextBox("a", FRAME, (line("短句"),))
    assert place_of(SLIDE, box) == SLIDE.where
    assert place_of(SLIDE, Shape("b", FRAME), replace(box, where=WRITTEN)) == WRITTEN


def test_planned_boxes_know_where_their_words_were_written() -> None:
    planned = plan(Paragraph(text("一段话。", where=WRITTEN))).expect_clean()
    boxes = [
        element for slide in planned.slides for element in slide.elements if isinstance(element, TextBox) and element.plain == "一段话。"
    ]
    assert [box.where for box in boxes] == [WRITTEN]
