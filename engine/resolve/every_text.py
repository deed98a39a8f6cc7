"""Changing every text of a report, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
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
    altered = {}
    kind: type = type(value)
    for name in _field_names(kind):
        old = getattr(value, name)
        new = map_texts(old, change)
        if new is not old:
            altered[name] = new
    return replace(value, **altered) if altered else value  # type: ignore[type-var]  # only dataclasses have fields


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass, none for any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
