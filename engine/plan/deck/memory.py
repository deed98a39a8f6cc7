"""Remembering what a block measured: the ladder, the division over pages and the drawing ask the same several times."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from engine.base.units import Length
from engine.plan.deck.sheet import Sheet

B = TypeVar("B")
R = TypeVar("R")

Measure = Callable[[B, Length, Sheet, int], R]


def remembered(measure: Measure[B, R]) -> Measure[B, R]:
    """Return a measure that works out each (block, width, ground, step) once a plan; blocks are told apart by identity, not by content."""

    def ask(block: B, width: Length, sheet: Sheet, level: int) -> R:
        key = (measure, id(block), width, level, sheet.dark)
        found = sheet.memory.get(key)
        if found is None:  # the block is kept too, so that its id stays its own
            found = sheet.memory[key] = (block, measure(block, width, sheet, level))
        result: R = found[1]
        return result

    return ask


def recalled(sheet: Sheet, kept: object, key: Hashable, work: Callable[[], R]) -> R:
    """Return what was worked out once a plan for a part of a block, which is told apart by identity, and what else it depends on."""
    whole = (key, id(kept))
    found = sheet.memory.get(whole)
    if found is None:
        found = sheet.memory[whole] = (kept, work())
    result: R = found[1]
    return result
