"""The door of this package: a described table becomes a DataTable, or a list of everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, Severity
from engine.base.shared import Shared, of_file
from engine.base.workspace import OutsideRoot, Workspace, environment, is_too_long
from engine.model.tables import Column, DataTable
from engine.sources import SOURCES, inline, limits, problems, sql_query
from engine.sources.columns import type_columns
from engine.sources.definition import NOTHING_AROUND, Around, Request, SourceDef
from engine.sources.grid import Grid
from engine.sources.header import find_header, read_names
from engine.sources.long_cells import LONG_ROWS
from engine.sources.spec import TableSpec
from engine.sources.tidy import Body, take_body

_SPECIAL = frozenset(setting for source in SOURCES for setting in source.settings)
_TABLES: Shared[Outcome[DataTable]] = Shared(2**20)
"""The tables read last, by their cells: one takes 32 bytes or little more. The reports of a batch share most of them."""


def read_table(
    workspace: Workspace, folder: Path, name: str, spec: TableSpec, where: Location, around: Around = NOTHING_AROUND
) -> Outcome[DataTable]:
    """Return the table `name` that a content file in `folder` describes at `where`.

    The value is None when anything in the table is an error; warnings and notes come with the value. Raises EnvironmentFault when a
    library that the table needs is not installed.
    """
    if spec.url_env is not None:
        return _table(sql_query.DEFINITION, Request(name, spec, where, around=around, environment=environment()))
    if spec.file is None:
        return _table(inline.DEFINITION, Request(name, spec, where, around=around))
    if is_too_long(spec.file):
        return Outcome(None, (problems.file_name_too_long(where),))
    try:
        path = workspace.inside(folder, spec.file)
    except (OutsideRoot, ValueError):  # ValueError: a NUL in the path
        return Outcome(None, (problems.file_outside(spec.file, where),))
    source = next((source for source in SOURCES if path.suffix.lower() in source.suffixes), None)
    if source is None:
        suffixes = [suffix for known in SOURCES for suffix in known.suffixes]
        return Outcome(None, (problems.file_kind(spec.file, suffixes, where),))
    if not path.is_file():
        return Outcome(None, (problems.file_missing(spec.file, where, _neighbours(folder, spec.file)),))
    size = path.stat().st_size
    if source.whole and size > limits.MAX_FILE_BYTES:
        mib = 1024 * 1024
        zh = f"文件 {size // mib} MiB，上限 {limits.MAX_FILE_BYTES // mib} MiB"
        return Outcome(None, (problems.limit(zh, f"{size // mib} MiB, the limit is {limits.MAX_FILE_BYTES // mib} MiB", where),))
    # links inside the root keep the name that the author wrote
    shown = workspace.relative(folder / spec.file)
    request = Request(name, spec, where, path, shown, around)
    try:
        return _shared(source, request, path) if source.whole else _table(source, request)
    except OSError as fault:
        return Outcome(None, (problems.file_unreadable(spec.file, fault.strerror or str(fault), where),))


def _shared(source: SourceDef, request: Request, path: Path) -> Outcome[DataTable]:
    """Return the table of a file, as it was read before if these bytes were read so."""
    about = (source.name, request.table, request.file, request.spec.model_dump_json(exclude={"where"}), request.around.period_end)
    return of_file(_TABLES, path, about, lambda: _table(source, request), lambda read: _cells(read, request.file))


def _cells(read: Outcome[DataTable], file: str) -> int | None:
    """Return how many cells were read; None when something was found outside the file: it may stand elsewhere in the next report."""
    if read.value is None or any(item.where.file != file for item in read.diagnostics):
        return None
    return 100 + len(read.value) * len(read.value.columns)


def _table(source: SourceDef, request: Request) -> Outcome[DataTable]:
    if useless := sorted(request.spec.model_fields_set & (_SPECIAL - source.settings)):
        file = request.spec.file or request.table
        return Outcome(None, tuple(problems.setting_unused(key, file, sorted(source.settings), request.place(key)) for key in useless))
    reading = source.read(request)
    if reading.value is None:
        return Outcome(None, reading.diagnostics)
    found = Findings(list(reading.diagnostics))
    table = _typed(reading.value, request, found)
    return found.outcome(None if found.has_errors else table)


def _typed(grid: Grid, request: Request, found: Findings) -> DataTable | None:
    """Return the table of a grid, None as soon as a step could not go on; every step leaves its findings in `found`."""
    header = find_header(grid, request.spec)
    found.extend(header.diagnostics)
    if header.value is None:
        return None
    names = read_names(grid, header.value, request.spec)
    found.extend(names.diagnostics)
    if names.value is None:
        return None
    body = take_body(grid, header.value, names.value, request.spec)
    found.extend(body.diagnostics)
    if body.value is None:
        return None
    columns = type_columns(grid, body.value, request.spec.with_contract_types(body.value.names))
    found.extend(columns.diagnostics)
    found.extend(_contract_findings(request, None if found.has_errors else columns.value, grid, body.value))
    if columns.value is None:
        return None
    rows = _sheet_rows(grid, body.value.rows)
    head, notes = grid.rows[header.value.first], tuple(_notes(found))
    return DataTable(request.table, grid.file, grid.sheet, columns.value, rows, grid.encoding, notes, head, grid.sql)


def _sheet_rows(grid: Grid, kept: Sequence[int]) -> Sequence[int]:
    """Return the sheet row numbers of grid rows, those of a long table without an object for each."""
    if isinstance(kept, range):
        rows = grid.rows[kept.start : kept.stop]
        return rows if isinstance(rows, range) and len(rows) >= LONG_ROWS else tuple(rows)
    return tuple(grid.rows[row] for row in kept)


def _contract_findings(request: Request, columns: Sequence[Column] | None, grid: Grid, body: Body) -> tuple[Diagnostic, ...]:
    if request.spec.contract is None:
        return ()
    from engine.sources.contract import judged  # a door: few tables have a contract

    return judged(request, request.spec.contract, columns, grid, body)


def _notes(found: Findings) -> list[Phrase]:
    return [item.message for item in found if item.severity is Severity.INFO]


def _neighbours(folder: Path, name: str) -> list[str]:
    """Return the files beside the missing one, as the author would write them."""
    beside = (folder / name).parent
    if not beside.is_dir():
        return []
    prefix = name.rpartition("/")[0]
    return sorted(f"{prefix}/{entry.name}" if prefix else entry.name for entry in beside.iterdir() if entry.is_file())
