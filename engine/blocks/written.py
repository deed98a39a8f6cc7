"""Numbers written into a block: a fact of the text around it, or a figure typed there, which then becomes a fact with that place as source."""

from __future__ import annotations

from engine.base.diagnostics import Location
from engine.blocks.definition import BlockContext
from engine.load.prose import Prose
from engine.metrics.answers import typed_quantity
from engine.metrics.literals import parse_literal
from engine.metrics.marks import MARK, unmarked
from engine.metrics.numbers import axis_style
from engine.metrics.problems import bad_target
from engine.metrics.quantity import Look, Origin, Quantity


def written_quantity(value: Prose, label: str, unit: str | None, context: BlockContext) -> Quantity:
    """Return the number `value` states; `unit` None takes the one written behind it. Raises FactError (FACT008) when it states none."""
    fact = fact_in(value, context)
    if fact is not None:
        return fact
    literal = parse_literal(unmarked(value))
    if literal is None:
        raise bad_target(unmarked(value), value.where)
    return _typed(literal.raw, unmarked(value), label, literal.unit if unit is None else unit, value.where, context)


def fact_in(value: Prose, context: BlockContext) -> Quantity | None:
    """Return the quantity behind a text that is one fact and nothing else, None for other texts."""
    match = MARK.fullmatch(value.strip())
    fact = context.metrics.facts.get(match["id"]) if match else None
    if fact is None:
        return None
    desk = context.metrics.desk
    origin = Origin(fact.id, fact.metric, fact.aspect, fact.label, fact.formula, fact.source, fact.reason)
    return Quantity(fact.raw, origin, Look(axis_style([fact.raw], fact.unit, desk.language), fact.unit, words=fact.text), desk)


def _typed(raw: float, text: str, label: str, unit: str, at: Location, context: BlockContext) -> Quantity:
    desk = context.metrics.desk
    return typed_quantity(raw, f"typed({label}={text})", label, at, Look(axis_style([raw], unit, desk.language), unit), desk)
