from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Size, pt
from engine.layout.fit import Passage, Setting, needed_height
from engine.layout.fonts import FontBook
from engine.layout.split import Portion, split_paragraphs
from engine.model.inlines import Span, Text, text

AT = Setting(10, 15)


def box(em: float, lines: int) -> Size:
    return Size(pt(em * 10 / 0.96 + 0.1), pt(lines * 15))


def outline(parts: tuple[tuple[Portion, ...], ...]) -> str:
    """Return one line per slide; … begins what continues."""
    return "\n".join(" / ".join(("…" if each.continued else "") + each.passage.text.plain for each in part) for part in parts)


def split(plains: list[str], room: Size, fonts: FontBook) -> tuple[tuple[Portion, ...], ...]:
    return split_paragraphs([Passage(text(plain)) for plain in plains], room, AT, fonts)


def test_what_fits_stays_together(paper: FontBook) -> None:
    assert outline(split(["一二", "三四"], box(4, 2), paper)) == "一二 / 三四"
    assert split([], box(4, 2), paper) == ()


def test_passages_are_spread_evenly(paper: FontBook) -> None:
    """Five of one line in boxes of four lines: three and two, not four and one."""
    assert outline(split(["一", "二", "三", "四", "五"], box(4, 4), paper)) == "一 / 二 / 三\n四 / 五"


def test_a_passage_moves_whole_when_it_fits_in_a_box(paper: FontBook) -> None:
    assert outline(split(["一二三四五六", "七八九十百千"], box(4, 3), paper)) == "一二三四五六\n七八九十百千"


def test_a_passage_too_long_for_a_box_is_cut_between_sentences(paper: FontBook) -> None:
    parts = split(["一二三四。五六七八；“九十百千。”万亿"], box(5, 2), paper)
    assert outline(parts) == "一二三四。五六七八；\n…“九十百千。”万亿"


def test_a_sentence_too_long_for_a_box_is_cut_between_lines(paper: FontBook) -> None:
    assert outline(split(["一二三四五六七八九十百千万亿"], box(4, 2), paper)) == "一二三四五六七八\n…九十百千万亿"


def test_room_is_shared_by_the_rest_of_a_cut_passage_and_the_next(paper: FontBook) -> None:
    assert outline(split(["一二三四。五六七八。九十。", "百"], box(5, 2), paper)) == "一二三四。五六七八。\n…九十。 / 百"


def test_a_forced_break_is_a_place_to_cut_and_leaves_no_empty_line(paper: FontBook) -> None:
    parts = split(["一二\n三四\n五六"], box(4, 2), paper)
    assert [part[0].passage.text.plain for part in parts] == ["一二\n三四", "五六"]


def test_spans_facts_and_sources_stay(paper: FontBook) -> None:
    sample = Text((Span("一二三四。"), Span("五六", bold=True, fact="f"), Span("七八。九")))
    parts = split_paragraphs([Passage(text("零")), Passage(sample)], box(5, 1), AT, paper)
    assert [(each.source, each.continued) for part in parts for each in part] == [(0, False), (1, False), (1, True), (1, True)]
    assert parts[2][0].passage.text.spans == (Span("五六", bold=True, fact="f"), Span("七八。"))


def test_a_continued_portion_has_no_first_line_indent(paper: FontBook) -> None:
    parts = split_paragraphs([Passage(text("一二三四五六七八"), first_indent=pt(20))], box(4, 1), AT, paper)
    assert [part[0].passage.first_indent for part in parts] == [pt(20), 0, 0]
    assert outline(parts) == "一二\n…三四五六\n…七八"


def test_a_box_lower_than_a_line_gets_a_line_each(paper: FontBook) -> None:
    assert outline(split(["一二三四五六"], Size(pt(50), pt(5)), paper)) == "一二三四\n…五六"


PLAINS = st.lists(st.text(alphabet="中文率，。；ab 3%“”\n", min_size=1, max_size=60), min_size=1, max_size=5)


@given(PLAINS, st.integers(60, 300), st.integers(1, 5))
def test_nothing_is_lost_and_every_part_fits(paper: FontBook, plains: list[str], width: int, lines: int) -> None:
    room = Size(pt(width), pt(lines * 15))
    parts = split(plains, room, paper)
    for index, plain in enumerate(plains):
        pieces = [each.passage.text.plain for part in parts for each in part if each.source == index]
        assert "".join(pieces).replace("\n", "") == plain.replace("\n", "")
    order = [each.source for part in parts for each in part]
    assert order == sorted(order)
    for part in parts:
        assert needed_height([each.passage for each in part], room.width, AT, paper) <= room.height
