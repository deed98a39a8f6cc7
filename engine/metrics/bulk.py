"""Long tables on their way into DuckDB: as arrays, five times faster and far smaller than as lists of Python values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.base.records import dataclass
from engine.model.packed import Figures, Words
from engine.model.tables import Cell, Column, ColumnType, DataTable

LONG = 20_000
"""From this many rows on, arrays pay for the import of numpy (0.1 s)."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """Arrays by name, the SQL that makes a column of each, and the lists of values that words and days are looked up in (`?`, in order)."""

    arrays: Mapping[str, Any]
    columns: tuple[str, ...]
    values: tuple[list[Cell], ...]


def bulk_of(table: DataTable) -> Bulk:
    """Return a table's sheet rows and columns as arrays: numbers as they are, words and days as places in a list of the different ones."""
    import numpy as np

    arrays: dict[str, Any] = {"r": np.array(table.rows, dtype=np.int32)}
    columns, values = ["r"], []
    for index, column in enumerate(table.columns):
        name = f"c{index}"
        if isinstance(column.values, Figures):
            arrays[name] = np.frombuffer(column.values.view)
            columns.append(f"CASE WHEN isnan({name}) THEN NULL ELSE {name} END")
        elif isinstance(column.values, Words):
            arrays[name] = np.frombuffer(column.values.codes, np.int32)
            values.append(list(column.values.words))
            columns.append(f"list_extract(?::{_list_of(column)}, {name} + 1)")
        elif column.type is ColumnType.NUMBER:
            arrays[name] = np.array(column.values, dtype=np.float64)
            columns.append(f"CASE WHEN isnan({name}) THEN NULL ELSE {name} END")
        else:
            different: dict[Cell, None] = {None: None, **dict.fromkeys(column.values)}  # None is at 0, and places in a list count from 1
            places = {value: place for place, value in enumerate(different)}
            arrays[name] = np.fromiter(map(places.__getitem__, column.values), np.int32, len(table))
            values.append(list(places)[1:])
            columns.append(f"list_extract(?::{_list_of(column)}, {name})")
    return Bulk(arrays, tuple(columns), tuple(values))


def _list_of(column: Column) -> str:
    return "DATE[]" if column.type is ColumnType.DATE else "VARCHAR[]"
