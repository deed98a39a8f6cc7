"""Reads Parquet files by DuckDB, in a connection of its own that may open this one file and nothing else.

The database that metrics are computed in reaches no file at all, and stays so.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

try:  # the extension alone; the Python layer over it takes 200 ms to import
    import _duckdb as duckdb
except ImportError:  # DuckDB before 1.4 keeps the extension inside the package
    import duckdb  # type: ignore[no-redef]

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase
from engine.base.records import dataclass
from engine.sources import limits, problems, query_problems
from engine.sources.definition import Request
from engine.sources.grid import Grid, RawCell
from engine.sources.record_stream import too_long
from engine.sources.records import LARGEST_EXACT, Answer, grid_of, raw_cell, too_big

_MAGIC, _SEALED = b"PAR1", b"PARE"
_LEAST = 12  # both magic words and the length of the footer
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "1GB",
    "threads": "1",  # rows in the order of the file
}
_FROM = "FROM read_parquet(?, hive_partitioning = false, filename = false)"
_WHOLE = frozenset({"TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER"})
_LONG = frozenset({"BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT"})
_WORDS = frozenset({"VARCHAR", "UUID", "TIME", "TIME_NS", "TIME WITH TIME ZONE", "INTERVAL"})
_ZONED = "TIMESTAMP WITH TIME ZONE"


@dataclass(frozen=True, slots=True)
class _Part:
    """One column: `expression` gives its cells; `text` says that they are texts of any length.

    `plain` gives plain floats where the aggregate `if_all` holds; else, and where it is empty, the values get a second look.
    """

    name: str
    expression: str
    text: bool = False
    plain: str = ""
    if_all: str = ""


def read_parquet(request: Request) -> Outcome[Grid]:
    """Read a Parquet file into a grid; columns that hold lists or bytes are left out, which a note says."""
    assert request.path is not None, "read.py gives files a path"
    where = Location(request.file)
    if fault := _no_parquet(request.path, where):
        return Outcome(None, (fault,))
    found = Findings()
    try:
        connection = _open(request.path)
        try:
            answer = _answer(connection, str(request.path), where, found)
        finally:
            connection.close()
    except duckdb.Error as fault:
        reason = Phrase("内容损坏或已加密", f"its content is damaged or encrypted ({type(fault).__name__})")
        return Outcome(None, (query_problems.broken_parquet(reason, where),))
    if isinstance(answer, Diagnostic):
        found.add(answer)
        return found.outcome(None)
    return found.outcome(grid_of(answer, request.file, "", Location(request.file, cell=request.file_name)))


def _no_parquet(path: Path, where: Location) -> Diagnostic | None:
    """Return what the first and last bytes say against the file, None when it may be Parquet."""
    with path.open("rb") as stream:
        head = stream.read(len(_MAGIC))
        stream.seek(max(path.stat().st_size - len(_MAGIC), 0))
        tail = stream.read()
    if _SEALED in {head, tail}:
        return query_problems.broken_parquet(Phrase("文件已加密", "it is encrypted"), where)
    if head != _MAGIC:
        return query_problems.broken_parquet(Phrase("不是 Parquet 文件", "it is none"), where)
    if tail != _MAGIC or path.stat().st_size < _LEAST:
        return query_problems.broken_parquet(Phrase("文件不完整，结尾缺失", "its end is missing"), where)
    return None


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:", config=_CONFIG)
    by_pattern = _literal(path.name) != path.name  # DuckDB looks such a file up in its folder
    kind, allowed = ("allowed_directories", path.parent) if by_pattern else ("allowed_paths", path)
    escaped = str(allowed).replace("'", "''")
    for statement in (
        f"SET {kind} = ['{escaped}']",
        "SET enable_external_access = false",
        "SET TimeZone = 'UTC'",
        "SET lock_configuration = true",
    ):
        connection.execute(statement)
    return connection


def _answer(connection: duckdb.DuckDBPyConnection, path: str, where: Location, found: Findings) -> Answer | Diagnostic:
    path = _literal(path)
    described = connection.execute(f"DESCRIBE SELECT * {_FROM}", [path]).fetchall()
    (count,) = _row(connection, f"SELECT count(*) {_FROM}", path)
    if fault := too_big(count, len(described), where):
        return fault
    parts = [part for name, kind, *_ in described if (part := _part(name, kind)) is not None]
    left_out = [name for name, kind, *_ in described if _part(name, kind) is None]
    if left_out:
        found.add(query_problems.columns_left_out(left_out, where))
    if zoned := [name for name, kind, *_ in described if kind == _ZONED]:
        found.add(query_problems.zoned_times(zoned, where))
    if not parts or not count:
        return problems.empty(where) if not parts else problems.no_rows(where)
    if _is_too_long(connection, [part for part in parts if part.text], path):
        return too_long(where)
    return Answer(tuple(part.name for part in parts), _columns(connection, parts, path))


def _columns(connection: duckdb.DuckDBPyConnection, parts: Sequence[_Part], path: str) -> tuple[Sequence[RawCell], ...]:
    """Return the cells of each part; DuckDB itself makes the floats wherever all of a column can be one."""
    asked = [part for part in parts if part.plain]
    answers = _row(connection, f"SELECT {', '.join(['count(*)', *(part.if_all for part in asked)])} {_FROM}", path)[1:]
    plain = {part.name for part, holds in zip(asked, answers, strict=True) if holds}
    expressions = [part.plain if part.name in plain else part.expression for part in parts]
    cells = _row(connection, f"SELECT {', '.join(f'list({expression})' for expression in expressions)} {_FROM}", path)
    as_they_are = plain | {part.name for part in parts if not part.plain}
    return tuple(
        column if part.name in as_they_are else [raw_cell(value) for value in column] for part, column in zip(parts, cells, strict=True)
    )


def _row(connection: duckdb.DuckDBPyConnection, statement: str, path: str) -> tuple[Any, ...]:
    (row,) = connection.execute(statement, [path]).fetchall()
    return row


def _literal(path: str) -> str:
    """Return a path whose `*`, `?` and brackets are no pattern."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in path)


