from __future__ import annotations

from typing import Any

import pytest

from engine.base.errors import TemplateError
from engine.base.units import Rect, Size, pt
from engine.model.blocks import Align
from engine.model.theme import Color
from engine.writers.pdf.bookmarks import Bookmark
from engine.writers.pdf.marks import Ink, Words
from engine.writers.pdf.page_marks import Drawing, Lines, Part, Photo, Piece, SetLine, SetPage, Sketch
from engine.writers.pdf.typst_page import Mark, TypstPages, anchors_of
from tests.unit.writers.pdf.test_typst_pictures import picture

INK, RED = Color("14232F"), Color("FF0000")
SIZE = Size(pt(100), pt(50))
FRAME = Rect(pt(10), pt(5), pt(20), pt(15))


def line(text: str, *, left: float = 10, width: float = 80, baseline: float = 20, align: Align = Align.LEFT, address: str = "") -> SetLine:
    return SetLine((Piece(text, 12, INK, bold=False, family="Noto Sans CJK SC", address=address or None),), left, width, baseline, align)


def text(words: str) -> Lines:
    return Lines((line(words),))


def marks(*drawn: Part | Drawing, entries: tuple[Bookmark, ...] = (), pages: TypstPages | None = None) -> list[Mark]:
    return (pages or TypstPages({})).marks(SetPage(SIZE, drawn), entries)


def words_in(mark: Any) -> str:
    """Return the words of a mark, without the places."""
    match mark:
        case ["text", _, _, _, _, [*lines]]:
            return "/".join("".join(part for piece in pieces for part in piece[3]) for _, _, _, pieces in lines)
        case [*inside]:
            return " ".join(filter(None, map(words_in, inside)))
        case _:
            return ""


def test_a_paragraph_is_a_text_at_its_first_baseline() -> None:
    pages = TypstPages({})
    first, second = line("一，。", left=34, width=56), line("二", baseline=38)
    (made,) = marks(Part("P", (Lines((first, second)),)), pages=pages)
    assert made == ["text", 10, 20, 0, True, [[0, 24, True, [[0, 0, None, ["一，", "。"]]]], [18, 0, False, [[0, 0, None, ["二"]]]]]]
    assert list(pages.styles) == [("Noto Sans CJK SC", 12, 400, "#14232F")]
    assert pages.characters == {"Noto Sans CJK SC": {"一", "，", "。", "二"}}


@pytest.mark.parametrize(("align", "x", "side"), [(Align.LEFT, 10, 0), (Align.CENTER, 50, 1), (Align.RIGHT, 90, 2)])
def test_text_stands_at_its_start_middle_or_end(align: Align, x: float, side: int) -> None:
    (made,) = marks(Part("P", (Lines((line("一", align=align),)),)))
    assert made[1:4] == [x, 20, side]


def test_a_heading_that_the_outline_shows_is_its_own_entry() -> None:
    free, own = Bookmark(1, "业绩"), Bookmark(2, "上 半年", 7.0)
    assert [mark[:5] for mark in marks(Part("P", (text("眉"),)), Part("H2", (text("上半年"),)), entries=(free, own))[1:]] == [
        ["bookmark", 1, "业绩", 0.0],
        ["heading", 2, "上 半年", True, 7.0],
    ]


def test_entries_without_a_heading_come_last() -> None:
    made = marks(Part("H1", (text("封面"),)), entries=(Bookmark(1, "开场"), Bookmark(2, "封面")))
    assert [mark[:4] for mark in made] == [["heading", 1, "封面", False], ["bookmark", 1, "开场", 0.0], ["bookmark", 2, "封面", 0.0]]


def test_lists_have_labels_where_any_item_has_one() -> None:
    plain = Part("L", (Part("LI", (Part("LBody", (text("一"),)),)),))
    numbered = Part("L", (Part("LI", (Part("Lbl", (text("1."),)), Part("LBody", (text("二"),)))),))
    first, second = marks(plain, numbered)
    assert (first[0], words_in(first)) == ("list", "一")
    assert (second[0], words_in(second[1]), words_in(second[2])) == ("labelled", "1.", "二")


def test_a_table_has_heads_and_cells_row_by_row() -> None:
    cells = Part("TR", (Part("TD", (Part("P", (text("一"),)), Part("P", (text("二"),)))), Part("TD")))
    (made,) = marks(Part("Table", (Part("TR", (Part("TH", (text("甲"),)), Part("TH", (text("乙"),)))), cells)))
    kind, columns, heads, rest = made
    assert (kind, columns, words_in(heads)) == ("table", 2, "甲 乙")
    assert isinstance(rest, list)
    assert [words_in(cell) for cell in rest] == ["一 二", ""]


def test_a_figure_is_drawn_in_its_frame_with_its_words() -> None:
    words = Words("5%", 3, 4, 9, INK, bold=True, anchor="end", family="Noto Sans CJK SC")
    blank = Words(" ", 3, 4, 9, INK, bold=True, anchor="end", family="Noto Sans CJK SC")
    ink = Ink(((("m", (0.0, 0.0)),),), RED)
    (made,) = marks(Part("Figure", (Sketch((ink, ink, words, blank, ink), 10, 5),), "走势", FRAME))
    kind, alt, (first, label, last) = made
    assert (kind, alt) == ("figure", "走势")
    assert (first[:5], last[:5]) == (["shapes", 10, 5, 20.0, 15.0],) * 2
    assert (str(first[5]).count("<path"), str(last[5]).count("<path")) == (2, 1)
    assert label == ["text", 13, 9, 2, False, [[0, 0, False, [[0, 0.0, None, ["5%"]]]]]]


def test_what_stands_in_no_part_is_decoration_as_large_as_the_page() -> None:
    (made,) = marks(Sketch((Ink(((("m", (0.0, 0.0)),),), RED),)))
    kind, (shapes,) = made
    assert (kind, shapes[:5]) == ("decoration", ["shapes", 0.0, 0.0, 100.0, 50.0])


def test_the_same_picture_is_one_file() -> None:
    pages, blob = TypstPages({}), picture("PNG")
    made = marks(Photo(blob, FRAME), Part("Figure", (Photo(blob, FRAME),), "图", FRAME), pages=pages)
    (name,) = pages.pictures
    assert made == [["decoration", [["picture", 10, 5, 20, 15, name]]], ["figure", "图", [["picture", 10, 5, 20, 15, name]]]]


def test_links_are_addresses_or_places() -> None:
    pages = TypstPages({"fig": (2, 3.0, 4.0)})
    made = marks(Part("P", (Lines((line("见", address="#fig"), line("图", address="https://example.com"))),)), pages=pages)
    lines = made[0][5]
    assert isinstance(lines, list)
    assert [pieces[0][2] for _, _, _, pieces in lines] == [[2, 3.0, 4.0], "https://example.com"]
    with pytest.raises(TemplateError, match="no bookmark 'tab'"):
        marks(Part("P", (Lines((line("见", address="#tab"),)),)), pages=pages)


def test_bookmarks_know_their_page() -> None:
    assert anchors_of([SetPage(SIZE, ()), SetPage(SIZE, (), {"fig": (1.0, 2.0)})]) == {"fig": (2, 1.0, 2.0)}


def test_a_part_that_stands_nowhere_alone_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="no page holds a <TR> by itself"):
        marks(Part("TR"))
