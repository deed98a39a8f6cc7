from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import ZERO, Length, inch, pt
from engine.layout.fonts import FontBook
from engine.layout.table_fit import CellType, RowTooTall, column_widths, cut_numbers, row_heights, split_rows
from engine.model.inlines import Text, text


def table(*rows: str) -> list[list[Text]]:
    """A table from rows of cells parted by |."""
    return [[text(cell) for cell in row.split("|")] for row in rows]


def cells(fonts: FontBook) -> CellType:
    return CellType(fonts, size=10, pitch=15, margin=ZERO)


def em(widths: tuple[Length, ...]) -> list[float]:
    return [round(width.points / 10 * 0.96, 1) for width in widths]


def test_room_enough_is_shared_in_proportion_to_content(paper: FontBook) -> None:
    widths = column_widths(table("一二|一二三四", "一|一"), pt(120), cells(paper))
    assert sum(widths) == pt(120)
    assert [width.points for width in widths] == pytest.approx([40, 80], abs=0.01)


def test_weights_decide_when_given(paper: FontBook) -> None:
    widths = column_widths(table("一|二|三"), Length(100), cells(paper), weights=[1, 1, 1])
    assert widths == (33, 34, 33)


def test_numbers_never_wrap_and_prose_gives_way(paper: FontBook) -> None:
    sample = table("渠道说明|金额", "一二三四五六七八九十一二三四五六七八九十|12,840 万元", "一二三四五|−3.2%")
    widths = column_widths(sample, pt(180), cells(paper))
    assert sum(widths) == pt(180)
    assert em(widths)[1] >= 5.5  # 12,840 万元
    assert row_heights(sample, widths, cells(paper)) == (pt(15), pt(30), pt(15))


def test_heading_above_numbers_may_wrap(paper: FontBook) -> None:
    sample = table("说明|曝光完成率（不含自然流量）", "一二三四五六七八九十一二三四五六七八九十|104.6%")
    widths = column_widths(sample, pt(185), cells(paper))
    assert row_heights(sample, widths, cells(paper)) == (pt(30), pt(30))


def test_rows_take_as_few_lines_as_the_width_allows(paper: FontBook) -> None:
    """Two columns of 20 and 10 Han in 15 em and a little: two lines each, not one and four."""
    sample = table("甲|乙", "一二三四五六七八九十一二三四五六七八九十|一二三四五六七八九十")
    widths = column_widths(sample, pt(160), cells(paper))
    assert row_heights(sample, widths, cells(paper)) == (pt(15), pt(30))


def test_minimums_are_kept(paper: FontBook) -> None:
    sample = table("甲|乙", "一二三四五六七八九十|一")
    widths = column_widths(sample, pt(100), cells(paper), minimums=[ZERO, pt(40)])
    assert widths[1] >= pt(40)
    assert sum(widths) == pt(100)


def test_a_number_that_would_be_cut_is_told(paper: FontBook) -> None:
    sample = table("甲|12,345|一二三四五六七八九十", "乙|8|一二")
    assert cut_numbers(sample, column_widths(sample, pt(200), cells(paper)), cells(paper)) == ()
    assert cut_numbers(sample, (pt(20), pt(25), pt(30)), cells(paper)) == ((0, 1),)
    assert cut_numbers(table("12 万元|一二三"), (pt(30), pt(10)), cells(paper)) == ((0, 0),)


def test_words_behind_a_number_are_no_unit(paper: FontBook) -> None:
    """“90 天复购率” may break between its words; “90 天” may not."""
    assert cut_numbers(table("90 天复购率|一二三"), (pt(45), pt(60)), cells(paper)) == ()
    assert cut_numbers(table("90 天|一二三"), (pt(15), pt(60)), cells(paper)) == ((0, 0),)
    assert cut_numbers(table("3 个百分点|一二三"), (pt(30), pt(60)), cells(paper)) == ((0, 0),)


def test_what_is_too_narrow_is_divided_fairly(paper: FontBook) -> None:
    """Short words keep what they need; the two long ones share the rest."""
    sample = table("abcdefghij|ab|klmnopqrstuvwxyz")
    widths = column_widths(sample, pt(70), cells(paper))
    assert sum(widths) == pt(70)
    assert em(widths) == [2.9, 1.0, 2.9]


def test_row_height_has_padding_a_floor_and_the_tallest_cell(paper: FontBook) -> None:
    kind = CellType(paper, size=10, pitch=15, margin=pt(5), padding=pt(2), least_row=pt(25))
    heights = row_heights(table("一|二", "一二三四\n五|二", "|"), (pt(60), pt(60)), kind)
    assert heights == (pt(25), pt(34), pt(25))


def test_margins_count_as_width(paper: FontBook) -> None:
    kind = CellType(paper, size=10, pitch=15, margin=pt(8))
    assert row_heights(table("一二三四"), (pt(50),), kind) == (pt(30),)
    assert row_heights(table("一二三四"), (pt(58),), kind) == (pt(15),)


def test_rows_are_divided_evenly_over_the_fewest_pages() -> None:
    pages = split_rows([inch(0.4)] * 13, inch(0.4), inch(5.2))
    assert pages == (range(7), range(7, 13))
    assert split_rows([inch(0.4)] * 12, inch(0.4), inch(5.2)) == (range(12),)
    assert split_rows([], inch(0.4), inch(5.2)) == ()


def test_a_row_taller_than_a_page_is_an_overflow() -> None:
    assert split_rows([inch(1), inch(5)], inch(0.4), inch(5.2)) == RowTooTall(1, inch(5), inch(4.8))


CELLS = st.text(alphabet="一二三，。ab 3%\n", max_size=25)


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=5)), st.integers(30, 500))
def test_widths_sum_exactly_and_none_is_negative(paper: FontBook, grid: list[list[str]], points: int) -> None:
    rows = [[text(cell) for cell in row] for row in grid]
    total = pt(points) + Length(1)
    widths = column_widths(rows, total, cells(paper))
    assert sum(widths) == total
    assert min(widths) >= 0
    assert all(height >= pt(15) for height in row_heights(rows, widths, cells(paper)))


@given(CELLS, CELLS)
def test_content_that_fits_in_one_line_gets_one(paper: FontBook, first: str, second: str) -> None:
    rows = [[text(first.replace("\n", "")), text(second.replace("\n", ""))]]
    assert row_heights(rows, column_widths(rows, pt(700), cells(paper)), cells(paper)) == (pt(15),)


@given(st.lists(st.integers(1, 100), max_size=40), st.integers(0, 50), st.integers(60, 400))
def test_rows_are_kept_in_order_and_no_page_is_too_full(heights: list[int], header: int, available: int) -> None:
    pages = split_rows([Length(each) for each in heights], Length(header), Length(available))
    if isinstance(pages, RowTooTall):
        assert heights[pages.index] == pages.height > available - header
        return
    assert [row for page in pages for row in page] == list(range(len(heights)))
    assert all(header + sum(heights[row] for row in page) <= available for page in pages)
    assert all(page for page in pages)
