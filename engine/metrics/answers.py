"""Answers of the tables as quantities: what charts and tables plot and print is recorded like any metric."""

from __future__ import annotations

from engine.base.diagnostics import Location
from engine.metrics.quantity import Desk, Look, Origin, Quantity
from engine.metrics.query import Value
from engine.model.facts import FactSource
from engine.model.numbers import NumberStyle


def answer_quantity(answer: Value, name: str, label: str, look: Look, desk: Desk) -> Quantity:
    """Return the answer to a question about a table; `name` is its id in the ledger."""
    reason = "" if answer.raw is not None or answer.reason is None else answer.reason.in_(desk.language)
    return Quantity(answer.raw, Origin(name, "", "aggregate", label, answer.source.query, answer.source, reason), look, desk)


def cell_quantity(raw: float, name: str, label: str, source: FactSource, look: Look, desk: Desk) -> Quantity:
    """Return the number of one table cell."""
    return Quantity(raw, Origin(name, "", "cell", label, source=source), look, desk)


def typed_quantity(raw: float, name: str, label: str, at: Location, look: Look, desk: Desk) -> Quantity:
    """Return a number written in the content itself; its source is that place."""
    return Quantity(raw, Origin(name, "", "typed", label, source=FactSource(defined_at=at)), look, desk)


def bare(style: NumberStyle) -> NumberStyle:
    """Return the style without its unit, for columns and axes that print the unit once."""
    return NumberStyle(style.divisor, style.decimals, "", style.office, style.prefix)
