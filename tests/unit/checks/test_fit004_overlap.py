from __future__ import annotations

from dataclasses import replace

from engine.base.units import Rect, inch
from engine.checks.fit004_overlap import DEFINITION
from engine.model.blocks import Align, Paragraph
from engine.model.deck import Anchor, CellBox, Element, RowBox, Run, TableBox, TextBox, TextLine
from engine.model.theme import Color
from tests.support.planning import plan, t

INK = Color("14232F")
DECK = plan(Paragraph(t("一段话。"))).expect_clean()


def line(words: str, align: Align = Align.LEFT, breaks: tuple[int, ...] = ()) -> TextLine:
    """Return a paragraph of 12 pt on lines of 18 pt: six Han to the inch."""
    return TextLine((Run(words, 12, INK),), 18, align, breaks)


def box(
    name: str, frame: Rect, words: str, anchor: Anchor = Anchor.TOP, align: Align = Align.LEFT, breaks: tuple[int, ...] = ()
) -> TextBox:
    return TextBox(name, frame, (line(words, align, breaks),), anchor)


def found(*elements: Element) -> list[str]:
    deck = replace(DECK, slides=(replace(DECK.slides[3], elements=elements),))
    return [f"{each.code} {each.where} {each.message.zh}" for each in DEFINITION.run(deck)]


def test_words_on_words_are_found() -> None:
    title = box("topic-1-1/title", Rect.inches(1, 1, 2, 0.25), "一二三四五六七八九十甲乙", breaks=(6,))
    below = box("topic-1-1/text", Rect.inches(1, 1.3, 2, 1), "一二三")
    assert found(title, below) == ["FIT004 content/h1/report.yaml:12:5 第 1 页的“一二三四五六七八九十甲乙”与“一二三”重叠"]


def test_words_beside_words_pass_though_their_frames_overlap() -> None:
    assert found(box("a", Rect.inches(1, 1, 6, 1), "一二三"), box("b", Rect.inches(3, 1, 6, 1), "四五六")) == []


def test_a_table_keeps_words_out_of_its_filled_cells_only() -> None:
    row = RowBox(inch(0.5), (CellBox((line("甲"),)), CellBox(())))
    table = TableBox("table", Rect.inches(1, 1, 4, 0.5), (inch(2), inch(2)), (row,), inch(0.08))
    badge = box("badge-text", Rect.inches(3.5, 1.1, 0.26, 0.26), "A")
    assert found(table, badge) == []
    assert len(found(table, replace(badge, frame=Rect.inches(1.5, 1.1, 0.26, 0.26)))) == 1


def test_the_message_is_in_both_languages_with_a_mend() -> None:
    same = box("a", Rect.inches(1, 1, 2, 1), "一二三")
    deck = replace(DECK, slides=(replace(DECK.slides[3], elements=(same, replace(same, name="b"))),))
    (finding,) = DEFINITION.run(deck)
    assert finding.message.en == "“一二三” and “一二三” overlap on slide 1"
    assert finding.hint and finding.hint.zh == "缩短其中一段文字"


def test_the_longest_line_counts_not_the_whole_paragraph() -> None:
    beside = box("topic-1-1/peak", Rect.inches(3, 1.2, 2, 0.3), "峰值")
    assert found(box("topic-1-1/title", Rect.inches(1, 1, 11, 1), "一行标题\n二行标题"), beside) == []
    assert found(box("topic-1-1/title", Rect.inches(1, 1, 11, 1), "一行标题二行标题", breaks=(4,)), beside) == []
