from __future__ import annotations

import datetime as dt

import pytest

from engine.model.packed import Figures, Words
from engine.model.tables import ColumnType
from engine.sources.grid import is_blank
from engine.sources.long_column import FileColumn
from engine.sources.long_csv import open_long


def column(*cells: str, encoding: str = "utf-8") -> FileColumn:
    """Return the second column of a file, below its header."""
    text = "".join(f"x,{cell}\r\n" for cell in ("名", *cells))
    file = open_long(text.encode(encoding), encoding, ",")
    assert file is not None
    columns = file.columns(2, lambda record, row: False)
    assert columns is not None
    return columns[1][1:]


def test_it_is_a_sequence_of_cells() -> None:
    cells = column("抖音", '"a,b"', "", "末", encoding="gb18030")
    assert list(cells) == ["抖音", "a,b", "", "末"]
    assert (cells[0], cells[-1], cells[1], len(cells)) == ("抖音", "末", "a,b", 4)
    assert list(cells[1:3]) == ["a,b", ""]
    assert list(cells.picked([0, 3])) == ["抖音", "末"]


def test_figures_of_many_digits_are_read_as_well() -> None:
    found = column("0.30000000000000004", "", "7").figures()
    assert found is not None
    assert list(found) == [0.30000000000000004, None, 7.0]


@pytest.mark.parametrize("cells", [("1", "x"), ("", ""), ("0.300000000000000041", "1e5")])
def test_no_figures(cells: tuple[str, ...]) -> None:
    assert column(*cells).figures() is None


def test_rows_of_cells() -> None:
    cells = column("b", "", "a", "b")
    assert dict(cells.counts()) == {"b": 2, "": 1, "a": 1}
    assert list(cells.counts()) == ["b", "", "a"]
    assert cells.rows_of({"b", "z"}) == [0, 3]
    assert cells.rows_where(is_blank) == [1]
    assert column("1", "", "2").rows_where(is_blank) == [1]
    assert column("1", "2").rows_where(lambda cell: cell == "合计") == []


def test_parts_know_only_their_own_cells() -> None:
    whole = column("合计", "b", "a", "b")
    assert list(whole.counts()) == ["合计", "b", "a"]
    assert list(whole[1:].counts()) == ["b", "a"]
    assert list(whole.picked([2, 3]).counts()) == ["a", "b"]
    numbers = column("1", "", "2")
    assert numbers.figures() is not None
    assert numbers[1:2].figures() is None
    assert list(numbers[2:].figures() or ()) == [2.0]


def test_long_fields_are_told_apart_too() -> None:
    assert dict(column("长" * 60, "长" * 60, "短").counts()) == {"长" * 60: 2, "短": 1}


def test_values_take_the_place_of_cells() -> None:
    cells = column("1周", "2周", "x", "1周")
    days = cells.mapped({"1周": dt.date(2025, 1, 6), "2周": dt.date(2025, 1, 6), "x": None}, ColumnType.DATE)
    assert isinstance(days, Words)
    assert days.words == (dt.date(2025, 1, 6), None)
    assert list(days) == [dt.date(2025, 1, 6), dt.date(2025, 1, 6), None, dt.date(2025, 1, 6)]
    numbers = cells.mapped({"1周": 1.0, "2周": 2.0, "x": None}, ColumnType.NUMBER)
    assert isinstance(numbers, Figures)
    assert list(numbers) == [1.0, 2.0, None, 1.0]
