"""The tables of a report: each entry of `data:` read, held against its contract and filtered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from engine.base.diagnostics import Findings, Location, Outcome, error
from engine.base.workspace import Workspace
from engine.load.content import Content
from engine.load.folding import without_returns
from engine.load.locate import Entry, MapNode, Node, descend
from engine.load.member import Member
from engine.load.report_spec import ReportSpec
from engine.load.row_index import with_words
from engine.load.table_cache import TableCache
from engine.load.table_filter import filtered
from engine.load.validate import validate
from engine.model.report import Period
from engine.model.tables import DataTable
from engine.sources.definition import Around, Bindable
from engine.sources.query_problems import parameter_template
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

MANY = 4_000
"""Records from which on the reports of a batch find theirs by an index."""
_NAME = re.compile(r"\{\{ *([^\W\d][\w.]*) *\}\}")


class TableShelf:
    """The tables of one report folder, each read once for however many reports of a batch take their records from it.

    With a `cache`, long ones are read once for all processes.
    """

    def __init__(self, content: Content, workspace: Workspace, cache: TableCache | None = None) -> None:
        self._content, self._workspace, self._cache = content, workspace, cache
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

    def unreadable(self, besides: Collection[str] = ()) -> str | None:
        """Return the name of a table with errors, of those that are the same for every report of a batch; None when there is none.

        Such a table stops every report, also those that take nothing from it. `besides` are tables that need not be looked into.
        """
        names = report_names(self._content.report, self._content.period)
        for entry in self._entries():
            spec = self._spec(entry)
            own = spec.value is not None and (bool(spec.value.params) or "{{" in (spec.value.file or ""))
            if entry.key in besides or own:
                continue
            if spec.value is None or spec.has_errors or self._read(entry, spec.value, names).has_errors:
                return str(entry.key)
        return None

    def keeps(self, table: DataTable) -> bool:
        """Tell whether a table is one that was read, with all its records."""
        return any(whole.value is table for whole in self._whole.values())

    def _entries(self) -> Iterator[Entry]:
        data = self._content.tree.get("data")
        yield from data.entries if isinstance(data, MapNode) else ()

    def _table(self, entry: Entry, names: Mapping[str, Bindable]) -> Outcome[DataTable]:
        spec = self._spec(entry)
        if spec.value is None or spec.has_errors:
            return Outcome(None, spec.diagnostics)
        if spec.value.file is not None and "{{" in spec.value.file:
            named = _file_named(spec.value.file, place(entry.value, ("file",)), names)
            if named.value is None:
                return Outcome(None, named.diagnostics)
            table = self._asked(entry, spec.value.model_copy(update={"file": named.value}), names)
        else:
            table = self._read(entry, spec.value, names)
        if table.value is None or spec.value.where is None:
            return table
        kept = filtered(table.value, spec.value.where, place(entry.value, ("where",)), names)
        return Outcome(kept.value, (*table.diagnostics, *kept.diagnostics))

    def _spec(self, entry: Entry) -> Outcome[TableSpec]:
        key = str(entry.key)
        if key not in self._specs:
            self._specs[key] = validate(entry.value, TableSpec)
        return self._specs[key]

    def _read(self, entry: Entry, spec: TableSpec, names: Mapping[str, Bindable]) -> Outcome[DataTable]:
        """Return a table with all its records; one that is asked of a database with parameters is asked each time."""
        key = str(entry.key)
        if spec.params:
            return self._asked(entry, spec, names)
        if key not in self._whole:
            table = self._asked(entry, spec, names)
            many = table.value is not None and self._content.report.batch is not None and len(table.value) >= MANY
            self._whole[key] = Outcome(with_words(table.value), table.diagnostics) if many and table.value else table
        return self._whole[key]

    def _asked(self, entry: Entry, spec: TableSpec, names: Mapping[str, Bindable]) -> Outcome[DataTable]:
        around = Around(lambda path: place(entry.value, path), names, self._content.period.end)
        if self._cache is not None:
            return self._cache.read(self._content.folder, str(entry.key), spec, entry.value.where, around)
        return read_table(self._workspace, self._content.folder, str(entry.key), spec, entry.value.where, around)


def _file_named(file: str, at: Location, names: Mapping[str, Bindable]) -> Outcome[str]:
    """Return the name of a file with what `{{ name }}` in it stands for: each report of a batch may have a file of its own."""
    unknown = [match[1] for match in _NAME.finditer(file) if match[1] not in names]
    if unknown or "{{" in _NAME.sub("", file):
        return Outcome(None, (parameter_template(unknown[0] if unknown else file, list(names), at),))
    return Outcome(_NAME.sub(lambda match: str(names[match[1]]), file))


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
