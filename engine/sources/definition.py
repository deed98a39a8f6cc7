"""The record every data source fills in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.base.diagnostics import Location, Outcome
from engine.base.records import dataclass
from engine.sources.grid import Grid
from engine.sources.spec import TableSpec


@dataclass(frozen=True, slots=True)
class Request:
    """What a source is asked to read.

    `path` is None for inline rows; `file` is the path as diagnostics print it; `where` is the entry in the YAML.
    """

    table: str
    spec: TableSpec
    where: Location
    path: Path | None = None
    file: str = ""

    @property
    def file_name(self) -> str:
        return self.file.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class SourceDef:
    """One kind of data source. `suffixes` are lower case with the dot; empty when the source is no file."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Request], Outcome[Grid]]
