"""The tables of a report: each entry of `data:` read, held against its contract and filtered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.base.diagnostics import Findings, Location, Outcome, error
from engine.base.workspace import Workspace
from engine.load.content import Content
from engine.load.folding import without_returns
from engine.load.locate import Entry, MapNode, Node, descend
from engine.load.member import Member
from engine.load.report_spec import ReportSpec
from engine.load.table_filter import filtered
from engine.load.validate import validate
from engine.model.report import Period
from engine.model.tables import DataTable
from engine.sources.definition import Around, Bindable
from engine.sources.read import read_table
from engine.sources.spec import TableSpec


class TableShelf:
    """The tables of one report folder, each read once for however many reports of a batch take their records from it."""

    def __init__(self, content: Content, workspace: Workspace) -> None:
        self._content, self._workspace = content, workspace
        self._specs: dict[str, Outcome[TableSpec]] = {}
        self._whole: dict[str, Outcome[DataTable]] = {}

    def tables(self, member: Member | None, findings: Findings) -> dict[str, DataTable]:
        """Return the tables by name; those with an error are left out of the value and named in the findings."""
        names = report_names(self._content.report, self._content.period, member)
        found: dict[str, DataTable] = {}
        for entry in self._entries():
            if not entry.key.isidentifier():
                zh, en = (
                    f"数据表名“{entry.key}”只能由文字、数字和下划线组成",
                    f"table name {str(entry.key)!r} may hold letters, digits and _ only",
                )
                findings.add(error("YAML025", zh, en, entry.key.where))
                continue
            table = self._table(entry, names)
            findings.extend(table.diagnostics)
            if table.value is not None:
                found[str(entry.key)] = table.value
        return found

    def table(self, name: str, member: Member | None = None) -> Outcome[DataTable] | None:
        """Return one table, as the report of a batch sees it; None when `data:` has none of that name."""
        entry = next((entry for entry in self._entries() if entry.key == name), None)
        return None if entry is None else self._table(entry, report_names(self._content.report, self._content.period, member))

    def keeps(self, table: DataTable) -> bool:
        """Tell whether a table is one that was read, with all its records."""
        return any(whole.value is table for whole in self._whole.values())

    def _entries(self) -> Iterator[Entry]:
        data = self._content.tree.get("data")
        yield from data.entries if isinstance(data, MapNode) else ()

    def _table(self, entry: Entry, names: Mapping[str, Bindable]) -> Outcome[DataTable]:
        key = str(entry.key)
        if key not in self._specs:
            self._specs[key] = validate(entry.value, TableSpec)
        spec = self._specs[key]
        if spec.value is None or spec.has_errors:
            return Outcome(None, spec.diagnostics)
        table = self._read(entry, spec.value, names)
        if table.value is None or spec.value.where is None:
            return table
        kept = filtered(table.value, spec.value.where, place(entry.value, ("where",)), names)
        return Outcome(kept.value, (*table.diagnostics, *kept.diagnostics))

    def _read(self, entry: Entry, spec: TableSpec, names: Mapping[str, Bindable]) -> Outcome[DataTable]:
        """Return a table with all its records; one that is asked of a database with parameters is asked each time."""
        key = str(entry.key)
        if key in self._whole:
            return self._whole[key]
        around = Around(lambda path: place(entry.value, path), names, self._content.period.end)
        table = read_table(self._workspace, self._content.folder, key, spec, entry.value.where, around)
        if not spec.params:
            self._whole[key] = table
        return table


def report_names(report: ReportSpec, period: Period, member: Member | None = None) -> dict[str, Bindable]:
    """Return what parameters and filters of tables may name: the same words as in the text of the report."""
    own = {} if member is None else member.bindables()
    return {
        "title": without_returns(str(report.title)),
        "author": str(report.author),
        "department": str(report.department),
        "organisation": str(report.organisation),
        "year": period.start.year,
        "period": period.code,
        "period_label": period.label,
        "period_start": period.start,
        "period_end": period.end,
        **own,
    }


def place(node: Node, path: tuple[str | int, ...]) -> Location:
    """Return where a path of a definition stands: its value, or its key where the value is a mapping."""
    target = descend(node, path)
    if path and isinstance(path[-1], str) and isinstance(target, MapNode):
        parent = descend(node, path[:-1])
        key = parent.key(path[-1]) if isinstance(parent, MapNode) else None
        return key.where if key is not None else target.where
    return target.where
