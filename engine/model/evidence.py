"""What a report says in the field's own terms, beside its blocks: KPIs, goals, duties, remedies, reserves, how far the data reach.

Blocks note these while they are built (a table of the kernel no longer knows which column is the owner); the rules of the field judge them.
"""

from __future__ import annotations

import datetime as dt

from engine.base.diagnostics import NOWHERE, Location, Severity
from engine.base.records import dataclass
from engine.model.facts import Better, MetricNote, Verdict
from engine.model.inlines import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Kpi:
    """A metric as the checks see it: its numbers in base units, None where the definition or the data have none.

    `expression` is what authors write for it (`m.gmv`); `where` its definition. `compared` tells whether it looks back (同比, 环比); `gap` is how far
    it is on the wrong side of the target, as a ratio of it.
    """

    id: str
    label: str
    unit: str
    better: Better
    actual: float | None = None
    target: float | None = None
    attainment: float | None = None
    verdict: Verdict | None = None
    gap: float | None = None
    yoy: float | None = None
    mom: float | None = None
    previous: float | None = None
    last: float | None = None
    has_target: bool = False
    compared: bool = False
    source: str = ""
    definition: str = ""
    where: Location = NOWHERE

    @property
    def expression(self) -> str:
        return f"m.{self.id}"


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as an author put it; `kpi` is the id of the metric it is measured by, empty for none; `due` EMPTY when it names no day.

    `full` asks for all of SMART; otherwise only for words that can be checked (an acceptance, the target of a measure).
    """

    text: Text
    kpi: str = ""
    due: Text = EMPTY
    full: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to be done and who answers for it."""

    what: Text
    owner: Text
    where: Location


@dataclass(frozen=True, slots=True)
class Remedy:
    """A shortfall with its cause, its measure and the day the measure is due; `kpi` is the metric's id, empty where `about` names it in words.

    `gap` is how far the figure is on the wrong side, as a ratio of the target (0.25: a quarter), None when nothing is tracked.
    """

    about: tuple[Text, ...]
    cause: Text
    measure: Text
    due: Text
    where: Location
    kpi: str = ""
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class Reserve:
    """What a budget keeps back, as a ratio of the whole; 0 when no item is the reserve."""

    ratio: float
    where: Location


@dataclass(frozen=True, slots=True)
class Reach:
    """The last day that the data of a table tell of; a row comes every `step` days; `where` is where the report names the table."""

    table: str
    file: str
    last: dt.date
    step: int
    where: Location


@dataclass(frozen=True, slots=True)
class Gaps:
    """Days between the first and the last of a table that its rhythm expects in a reported period and that no row has, in order.

    `daily` says that it has a row for each day, rather than for each week or month.
    """

    table: str
    file: str
    days: tuple[dt.date, ...]
    daily: bool
    where: Location


@dataclass(frozen=True, slots=True)
class Shared:
    """A metric that a report prints, as other reports of the same organisation are compared with it.

    `first` and `last` are the days of that report's period; `unit` is what the metric is measured in (rates in %); `where` is its definition.
    `gravity` is how grave a finding there is for that report, None where it wants none.
    """

    organisation: str
    first: dt.date
    last: dt.date
    note: MetricNote
    unit: str
    where: Location
    gravity: Severity | None = Severity.WARNING


Evidence = Kpi | Goal | Duty | Remedy | Reserve | Reach | Gaps
