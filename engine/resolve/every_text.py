"""Changing every text of a report, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from engine.base.records import replace
from engine.model.inlines import Text
from engine.model.walk import PLAIN, parts_of

T = TypeVar("T")


def map_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Return a frozen value with `change` applied to every Text in it; parts without one are the same objects."""
    if isinstance(value, Text):
        return change(value)  # type: ignore[return-value]  # T is Text here
    if isinstance(value, tuple):
        changed = tuple([item if type(item) in PLAIN else map_texts(item, change) for item in value])
        return value if all(new is old for new, old in zip(changed, value, strict=True)) else changed  # type: ignore[return-value]
    altered = {}
    for index, old in enumerate(parts_of(value)):
        if type(old) not in PLAIN and (new := map_texts(old, change)) is not old:
            altered[value.__match_args__[index]] = new  # type: ignore[attr-defined]  # a record, since it has parts
    return replace(value, **altered) if altered else value  # type: ignore[type-var]
