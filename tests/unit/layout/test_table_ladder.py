from __future__ import annotations

import pytest

from engine.base.units import ZERO, Size, pt
from engine.layout.fonts import FontBook
from engine.layout.table_fit import CellType, RowTooTall
from engine.layout.table_ladder import FittedTable, fit_table
from engine.model.inlines import Text, text
from engine.model.theme import TypeRole

ROLE = TypeRole(12, 18, 10)


@pytest.fixture
def cells(paper: FontBook) -> CellType:
    return CellType(paper, size=1, pitch=1, margin=ZERO)


def table(count: int, cell: str) -> list[list[Text]]:
    return [[text("渠道"), text("说明")], *([text(f"{index}"), text(cell)] for index in range(count))]


def fitted(rows: list[list[Text]], area: Size, cells: CellType) -> FittedTable:
    result = fit_table(rows, area, ROLE, cells)
    assert isinstance(result, FittedTable)
    return result


def test_full_size_when_there_is_room(cells: CellType) -> None:
    result = fitted(table(3, "一二三"), Size(pt(300), pt(100)), cells)
    assert (result.cells.size, result.pages, result.cramped) == (12, (range(3),), ())
    assert result.heights == (pt(18),) * 4
    assert sum(result.widths) == pt(300)


def test_smaller_type_before_a_second_page(cells: CellType) -> None:
    assert fitted(table(5, "一二三"), Size(pt(300), pt(100)), cells).cells.size == 11


def test_full_size_again_when_it_takes_two_pages_anyway(cells: CellType) -> None:
    result = fitted(table(8, "一二三"), Size(pt(300), pt(100)), cells)
    assert (result.cells.size, result.pages) == (12, (range(4), range(4, 8)))


def test_smaller_type_before_a_cut_word(cells: CellType) -> None:
    """20 letters are 10 em, a figure half an em, both and 4 %: 131 pt at 12, 120 at 11, 109 at 10."""
    result = fitted([[text("b"), text("a")], [text("1"), text("abcdefghijklmnopqrst")]], Size(pt(121), pt(100)), cells)
    assert (result.cells.size, result.cramped) == (11, ())


def test_a_word_is_cut_when_there_is_no_other_way_and_the_column_is_named(cells: CellType) -> None:
    result = fitted([[text("b"), text("a")], [text("1"), text("abcdefghijklmnopqrst")]], Size(pt(60), pt(100)), cells)
    assert 1 in result.cramped


def test_a_row_taller_than_a_page_is_named(cells: CellType) -> None:
    result = fit_table(table(2, "一二三四五六七八九十" * 9), Size(pt(100), pt(60)), ROLE, cells)
    assert isinstance(result, RowTooTall)
    assert result.index == 0
    assert (result.height, result.available) == (pt(180), pt(30))  # the header, too, takes two lines
