"""Which facts changed between two ledgers, by how much, and which came or went."""

from __future__ import annotations

from collections.abc import Iterable

from engine.base.diagnostics import Language
from engine.base.records import dataclass
from engine.metrics.numbers import format_number, percent_style, points_style
from engine.model.outline import OutlineFact

KPI_ASPECTS = ("actual", "target", "attainment", "deviation", "deviation_rate", "verdict", "status", "yoy", "mom", "pace", "forecast")
"""What a reviewer asks first; other aspects, cells and derived numbers follow."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact in both versions; `before` None: it is new, `after` None: it is printed no more."""

    before: OutlineFact | None
    after: OutlineFact | None

    @property
    def fact(self) -> OutlineFact:
        """The fact as it is now, as it was when it is gone."""
        found = self.after or self.before
        assert found is not None, "a change has at least one side"
        return found

    def movement(self, language: Language) -> str:
        """Return how far the number moved: points for a rate, per cent of the amount before for others; empty where neither says anything.

        A base of zero or below gives no percentage: its sign would say the opposite of what happened.
        """
        if self.before is None or self.after is None or self.before.raw is None or self.after.raw is None:
            return ""
        step = self.after.raw - self.before.raw
        if not step:
            return ""
        if self.fact.unit == "%":
            return format_number(step, points_style(language), signed=True)
        return format_number(step / self.before.raw, percent_style(), signed=True) if self.before.raw > 0 else ""


def fact_changes(before: Iterable[OutlineFact], after: Iterable[OutlineFact]) -> tuple[FactChange, ...]:
    """Return the facts whose print or value differs: KPIs first, then the others, each group by id."""
    old, new = {fact.id: fact for fact in before}, {fact.id: fact for fact in after}
    changes = [FactChange(old.get(identity), new.get(identity)) for identity in sorted(old | new)]
    return tuple(sorted(filter(_differs, changes), key=_rank))


def _differs(change: FactChange) -> bool:
    if change.before is None or change.after is None:
        return True
    return (change.before.text, change.before.raw) != (change.after.text, change.after.raw)


def _rank(change: FactChange) -> tuple[bool, str, int]:
    fact = change.fact
    is_kpi = fact.aspect in KPI_ASPECTS
    return not is_kpi, fact.metric if is_kpi else fact.id, KPI_ASPECTS.index(fact.aspect) if is_kpi else 0
