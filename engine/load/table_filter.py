"""`where:` of a table under `data:`: which of its records the report takes. `{{ name }}` in it is a value, never a piece of SQL."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase, Severity
from engine.base.records import replace
from engine.load.row_index import picked, rows_holding
from engine.metrics.problems import FactError
from engine.metrics.provenance import display_value
from engine.metrics.query import Queries, Selection
from engine.metrics.sql import Purpose, understood_plainly
from engine.metrics.sql_terms import Among, Junction, Test
from engine.model.packed import Figures, Words
from engine.model.tables import DataTable
from engine.sources.definition import Bindable
from engine.sources.query_problems import parameter_template

NO_NAMES: Mapping[str, Bindable] = MappingProxyType({})
_TEMPLATE = re.compile(r"(?P<quote>'?)\{\{ *(?P<name>[^\W\d][\w.]*) *\}\}(?P=quote)")
_KEY = "questions to the whole table"


def filtered(table: DataTable, where: str, at: Location, names: Mapping[str, Bindable] = NO_NAMES) -> Outcome[DataTable]:
    """Return the table with the records that meet an SQL condition, each still knowing its row of the sheet.

    `names` may stand in the condition as `{{ name }}`. Mistakes in the condition are findings at `at` (FACT003, FACT004, DATA057) and give
    no table; a condition that no record meets is a warning, but where it names the row of a batch (`team.code`) a note: some teams have none.
    Of a long table, a condition such as `团队 = '华东'` takes as long as it has records that meet it, once the first has been asked.
    """
    named = [match["name"] for match in _TEMPLATE.finditer(where)]
    unknown = [name for name in named if name not in names]
    if unknown or "{{" in _TEMPLATE.sub("", where):
        return Outcome(None, (parameter_template(unknown[0] if unknown else where, list(names), at),))
    condition = _TEMPLATE.sub(lambda match: display_value(names[match["name"]]), where)
    understood = understood_plainly(condition, Purpose.CONDITION, table)
    test = None if understood is None else understood.test
    near = _narrowed(table, test)
    try:
        kept = range(len(near)) if near is not table and isinstance(test, Among) else _met(near, condition, at)
    except FactError as trouble:
        return Outcome(None, (trouble.diagnostic(at),))
    found = replace(near if near is not table and len(kept) == len(near) else with_records(near, kept), where=condition)
    if kept:
        return Outcome(found)
    hint = Phrase("核对列里的写法", "check how the column spells it")
    zh, en = f"数据表“{table.name}”没有一行符合“{condition}”", f"no row of table {table.name!r} meets {condition!r}"
    severity = Severity.INFO if any("." in name for name in named) else Severity.WARNING
    return Outcome(found, (Diagnostic("FACT013", severity, Phrase(zh, en), at, hint),))


def with_records(table: DataTable, kept: Sequence[int]) -> DataTable:
    """Return the table with these of its records, each still knowing its row of the sheet."""
    return picked(table, kept)


def _narrowed(table: DataTable, test: Test | None) -> DataTable:
    """Return the records of a long table that may meet a test: those that hold one of its words; else the table itself."""
    parts = test.parts if isinstance(test, Junction) and test.every else (test,)
    held = [
        rows_holding(part.column.values, part.texts)
        for part in parts
        if isinstance(part, Among) and not part.but and isinstance(part.column.values, Words)
    ]
    return picked(table, min(held, key=len)) if held else table


def _met(table: DataTable, condition: str, at: Location) -> Sequence[int]:
    """Return the records that meet a condition. The database that a long table was loaded into is kept with its first packed column."""
    packed = next((column.values for column in table.columns if isinstance(column.values, Figures | Words)), None)
    queries = None if packed is None else packed.found.get(_KEY)
    if not isinstance(queries, Queries) or queries.tables[table.name] is not table:
        queries = Queries({table.name: table})
        if packed is not None:
            packed.found[_KEY] = queries
    return queries.records(Selection(table.name, condition, at=at))
