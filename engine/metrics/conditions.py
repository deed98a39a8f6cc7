"""What rows must meet, with bound values."""

from __future__ import annotations

import datetime as dt

from engine.base.records import dataclass
from engine.model.tables import Cell


@dataclass(frozen=True, slots=True)
class Is:
    """A row condition with bound values: the column equals `value`."""

    column: str
    value: Cell


@dataclass(frozen=True, slots=True)
class Between:
    """A row condition with bound values: the date column lies between two days, both inside."""

    column: str
    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class NoneOf:
    """A row condition with bound values: the column holds something, and none of `values`."""

    column: str
    values: tuple[Cell, ...]


Condition = Is | Between | NoneOf
