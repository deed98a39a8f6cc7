"""`where:` of a table under `data:`: which of its records the report takes. `{{ name }}` in it is a value, never a piece of SQL."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.base.diagnostics import Location, Outcome, Phrase, warning
from engine.base.records import replace
from engine.metrics.problems import FactError
from engine.metrics.provenance import display_value
from engine.metrics.query import Queries, Selection
from engine.model.tables import DataTable
from engine.sources.definition import Bindable
from engine.sources.query_problems import parameter_template

NO_NAMES: Mapping[str, Bindable] = MappingProxyType({})
_TEMPLATE = re.compile(r"(?P<quote>'?)\{\{ *(?P<name>[^\W\d][\w.]*) *\}\}(?P=quote)")


def filtered(table: DataTable, where: str, at: Location, names: Mapping[str, Bindable] = NO_NAMES) -> Outcome[DataTable]:
    """Return the table with the records that meet an SQL condition, each still knowing its row of the sheet.

    `names` may stand in the condition as `{{ name }}`. Mistakes in the condition are findings at `at` (FACT003, FACT004, DATA057) and give
    no table; a condition that no record meets is a warning.
    """
    unknown = [match["name"] for match in _TEMPLATE.finditer(where) if match["name"] not in names]
    if unknown or "{{" in _TEMPLATE.sub("", where):
        return Outcome(None, (parameter_template(unknown[0] if unknown else where, list(names), at),))
    condition = _TEMPLATE.sub(lambda match: display_value(names[match["name"]]), where)
    try:
        kept = Queries({table.name: table}).records(Selection(table.name, condition, at=at))
    except FactError as trouble:
        return Outcome(None, (trouble.diagnostic(at),))
    found = with_records(table, kept)
    if kept:
        return Outcome(found)
    hint = Phrase("核对列里的写法", "check how the column spells it")
    zh, en = f"数据表“{table.name}”没有一行符合“{condition}”", f"no row of table {table.name!r} meets {condition!r}"
    return Outcome(found, (warning("FACT013", zh, en, at, hint),))


def with_records(table: DataTable, kept: Sequence[int]) -> DataTable:
    """Return the table with these of its records, each still knowing its row of the sheet."""
    columns = tuple(replace(column, values=tuple(column.values[index] for index in kept)) for column in table.columns)
    return replace(table, columns=columns, rows=tuple(table.rows[index] for index in kept))
