"""`where:` of a table under `data:`: which of its records the report takes."""

from __future__ import annotations

from engine.base.diagnostics import Location, Outcome, Phrase, warning
from engine.base.records import replace
from engine.metrics.problems import FactError
from engine.metrics.query import Queries, Selection
from engine.model.tables import DataTable


def filtered(table: DataTable, where: str, at: Location) -> Outcome[DataTable]:
    """Return the table with the records that meet an SQL condition, each still knowing its row of the sheet.

    Mistakes in the condition are findings at `at` (FACT003, FACT004) and give no table; a condition that no record meets is a warning.
    """
    try:
        kept = Queries({table.name: table}).records(Selection(table.name, where, at=at))
    except FactError as trouble:
        return Outcome(None, (trouble.diagnostic(at),))
    columns = tuple(replace(column, values=tuple(column.values[index] for index in kept)) for column in table.columns)
    found = replace(table, columns=columns, rows=tuple(table.rows[index] for index in kept))
    if kept:
        return Outcome(found)
    hint = Phrase("核对列里的写法", "check how the column spells it")
    zh, en = f"数据表“{table.name}”没有一行符合“{where}”", f"no row of table {table.name!r} meets {where!r}"
    return Outcome(found, (warning("FACT013", zh, en, at, hint),))
