"""Metrics that are neither one aggregate nor plain arithmetic, and what else a definition may promise: frozen, read from metrics.yaml."""

from __future__ import annotations

from enum import Enum

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass

Weights = tuple[tuple[str, float], ...]
"""Metric ids with their declared weights; only the proportions count."""


class Model(Enum):
    """Who gets the credit for a conversion: the touch that came last, first, all alike, the two ends most, or the latest most."""

    LAST = "last"
    FIRST = "first"
    LINEAR = "linear"
    POSITION = "position"
    DECAY = "decay"


def model_id(metric: str, model: Model) -> str:
    """Return the id under which a metric is known when another model credits it; no author can write it."""
    return f"{metric}@{model.value}"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Conversions of a touchpoint table, credited to its rows. `path`, `time`, `channel`, `value` are columns.

    `half_life` is in days where `time` holds dates, else in steps; `ends` are the shares of the first and the last touch.
    """

    table: str
    path: str
    time: str
    channel: str
    value: str
    model: Model = Model.LAST
    half_life: float = 7.0
    ends: tuple[float, float] = (0.4, 0.4)
    where: str = ""
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Score:
    """A weighted scorecard: attainments, none counted above `cap` (a ratio), in points out of 100."""

    weights: Weights
    cap: float = 1.2
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Grading:
    """Members of the dimension `by`, scored 0–100 against the best of them; `cuts` are the lowest scores of each grade, falling."""

    by: str
    weights: Weights
    cuts: tuple[tuple[str, float], ...]
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Response:
    """How the metric `gain` answers to the metric `cost`: by elasticity, or with each further unit of cost earning 1 + `marginal`.

    Both None: further money earns what money earned on average.
    """

    gain: str
    cost: str
    elasticity: float | None = None
    marginal: float | None = None


class Trigger(Enum):
    ABOVE = "above"
    BELOW = "below"
    RISE = "rise"
    FALL = "fall"


class Level(Enum):
    """Severity of an alert, the mildest first: the team's yellow line, the red line."""

    NONE = "none"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One threshold. `bound` is in base units: a level, or a move (`relative`: a share of the base, else in the metric's unit, points for rates).

    `against` names what a move is counted from: yoy, mom or target; `over` is the window it is printed with. `text` is the bound as written.
    """

    trigger: Trigger
    bound: float
    text: str
    level: Level = Level.YELLOW
    relative: bool = False
    against: str = "mom"
    action: str = ""
    over: str = ""
