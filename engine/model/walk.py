"""Walking through the frozen values of a report: what every walker asks of each of them, thousands of times."""

from __future__ import annotations

from types import NoneType

from engine.base.diagnostics import Location
from engine.base.records import values_of

PLAIN = frozenset({str, int, float, bool, NoneType, Location})
"""Exact types of what has nothing inside: asked of a part before anything else, for most parts are of one of them."""


def parts_of(value: object) -> tuple[object, ...]:
    """Return what a tuple or a record holds, in order; nothing of anything else."""
    if isinstance(value, tuple):
        return value
    return values_of(value) if hasattr(value, "__dataclass_fields__") and not isinstance(value, type) else ()
