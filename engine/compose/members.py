"""The reports of a batch: one for each row of a table, each with a name of its own that every file system takes.

FACT002 no such table · FILE030 a row without a name · FILE031 two rows with one name · FILE032 a name made fit for files.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, Severity, error
from engine.base.records import dataclass
from engine.compose.file_names import MAX_BYTES, file_name
from engine.compose.jinja import Templates
from engine.load.content import Content
from engine.load.member import Member
from engine.load.prose import Prose
from engine.load.report_spec import BatchSpec
from engine.load.table_filter import with_records
from engine.load.tables import TableShelf, report_names
from engine.metrics.filters import filters
from engine.metrics.problems import unknown_table
from engine.model.tables import ColumnType, DataTable

EMPTY_VALUE = "YAML034"


def members(content: Content, shelf: TableShelf) -> Outcome[tuple[Member, ...]]:
    """Return the reports of a batch in the order of the table; None when one has no usable name, or the table cannot be read."""
    batch = content.report.batch
    assert batch is not None, "the report is a batch"
    findings = Findings()
    table = shelf.table(batch.table)
    if table is None:
        where = batch.for_each[batch.variable].where
        findings.add(unknown_table(batch.table, content.report.data, where).diagnostic(where))
        return findings.outcome(None)
    findings.extend(table.diagnostics)
    if table.value is None:
        return findings.outcome(None)
    writer = _Names(batch, table.value, content)
    found = tuple(writer.member(index, findings) for index in range(len(table.value)))
    findings.extend(_clashes(found, table.value, writer.where))
    return findings.outcome(None if findings.has_errors else found)


@dataclass(frozen=True, slots=True)
class _Names:
    """Gives the rows of a table their names."""

    batch: BatchSpec
    table: DataTable
    content: Content

    @property
    def where(self) -> Location:
        return self.batch.for_each[self.batch.variable].where if self.batch.name is None else self.batch.name.where

    def member(self, index: int, findings: Findings) -> Member:
        row = with_records(self.table, (index,))
        words = {str(key): value for key, value in report_names(self.content.report, self.content.period).items()}
        scope = {**words, self.batch.variable: {column.name: column.values[0] for column in row.columns}}
        templates = Templates(filters(self.content.language))
        wish = self._wish(row, scope, templates, findings)
        name = _fitting(wish)
        at = _row_place(row, self.where)
        if not name and {item.code for item in findings if item.is_error} <= {EMPTY_VALUE, "FILE030"}:
            findings.add(error("FILE030", "这一行没有名字", "this row has no name", at, _NAME_IT))
        elif name != wish and wish:
            findings.add(_changed(wish, name, at))
        return Member(self.batch.variable, name, row, tuple(self._tags(scope, templates, findings)))

    def _tags(self, scope: Mapping[str, Any], templates: Templates, findings: Findings) -> Iterator[str]:
        """Yield what the tags of the report say of a row; one of an empty cell says nothing."""
        for tag in self.content.report.tags:
            printed = templates.render(tag, scope)
            findings.extend(item for item in printed.diagnostics if item.code != EMPTY_VALUE)
            if printed.value:
                yield str(printed.value)

    def _wish(self, row: DataTable, scope: Mapping[str, Any], templates: Templates, findings: Findings) -> str:
        if self.batch.name is not None:
            return _printed(self.batch.name, scope, templates, findings)
        text = next((column.values[0] for column in row.columns if column.type is ColumnType.TEXT), None)
        return str(text or "")


def _printed(prose: Prose, scope: Mapping[str, Any], templates: Templates, findings: Findings) -> str:
    outcome = templates.render(prose, scope)
    findings.extend(outcome.diagnostics)
    return str(outcome.value or "")


def _fitting(wish: str) -> str:
    """Return a name that every file system takes; one that had to be cut ends in a checksum, so that two long ones stay two."""
    name = file_name(wish, "")
    if len(unicodedata.normalize("NFC", wish).encode()) <= MAX_BYTES:
        return name
    mark = f"~{zlib.crc32(wish.encode()):08x}"
    while len(name.encode()) > MAX_BYTES - len(mark):
        name = name[:-1]
    return f"{name.rstrip('. ')}{mark}"


def _clashes(found: tuple[Member, ...], table: DataTable, where: Location) -> Iterator[Diagnostic]:
    """Yield an error for each report whose files would take the place of an earlier one's, also where upper and lower case are one."""
    seen: dict[str, Member] = {}
    for member in found:
        first = seen.setdefault(unicodedata.normalize("NFC", member.name).casefold(), member)
        if first is not member and member.name:
            one, two = _row_place(first.row, where), _row_place(member.row, where)
            hint = Phrase(
                f"“{table.name}”里两行的名字相同；在 batch 的 name 里加一列，如编号",
                f"two rows of {table.name!r} have one name; add a column to `name` of the batch, such as a code",
            )
            zh = f"“{member.name}”和 {one} 的“{first.name}”会写进同一个文件夹"
            en = f"{member.name!r} and {first.name!r} at {one} would be written to one folder"
            yield error("FILE031", zh, en, two, hint)


def _row_place(row: DataTable, otherwise: Location) -> Location:
    """Return the first named cell of a row, as the place of everything that is wrong with it."""
    column = next((column for column in row.columns if column.type is ColumnType.TEXT), None)
    if column is None or not row.file:
        return otherwise
    return Location(row.file, cell=row.cell_address(column, 0))


def _changed(wish: str, name: str, at: Location) -> Diagnostic:
    zh, en = f"名字“{wish}”不能作文件名，改用“{name}”", f"the name {wish!r} is no file name, {name!r} is taken instead"
    return Diagnostic("FILE032", Severity.INFO, Phrase(zh, en), at)


_NAME_IT = Phrase("填上名字，或换一列作 batch 的 name", "fill it in, or take another column for `name` of the batch")
