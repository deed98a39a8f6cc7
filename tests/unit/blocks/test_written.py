from __future__ import annotations

import pytest

from engine.blocks.written import fact_in, written_quantity
from engine.load.prose import Prose
from engine.metrics.problems import FactError
from tests.support.review import AT, NB, context


def test_a_typed_number_is_a_fact_with_its_place_as_source() -> None:
    fact = written_quantity(Prose("1,330万", AT), "媒介", "元", context()).fact()
    assert (fact.id, fact.raw, fact.text, fact.aspect) == ("typed(媒介=1,330万)", 13_300_000, f"1,330{NB}万元", "typed")
    assert fact.source.defined_at == AT


def test_the_unit_behind_the_number_counts_unless_one_is_given() -> None:
    assert written_quantity(Prose("3 件"), "x", None, context()).unit == "件"
    assert written_quantity(Prose("3 件"), "x", "人", context()).unit == "人"


def test_a_fact_stays_the_fact_it_is() -> None:
    here = context()
    printed = Prose(f" {here.metrics.get('gmv')} ", AT)
    found = written_quantity(printed, "x", "元", here)
    assert (found.origin.id, found.value, found.text) == ("gmv.actual", 128_400_000, f"12,840{NB}万元")
    assert fact_in(Prose(f"约{printed}"), here) is None


def test_words_are_no_number() -> None:
    with pytest.raises(FactError) as caught:
        written_quantity(Prose("许多", AT), "x", "元", context())
    assert (caught.value.code, caught.value.at) == ("FACT008", AT)
