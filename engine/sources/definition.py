"""The record every data source fills in, and what it is asked with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from engine.base.diagnostics import Location, Outcome
from engine.base.records import dataclass
from engine.sources.grid import Grid
from engine.sources.spec import TableSpec

Bindable = str | int | float | bool | dt.date | None
"""A value that a query may be given."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the report says around its tables.

    `place` finds a path of the entry (`("contract", "unique")`) in the YAML, None: it is not known more closely; `names` may stand in
    the parameters of a query as `{{ name }}`; `period_end` is None when there is no period.
    """

    place: Callable[[tuple[str | int, ...]], Location] | None = None
    names: Mapping[str, Bindable] = field(default_factory=dict)
    period_end: dt.date | None = None


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class Request:
    """What a source is asked to read.

    `path` is None for inline rows and databases; `file` is the path as diagnostics print it; `where` is the entry in the YAML.
    `environment` are the variables of this process, empty but for sources that need one.
    """

    table: str
    spec: TableSpec
    where: Location
    path: Path | None = None
    file: str = ""
    around: Around = NOTHING_AROUND
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        return self.file.rsplit("/", 1)[-1]

    def place(self, *path: str | int) -> Location:
        """Return where a part of the entry stands in the YAML."""
        return self.around.place(path) if self.around.place is not None else self.where


@dataclass(frozen=True, slots=True)
class SourceDef:
    """One kind of data source. `suffixes` are lower case with the dot; empty when the source is no file.

    `settings` are the keys of the entry that only some sources understand, and this one does. `whole` says that the file is read from
    beginning to end, so that its size is limited.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Request], Outcome[Grid]]
    settings: frozenset[str] = frozenset()
    whole: bool = True
