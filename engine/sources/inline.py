"""Rows written in the report itself: a list of mappings. The first row says which columns there are."""

from __future__ import annotations

from engine.base.diagnostics import Findings, Location, Outcome
from engine.sources import cell_problems, limits, problems
from engine.sources.definition import Request, SourceDef
from engine.sources.grid import Grid, RawCell
from engine.sources.spec import InlineCell

_LARGEST = 1e300  # beyond, a whole number of the YAML would not become a float at all
_SHOWN = 20


def read(request: Request) -> Outcome[Grid]:
    """Return inline rows as a grid whose first row is the header; record i of the YAML is row i, so the header has number 0."""
    rows = request.spec.rows
    assert rows is not None, "the spec has rows when it has no file"
    found = Findings()
    where = request.where
    if not rows:
        return Outcome(None, (problems.no_rows(where),))
    if len(rows) > limits.MAX_INLINE_ROWS:
        zh, en = f"内联 {len(rows)} 行，上限 {limits.MAX_INLINE_ROWS}", f"{len(rows)} inline rows, the limit is {limits.MAX_INLINE_ROWS}"
        return Outcome(None, (problems.limit(zh, en, where),))
    names = tuple(rows[0])
    for number, row in enumerate(rows, start=1):
        found.extend(cell_problems.inline_extra(number, name, names, where) for name in row if name not in names)
    if found.has_errors:
        return found.outcome(None)
    columns = tuple([name, *(_cell(row.get(name)) for row in rows)] for name in names)
    origin = Location(where.file, where.line, where.column, cell=f"{where.file.rsplit('/', 1)[-1]}:{where.line}!{request.table}")
    return found.outcome(Grid(where.file, "", origin, columns, range(len(rows) + 1), header=0))


def _cell(value: InlineCell) -> RawCell:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return float(value) if abs(value) < _LARGEST else f"{str(value)[:_SHOWN]}…"
        case _:
            return value


DEFINITION = SourceDef(name="inline", suffixes=(), read=read)
