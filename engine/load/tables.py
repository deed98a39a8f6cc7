"""The tables of a report: each entry of `data:` read, held against its contract and filtered."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.diagnostics import Location, Outcome, error
from engine.load.folding import without_returns
from engine.load.includes import ContentFiles
from engine.load.locate import Entry, MapNode, Node, descend
from engine.load.report_spec import ReportSpec
from engine.load.table_filter import filtered
from engine.load.validate import validate
from engine.model.report import Period
from engine.model.tables import DataTable
from engine.sources.definition import Around, Bindable
from engine.sources.read import read_table
from engine.sources.spec import TableSpec


def load_tables(tree: MapNode, files: ContentFiles, report: ReportSpec, period: Period) -> dict[str, DataTable]:
    """Return the tables by name; those with an error are left out of the value and named in the findings of `files`."""
    tables: dict[str, DataTable] = {}
    names = report_names(report, period)
    data = tree.get("data")
    for entry in data.entries if isinstance(data, MapNode) else ():
        if not entry.key.isidentifier():
            zh, en = (
                f"数据表名“{entry.key}”只能由文字、数字和下划线组成",
                f"table name {str(entry.key)!r} may hold letters, digits and _ only",
            )
            files.findings.add(error("YAML025", zh, en, entry.key.where))
            continue
        table = _table(entry, files, names, period)
        files.findings.extend(table.diagnostics)
        if table.value is not None:
            tables[str(entry.key)] = table.value
    return tables


def _table(entry: Entry, files: ContentFiles, names: Mapping[str, Bindable], period: Period) -> Outcome[DataTable]:
    spec = validate(entry.value, TableSpec)
    if spec.value is None or spec.has_errors:
        return Outcome(None, spec.diagnostics)
    around = Around(lambda path: place(entry.value, path), names, period.end)
    table = read_table(files.workspace, files.folder, str(entry.key), spec.value, entry.value.where, around)
    if table.value is None or spec.value.where is None:
        return table
    kept = filtered(table.value, spec.value.where, place(entry.value, ("where",)), names)
    return Outcome(kept.value, (*table.diagnostics, *kept.diagnostics))


def report_names(report: ReportSpec, period: Period) -> dict[str, Bindable]:
    """Return what parameters and filters of tables may name: the same words as in the text of the report."""
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
    }


def place(node: Node, path: tuple[str | int, ...]) -> Location:
    """Return where a path of a definition stands: its value, or its key where the value is a mapping."""
    target = descend(node, path)
    if path and isinstance(path[-1], str) and isinstance(target, MapNode):
        parent = descend(node, path[:-1])
        key = parent.key(path[-1]) if isinstance(parent, MapNode) else None
        return key.where if key is not None else target.where
    return target.where
