from __future__ import annotations

from enum import Enum

import pytest

from engine.base.records import dataclass
from engine.model.inlines import Span, Text
from engine.model.walk import PLAIN, parts_of


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Single:
    inner: tuple[int, ...]


def test_a_record_has_the_values_of_its_fields_in_order() -> None:
    span = Span("7", bold=True)
    assert parts_of(Text((span,))) == ((span,), Text().where)
    assert parts_of(Single((1, 2))) == ((1, 2),)


def test_a_tuple_has_its_items_and_nothing_else_has_parts() -> None:
    assert parts_of((1, "a")) == (1, "a")
    for value in ("words", 5, None, Colour.RED, {"a": 1}, Text):
        assert parts_of(value) == ()


@pytest.mark.parametrize("value", ["", 0, 1.5, True, None, Text().where])
def test_what_is_plain_has_nothing_to_walk_to(value: object) -> None:
    assert type(value) in PLAIN
