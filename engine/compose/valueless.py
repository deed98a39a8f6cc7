"""Numbers that are printed without a value because something is divided by zero: the page says “—”, and the author should know."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Language, Phrase, warning
from engine.metrics.compare import ZERO_BASE
from engine.metrics.numbers import NO_VALUE
from engine.metrics.quantity import NO_QUOTIENT
from engine.metrics.query import ALL_MISSING
from engine.model.facts import Fact, Ledger

_COMPUTED = frozenset({"actual", "derived", "aggregate"})
"""Values of the author's own expressions. An attainment or a change over zero is none: tables of targets are full of them, and mean “—”."""


def printed_without_value(ledger: Ledger, language: Language) -> Iterator[Diagnostic]:
    """Yield a warning (FACT014) at each place that prints such a number."""
    facts = {fact.id: fact for fact in ledger.facts if _divides_by_zero(fact, language)}
    for use in ledger.uses if facts else ():
        fact = facts.get(use.fact)
        if fact is not None:
            name = fact.label or fact.metric or fact.formula
            yield warning(
                "FACT014",
                f"“{name}”没有值，印成“{NO_VALUE}”：除数是零",
                f"{name!r} has no value and is printed as {NO_VALUE!r}: it is divided by zero",
                use.where,
                Phrase(
                    "检查数据；确实可以没有时，先判断再写：{% if m.roi.value is not none %}",
                    "check the data; where it may be missing, ask first: {% if m.roi.value is not none %}",
                ),
            )


def _divides_by_zero(fact: Fact, language: Language) -> bool:
    if not fact.reason or fact.aspect not in _COMPUTED:
        return False
    if fact.reason in {ZERO_BASE.in_(language), NO_QUOTIENT.in_(language)}:
        return True
    return fact.reason == ALL_MISSING.in_(language) and "/" in fact.source.query  # sum(a) / nullif(sum(b), 0)
