"""Random changes of one number in a report's tables, as a colleague corrects a cell."""

from __future__ import annotations

import random  # noqa: TID251  seeded: the same draws every time
from collections.abc import Iterator, Mapping
from pathlib import Path

from engine.model.tables import Column, ColumnType, DataTable
from tests.support.one_cell import Change

FACTORS = (1.07, 0.93, 1.21, 0.8)


def random_changes(tables: Mapping[str, DataTable], chance: random.Random) -> Iterator[Change]:
    """Yield changes without end: any table, any number in it, some per cent more or less."""
    names = [name for name, table in tables.items() if len(table) and Path(table.file).suffix in {".csv", ".xlsx"}]
    while True:
        table = tables[chance.choice(names)]
        numbers = [column for column in table.columns if column.type is ColumnType.NUMBER]
        if not numbers:
            continue
        column, record = chance.choice(numbers), chance.randrange(len(table))
        value = column.values[record]
        if isinstance(value, int | float) and value:
            cell = f"{column.letter}{table.rows[record]}"
            written = _written(float(value) * chance.choice(FACTORS), column, table)
            if written != _written(float(value), column, table):
                yield Change(Path(table.file).name, table.sheet, cell, written)


def _written(value: float, column: Column, table: DataTable) -> str | float:
    """Return the number as such a file holds it: as many digits as a person types, a percentage with its sign."""
    if column.percent:
        return f"{value * 100:.2f}%"
    whole = all(isinstance(each, int | float) and float(each).is_integer() for each in column.values if each is not None)
    rounded = float(round(value) or 1) if whole else round(value, 4)
    return rounded if table.file.endswith(".xlsx") else f"{rounded:.10g}"
