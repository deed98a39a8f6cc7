"""What a check of a finished file against the wishes of its readers is: how many pages it may have, how old its data may be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from engine.base.diagnostics import Diagnostic, Location
from engine.base.records import dataclass
from engine.probe.measured import Measured


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is wanted of a file. None: no bound. `lag` days may pass between the last data and the day they are wanted for; `day` is when the
    file is read, None for the day on which it was saved.
    """

    pages_least: int | None = None
    pages_most: int | None = None
    lag: float = 1.0
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BoundsCheck:
    """Judges what was counted in a finished file; the docstring of its module is its manual page."""

    code: str
    run: Callable[[Measured, Bounds, Location], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code
