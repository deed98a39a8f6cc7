"""Changing every text of a report, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from typing import TypeVar

from engine.base.diagnostics import Location
from engine.base.records import replace
from engine.model.inlines import Text

T = TypeVar("T")
_WORDLESS = str | int | float | bool | Enum | Location | None


def map_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Return a frozen value with `change` applied to every Text in it; parts without one are the same objects."""
    if isinstance(value, Text):
        return change(value)  # type: ignore[return-value]  # T is Text here
    if isinstance(value, tuple):
        changed = tuple(map_texts(item, change) for item in value)
        return value if all(new is old for new, old in zip(changed, value, strict=True)) else changed  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        altered = {}
        for name in value.__match_args__:  # type: ignore[attr-defined]  # the fields' names, without asking `fields` 22,000 times
            old = getattr(value, name)
            if not isinstance(old, _WORDLESS) and (new := map_texts(old, change)) is not old:
                altered[name] = new
        return replace(value, **altered) if altered else value
    return value
