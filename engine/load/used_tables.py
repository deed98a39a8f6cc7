"""The tables of a report, noting which of them it takes records from: what a later build must find unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.model.tables import DataTable


class UsedTables(Mapping[str, DataTable]):
    """Tables by name; `used` are those that somebody looked into. To ask whether a name is known is not to use it."""

    def __init__(self, tables: Mapping[str, DataTable]) -> None:
        self._tables = tables
        self.used: set[str] = set()

    def __getitem__(self, name: str) -> DataTable:
        table = self._tables[name]
        self.used.add(name)
        return table

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def taken(self) -> Mapping[str, DataTable]:
        """Return the tables that were used, in the order of the content."""
        return {name: table for name, table in self._tables.items() if name in self.used}
