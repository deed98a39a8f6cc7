"""The recorder: every fact that is printed, once, and every place it is printed at."""

from __future__ import annotations

from dataclasses import field

from engine.base.diagnostics import Location
from engine.base.records import dataclass, replace
from engine.model.facts import Fact, FactUse, Ledger


@dataclass(slots=True)
class FactBook:
    """Filled while a report is composed; `ledger` is what remains of it."""

    _facts: dict[str, Fact] = field(default_factory=dict)
    _uses: dict[FactUse, None] = field(default_factory=dict)
    _known: dict[Fact, Fact] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def register(self, fact: Fact) -> Fact:
        """Return the recorded fact: the one known under its id, or, when that one differs, this one under a numbered id."""
        known = self._known.get(fact)
        if known is None:
            known = self._known[fact] = self._recorded(fact)
        return known

    def _recorded(self, fact: Fact) -> Fact:
        """Return the record of a fact that was not registered before; numbers that are taken are not tried again."""
        count = self._counts.get(fact.id, 1)
        while True:
            wanted = fact if count == 1 else replace(fact, id=f"{fact.id}#{count}")
            known = self._facts.setdefault(wanted.id, wanted)
            count += 1
            if known == wanted:
                self._counts[fact.id] = count
                return known

    def use(self, fact_id: str, where: Location) -> None:
        """Note that the fact is printed at `where`."""
        assert fact_id in self._facts, f"{fact_id} was never registered"
        self._uses[FactUse(fact_id, where)] = None

    def get(self, fact_id: str) -> Fact | None:
        return self._facts.get(fact_id)

    def ledger(self) -> Ledger:
        """Return the used facts by id and the uses by place."""
        used = {use.fact for use in self._uses}
        facts = sorted((fact for fact in self._facts.values() if fact.id in used), key=lambda fact: fact.id)
        uses = sorted(self._uses, key=lambda use: (use.where.file, use.where.line, use.where.column, use.where.cell, use.fact))
        return Ledger(tuple(facts), tuple(uses))
