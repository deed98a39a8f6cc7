"""What a workspace may set: the bounds of the field's rules, and how grave each finding on text and rules is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from engine.base.diagnostics import Location, Severity
from engine.base.records import dataclass


@dataclass(frozen=True, slots=True)
class Gravity:
    """How grave a finding is; `severity` None: it is not told. `where` is where the workspace says so."""

    severity: Severity | None
    where: Location


@dataclass(frozen=True, slots=True)
class Settings:
    """Bounds as ratios and days (DOCUMENTS §4). Deviations are measured on the wrong side of the target, by polarity.

    From `alert` on a deviation needs a cause, a measure and a date within `response` days; from `major` on within `major_response` days.
    `lag` is how many days the data may end before the period does. `pages_least` and `pages_most`
    bound the pages of a report's main form, None: no bound.
    """

    reserve_least: float = 0.10
    reserve_most: float = 0.15
    alert: float = 0.20
    major: float = 0.50
    response: float = 30.0
    major_response: float = 1.0
    lag: float = 1.0
    pages_least: int | None = None
    pages_most: int | None = None
    gravities: Mapping[str, Gravity] = field(default_factory=dict)


DEFAULT_SETTINGS = Settings()
