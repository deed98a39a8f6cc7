"""Changing every text of a report, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from engine.model.inlines import Text

T = TypeVar("T")


def map_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Return a frozen value with `change` applied to every Text in it; parts without one are the same objects."""
    if isinstance(value, Text):
        return change(value)  # type: ignore[return-value]  # T is Text here
    if isinstance(value, tuple):
        changed = tuple(map_texts(item, change) for item in value)
        return value if all(new is old for new, old in zip(changed, value, strict=True)) else changed  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: map_texts(old, change) for name, old in before.items()}
        altered = {name: new for name, new in after.items() if new is not before[name]}
        return replace(value, **altered) if altered else value
    return value
