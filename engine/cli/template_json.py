"""Records as plain values for JSON: lengths in inches, enums by value, phrases in one language."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import Any

from engine.base.diagnostics import Language, Phrase
from engine.base.records import values_of
from engine.base.units import Length


def plain(value: Any, language: Language) -> Any:
    """Return a record, or whatever is inside one, as what JSON knows."""
    match value:
        case Phrase():
            return value.in_(language)
        case Length():
            return round(value.inches, 4)
        case Enum():
            return value.value
        case Mapping():
            return {key: plain(inner, language) for key, inner in value.items()}
        case tuple() | list():
            return [plain(inner, language) for inner in value]
        case _ if dataclasses.is_dataclass(value):
            names = (field.name for field in dataclasses.fields(value))
            return {name: plain(inner, language) for name, inner in zip(names, values_of(value), strict=True)}
        case _:
            return value
