"""Reads SQLite files: opened for reading only, as they lie there, with nothing allowed but SELECT."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase
from engine.base.records import dataclass
from engine.sources import query_problems
from engine.sources.bindings import bound_statement
from engine.sources.definition import Bindable, Request
from engine.sources.grid import Grid
from engine.sources.record_stream import read_all
from engine.sources.records import Answer, grid_of, part_of_query

_HEAD = b"SQLite format 3\0"
_STEPS = 20_000  # of SQLite's machine between two looks at the clock: about a millisecond
_LONGEST_VALUE = 64 * 1024 * 1024
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR})
_FAULTS = (sqlite3.DatabaseError, UnicodeDecodeError)  # the latter of a complaint that quotes damaged bytes
_TABLES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"


@dataclass(frozen=True, slots=True)
class _Question:
    """`part` is what stands for the table in addresses; `sql` is empty when a whole table is read."""

    statement: str
    values: Mapping[str, Bindable]
    part: str
    sql: str = ""


def read_sqlite(request: Request) -> Outcome[Grid]:
    """Read a table or a query's answer into a grid."""
    assert request.path is not None, "read.py gives files a path"
    where = Location(request.file)
    if fault := _no_database(request.path, where):
        return Outcome(None, (fault,))
    found = Findings()
    try:
        with closing(_open(request.path)) as connection:
            tables = [name for (name,) in connection.execute(_TABLES)]
            question = _question(request, tables)
            found.extend(question.diagnostics)
            if question.value is None:
                return found.outcome(None)
            answer = _answer(connection, question.value, request, tables)
    except _FAULTS:  # of opening and of reading the list of tables
        return Outcome(None, (query_problems.broken_database(Phrase("内容损坏", "its content is damaged"), where),))
    if isinstance(answer, Diagnostic):
        found.add(answer)
        return found.outcome(None)
    part = question.value.part
    return found.outcome(grid_of(answer, request.file, part, Location(request.file, cell=f"{request.file_name}!{part}")))


def _no_database(path: Path, where: Location) -> Diagnostic | None:
    with path.open("rb") as stream:
        head = stream.read(len(_HEAD))
    if not head:
        return query_problems.broken_database(Phrase("文件是空的", "the file is empty"), where)
    if head != _HEAD:
        return query_problems.broken_database(Phrase("不是 SQLite 数据库，或已加密", "it is none, or it is encrypted"), where)
    for suffix in ("-wal", "-journal"):
        beside = path.with_name(path.name + suffix)
        if beside.is_file() and beside.stat().st_size:
            return query_problems.unfinished_database(beside.name, where)
    return None


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")  # a view of the file may call nothing with side effects
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    return connection


def _question(request: Request, tables: Sequence[str]) -> Outcome[_Question]:
    if request.spec.query is not None:
        bound = bound_statement(request)
        if bound.value is None:
            return Outcome(None, bound.diagnostics)
        statement, values = bound.value
        plain = {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()}
        return Outcome(_Question(statement.text, plain, part_of_query(statement.text), statement.text), bound.diagnostics)
    table = request.spec.table
    if table is None and len(tables) == 1:
        table = tables[0]
    if table is None:
        return Outcome(None, (query_problems.table_unnamed(tables, request.where),))
    if table not in tables:
        return Outcome(None, (query_problems.table_unknown(table, tables, request.place("table")),))
    name = table.replace('"', '""')
    return Outcome(_Question(f'SELECT * FROM "{name}"', {}, table))  # noqa: S608  a name from the database's own list, quoted


def _answer(connection: sqlite3.Connection, question: _Question, request: Request, tables: Sequence[str]) -> Answer | Diagnostic:
    where = Location(request.file)
    clock = _Clock(request.spec.timeout)
    connection.set_progress_handler(clock.is_over, _STEPS)
    at = request.place("query") if question.sql else where
    try:
        cursor = connection.execute(question.statement, dict(question.values))
        names = [column[0] for column in cursor.description]
        return read_all(names, cursor.fetchmany, question.sql, request.spec.max_rows, where)
    except _FAULTS as fault:
        if clock.stopped:
            return query_problems.query_timeout(request.spec.timeout, at)
        return _complaint(fault, question, tables, at)


def _complaint(fault: Exception, question: _Question, tables: Sequence[str], at: Location) -> Diagnostic:
    message = str(fault)
    if "Could not decode to UTF-8" in message:
        return query_problems.not_text(at)
    code: int = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR)  # complaints of the module itself have none
    if code & 0xFF in _BROKEN or not question.sql:
        return query_problems.broken_database(Phrase("内容损坏", f"its content is damaged ({message})"), at)
    return query_problems.query_failed(message, tables if "no such table" in message else (), at)


class _Clock:
    """Tells SQLite to stop once its time is over."""

    def __init__(self, seconds: float) -> None:
        self.end = time.perf_counter() + seconds
        self.stopped = False

    def is_over(self) -> bool:
        self.stopped = time.perf_counter() > self.end
        return self.stopped
