"""Which facts a part of the report prints, found by walking its values."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from engine.model.charts import Series
from engine.model.inlines import Text


def facts_in(value: object) -> Iterator[str]:
    """Yield the ids of all facts inside kernel blocks, in reading order, repeated as often as they are printed."""
    match value:
        case Text():
            yield from value.facts
        case Series():
            yield from (fact for fact in value.facts if fact is not None)
        case tuple():
            for item in value:
                yield from facts_in(item)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            for field in dataclasses.fields(value):
                yield from facts_in(getattr(value, field.name))
        case _:
            pass
