"""Parquet files."""

from __future__ import annotations

from engine.base.diagnostics import Outcome
from engine.sources.definition import Request, SourceDef
from engine.sources.grid import Grid


def read(request: Request) -> Outcome[Grid]:
    """Read a Parquet file into a grid; columns that hold lists or bytes are left out, which a note says."""
    from engine.sources.parquet_reader import read_parquet  # a door: few tables are Parquet

    return read_parquet(request)


DEFINITION = SourceDef(name="parquet", suffixes=(".parquet",), read=read)
