from __future__ import annotations

from array import array

import pytest

from engine.load import row_index
from engine.load.row_index import RowIndex, picked, rows_holding, with_words
from engine.load.rows_digest import rows_digest
from engine.model.packed import Figures, Words
from engine.model.tables import Column, ColumnType, DataTable

TEAMS = Words(memoryview(array("i", [0, 1, 0, 2, 1, 0])), ("华东", "华南", None))
MONEY = Figures(memoryview(array("d", [1, 2, float("nan"), 4, 5, 6])))
TABLE = DataTable(
    "t",
    "t.csv",
    "",
    (
        Column("团队", ColumnType.TEXT, TEAMS, "A"),
        Column("GMV", ColumnType.NUMBER, MONEY, "B"),
        Column("注", ColumnType.TEXT, tuple("abcdef"), "C"),
    ),
    range(2, 8),
)


def test_records_of_a_word_come_in_the_order_of_the_table() -> None:
    index = RowIndex(TEAMS)
    assert list(index.rows("华东")) == [0, 2, 5]
    assert list(index.rows("华南")) == [1, 4]
    assert list(index.rows(None)) == [3]
    assert list(index.rows("华北")) == []


def test_several_words_are_merged() -> None:
    assert list(rows_holding(TEAMS, frozenset({"华东", "华南", "华北"}))) == [0, 1, 2, 4, 5]


def test_the_index_is_made_once() -> None:
    assert RowIndex.of(TEAMS) is RowIndex.of(TEAMS)


def test_picked_records_know_their_cells() -> None:
    found = picked(TABLE, [1, 2])
    assert found.rows == (3, 4)
    assert [found.record(0), found.record(1)] == [{"团队": "华南", "GMV": 2.0, "注": "b"}, {"团队": "华东", "GMV": None, "注": "c"}]
    assert found.cell_address(found.columns[1], 0) == "t.csv!B3"


def test_many_picked_records_stay_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_index, "LONG", 2)
    few, many = picked(TABLE, [4]), picked(TABLE, [1, 4])
    assert [type(column.values) for column in few.columns] == [tuple, tuple, tuple]
    assert [type(column.values) for column in many.columns] == [Words, Figures, tuple]
    assert many.record(1) == {"团队": "华南", "GMV": 5.0, "注": "e"}


def test_packed_texts_are_the_same_records() -> None:
    plain = DataTable(
        "t",
        "t.csv",
        "",
        (Column("团队", ColumnType.TEXT, ("华东", None, "华东", ""), "A"), Column("GMV", ColumnType.NUMBER, (1.0, None, 2.0, 3.0), "B")),
        (2, 3, 5, 6),
    )
    packed = with_words(plain)
    teams, money = packed.columns
    assert isinstance(teams.values, Words)
    assert money is plain.columns[1]
    assert [packed.record(row) for row in range(4)] == [plain.record(row) for row in range(4)]
    assert rows_digest(packed) == rows_digest(plain)
    assert list(rows_holding(teams.values, frozenset({"华东"}))) == [0, 2]
    assert with_words(packed).columns[0].values is teams.values