def _part(name: str, kind: str) -> _Part | None:
    """Return how a column becomes cells; None for one of lists, structures or bytes."""
    quoted = '"' + name.replace('"', '""') + '"'
    if kind in _WHOLE:
        return _Part(name, f"{quoted}::DOUBLE")
    if kind in _LONG:
        return _Part(name, quoted, plain=f"{quoted}::DOUBLE", if_all=f"coalesce(max(abs({quoted}::DOUBLE)) < {LARGEST_EXACT}, true)")
    if kind in {"FLOAT", "DOUBLE"}:
        exact = f"{quoted}::VARCHAR::DOUBLE" if kind == "FLOAT" else quoted  # by way of its digits, 0.1 stays 0.1
        return _Part(name, exact, plain=f"{exact} + 0.0::DOUBLE", if_all=f"coalesce(bool_and(isfinite({quoted})), true)")
    if kind.startswith("DECIMAL"):
        return _Part(name, quoted, plain=f"{quoted}::VARCHAR::DOUBLE", if_all=f"coalesce(max(abs({quoted})) < {LARGEST_EXACT}, true)")
    if kind == "DATE" or kind.startswith("TIMESTAMP"):
        return _Part(name, f"{quoted}::DATE")
    if kind == "BOOLEAN":
        return _Part(name, f"upper({quoted}::VARCHAR)")
    if kind in _WORDS or kind.startswith("ENUM"):
        return _Part(name, f"{quoted}::VARCHAR", text=True)
    return None


def _is_too_long(connection: duckdb.DuckDBPyConnection, parts: list[_Part], path: str) -> bool:
    if not parts:
        return False
    asked = ", ".join(f"max(length({part.expression})), sum(length({part.expression}))" for part in parts)
    answers = [number or 0 for number in _row(connection, f"SELECT {asked} {_FROM}", path)]
    return max(answers[::2]) > limits.MAX_FIELD_CHARACTERS or sum(answers[1::2]) > limits.MAX_TEXT_CHARACTERS
