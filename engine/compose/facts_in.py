"""Which facts a part of the report prints, found by walking its values."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.charts import Series
from engine.model.inlines import Text
from engine.model.walk import PLAIN, parts_of


def facts_in(value: object) -> Iterator[str]:
    """Yield the ids of all facts inside kernel blocks, in reading order, repeated as often as they are printed."""
    match value:
        case Text():
            yield from value.facts
        case Series():
            yield from (fact for fact in value.facts if fact is not None)
        case _:
            for part in parts_of(value):
                if type(part) not in PLAIN:
                    yield from facts_in(part)
