"""One of the reports of a batch: a row of a table, which the content knows by a name such as `team`."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.records import dataclass
from engine.model.tables import DataTable
from engine.sources.definition import Bindable


@dataclass(frozen=True, slots=True)
class Member:
    """`variable` is what the content calls the row, `row` a table of that row alone, which still knows its cells.

    `name` is that of the folder and the files; `tags` are what `--select tag:` finds.
    """

    variable: str
    name: str
    row: DataTable
    tags: tuple[str, ...] = ()

    def bindables(self) -> Mapping[str, Bindable]:
        """Return what filters and parameters of tables may name: `team.<column>`; whole numbers lose their .0."""
        return {f"{self.variable}.{column.name}": _plain(column.values[0]) for column in self.row.columns}


def _plain(value: Bindable) -> Bindable:
    return int(value) if isinstance(value, float) and value.is_integer() else value
