"""A facts.json as a table: the numbers that an earlier edition of a report printed, one a row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from engine.base.diagnostics import Location, Outcome
from engine.sources import problems
from engine.sources.definition import Request, SourceDef
from engine.sources.grid import Grid, RawCell

COLUMNS = ("id", "metric", "aspect", "label", "text", "unit", "raw")
"""What is kept of a fact. `raw` is in base units, missing for words and gaps."""


def read(request: Request) -> Outcome[Grid]:
    """Return the facts as a grid whose first row is the header; fact i stands in row i + 1."""
    assert request.path is not None, "read.py gives files a path"
    where = Location(request.file)
    try:
        facts = json.loads(request.path.read_bytes())["facts"]
        rows = [tuple(_cells(fact)) for fact in facts]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Outcome(None, (problems.no_facts(where),))
    if not rows:
        return Outcome(None, (problems.empty(where),))
    columns = tuple([name, *cells] for name, cells in zip(COLUMNS, zip(*rows, strict=True), strict=True))
    origin = Location(request.file, cell=request.file_name)
    return Outcome(Grid(request.file, "", origin, columns, range(1, len(rows) + 2), header=0, texts=frozenset(COLUMNS[:-1])))


def _cells(fact: Mapping[str, object]) -> Iterator[RawCell]:
    for name in COLUMNS[:-1]:
        yield str(fact[name]) or None
    raw = fact["raw"]
    yield float(raw) if isinstance(raw, int | float) else None


DEFINITION = SourceDef(name="facts", suffixes=(".json",), read=read)
