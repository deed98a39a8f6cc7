from __future__ import annotations

import datetime as dt
from array import array
from pathlib import Path

import pytest

from engine.base.diagnostics import Location, Phrase, error, warning
from engine.base.records import replace
from engine.load import table_store
from engine.load.table_store import StoredWords, open_table, to_bytes
from engine.model.packed import Figures, Words
from engine.model.tables import Column, ColumnType, DataTable, StrayCell

DAY = dt.date(2025, 6, 2)
CELL = Location("data/t.csv", 4, 2, cell="t.csv!B4")
TABLE = DataTable(
    "t",
    "data/t.csv",
    "",
    (
        Column("周", ColumnType.DATE, Words(memoryview(array("i", [0, 1, 0])), (DAY, None)), "A"),
        Column("渠道", ColumnType.TEXT, Words(memoryview(array("i", [0, 1, 2])), ("抖音", "B 站", None)), "B", stray=StrayCell("x", CELL)),
        Column("GMV", ColumnType.NUMBER, Figures(memoryview(array("d", [1.5, float("nan"), -3]))), "C", percent=True),
        Column("注", ColumnType.TEXT, ("a", None, "a"), "D"),
        Column("数", ColumnType.NUMBER, (1, None, 2.5), "E"),
    ),
    range(2, 5),
    "gb18030",
    (Phrase("合计行未计入：5", "total rows were left out: 5"),),
    1,
    "",
    "渠道 <> 'x'",
)
FOUND = (warning("DATA046", "疑", "doubt", CELL, Phrase("改", "mend")), error("DATA042", "错", "wrong", CELL))


def stored(tmp_path: Path, table: DataTable) -> DataTable:
    path = tmp_path / "t.table"
    path.write_bytes(to_bytes(table, FOUND))
    opened = open_table(path)
    assert opened is not None and opened.value is not None
    assert opened.diagnostics == FOUND
    return opened.value


def plain(table: DataTable) -> DataTable:
    return replace(table, columns=tuple(replace(column, values=tuple(column.values)) for column in table.columns))


@pytest.mark.parametrize("few", [0, 4_096])
def test_a_table_comes_back_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(table_store, "_FEW", few)
    opened = stored(tmp_path, TABLE)
    assert plain(opened) == plain(TABLE)
    assert [type(column.values) for column in opened.columns] == [Words, Words, Figures, Words, tuple]
    assert opened.rows == range(2, 5)


def test_rows_that_do_not_follow_each_other_come_back(tmp_path: Path) -> None:
    assert stored(tmp_path, replace(TABLE, rows=(2, 9, 4))).rows == (2, 9, 4)


def test_columns_lie_in_the_file(tmp_path: Path) -> None:
    values = stored(tmp_path, TABLE).columns[2].values
    assert isinstance(values, Figures)
    assert values.view.readonly


@pytest.mark.parametrize(
    "harm", [lambda blob: b"", lambda blob: blob[:-1], lambda blob: blob[:40], lambda blob: b"x" + blob[1:], lambda blob: blob + b" "]
)
def test_a_file_that_is_not_whole_is_none(tmp_path: Path, harm: object) -> None:
    assert callable(harm)
    (tmp_path / "t.table").write_bytes(harm(to_bytes(TABLE)))
    assert open_table(tmp_path / "t.table") is None
    assert open_table(tmp_path / "none.table") is None


def test_stored_words_are_a_sequence() -> None:
    words = StoredWords(memoryview("ab长".encode()), memoryview(array("i", [1, 2, 2, 5])), ColumnType.TEXT, 2)
    assert list(words) == ["a", "b", None, "长"]
    assert words[1:3] == ["b", None]
    with pytest.raises(IndexError):
        words._word(4)
