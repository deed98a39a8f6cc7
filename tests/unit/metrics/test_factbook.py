from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.diagnostics import Location
from engine.metrics.factbook import FactBook
from engine.model.facts import Fact, FactSource

FACT = Fact("gmv.actual", "gmv", "actual", 1.0, "1 元", "元", "", FactSource())


def test_one_fact_is_recorded_once() -> None:
    book = FactBook()
    assert book.register(FACT) is book.register(FACT)
    assert book.get("gmv.actual") == FACT


def test_another_number_under_the_same_id_gets_its_own() -> None:
    book = FactBook()
    book.register(FACT)
    other = replace(FACT, raw=2.0, text="2 元")
    assert book.register(other).id == "gmv.actual#2"
    assert book.register(other).id == "gmv.actual#2"
    assert book.register(replace(FACT, raw=3.0, text="3 元")).id == "gmv.actual#3"
    assert book.register(FACT).id == "gmv.actual"


def test_a_thousand_numbers_under_one_id_are_told_apart_without_trying_all_of_them() -> None:
    book = FactBook()
    many = [replace(FACT, raw=float(number)) for number in range(1000)]
    assert [book.register(fact).id for fact in many][::333] == ["gmv.actual", "gmv.actual#334", "gmv.actual#667", "gmv.actual#1000"]
    assert [book.register(fact).id for fact in many][-1] == "gmv.actual#1000"


def test_the_ledger_holds_what_is_used_in_order() -> None:
    book = FactBook()
    for name in ("b", "a", "unused"):
        book.register(replace(FACT, id=name))
    book.use("b", Location("r.yaml", 9, 1))
    book.use("a", Location("r.yaml", 10, 1))
    book.use("b", Location("r.yaml", 2, 5))
    book.use("b", Location("r.yaml", 2, 5))
    ledger = book.ledger()
    assert [fact.id for fact in ledger.facts] == ["a", "b"]
    assert [f"{use.fact} {use.where}" for use in ledger.uses] == ["b r.yaml:2:5", "b r.yaml:9:1", "a r.yaml:10:1"]


def test_a_use_of_nothing_is_our_bug() -> None:
    with pytest.raises(AssertionError, match="ghost was never registered"):
        FactBook().use("ghost", Location("r.yaml"))
