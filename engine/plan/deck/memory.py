"""Remembering what a block measured: the ladder, the division over pages and the drawing ask the same several times."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from engine.base.units import Length
from engine.plan.deck.sheet import Sheet

B = TypeVar("B")
R = TypeVar("R")

Measure = Callable[[B, Length, Sheet, int], R]


class remembered(Generic[B, R]):  # noqa: N801  # a decorator
    """A measure that works out each (block, width, ground, step) once a plan; blocks are told apart by identity, not by content."""

    def __init__(self, measure: Measure[B, R]) -> None:
        self.measure = measure

    def __call__(self, block: B, width: Length, sheet: Sheet, level: int) -> R:
        key = (self, id(block), width, level, sheet.dark)
        found = sheet.memory.get(key)
        if found is None:  # the block is kept too, so that its id stays its own
            found = sheet.memory[key] = (block, self.measure(block, width, sheet, level))
        result: R = found[1]
        return result

    def known(self, block: B, width: Length, sheet: Sheet, level: int, result: R) -> None:
        """Note what is known of a block without measuring it, as of the rest of one that was measured whole."""
        sheet.memory[(self, id(block), width, level, sheet.dark)] = (block, result)


def recalled(sheet: Sheet, kept: object, key: Hashable, work: Callable[[], R]) -> R:
    """Return what was worked out once a plan for a part of a block, which is told apart by identity, and what else it depends on."""
    whole = (key, id(kept))
    found = sheet.memory.get(whole)
    if found is None:
        found = sheet.memory[whole] = (kept, work())
    result: R = found[1]
    return result
