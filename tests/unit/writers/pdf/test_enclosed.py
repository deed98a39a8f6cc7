from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

from engine.model.deck import Deck
from engine.model.facts import Fact, FactSource, Ledger
from engine.writers.pdf.enclosed import authors, enclosed_ledger, keywords, utc

MakeDeck = Callable[..., Deck]
FACT = Fact("gmv.actual", "gmv", "actual", 8.2e6, "820 万元", "元", "sum(GMV)", FactSource())


def test_a_deck_without_facts_encloses_nothing(deck: MakeDeck) -> None:
    assert enclosed_ledger(deck(()), {}) is None


def test_the_ledger_is_a_file_in_the_words_of_the_report(deck: MakeDeck) -> None:
    plan = replace(deck(()), ledger=Ledger((FACT,)))
    held = enclosed_ledger(plan, {})
    assert held is not None
    assert (held.name, held.description) == ("facts.json", "数据来源与口径")
    assert [fact["id"] for fact in json.loads(held.content)["facts"]] == ["gmv.actual"]
    english = enclosed_ledger(replace(plan, meta=replace(plan.meta, language="en")), {})
    assert english is not None
    assert english.description == "Where the figures come from"


def test_names_and_words_that_are_empty_are_left_out(deck: MakeDeck) -> None:
    meta = deck(()).meta
    assert (authors(meta), keywords(meta)) == (["林晓", "示例公司"], ["活动", "述职"])
    bare = replace(meta, author="", organisation="", keywords=" , ")
    assert (authors(bare), keywords(bare)) == ([], [])


def test_moments_are_told_in_utc() -> None:
    zone = dt.timezone(dt.timedelta(hours=8))
    assert utc(dt.datetime(2025, 7, 8, 17, tzinfo=zone)) == dt.datetime(2025, 7, 8, 9, tzinfo=dt.UTC)
    plain = dt.datetime(2025, 7, 8, 9)  # noqa: DTZ001  as a report has it
    assert utc(plain) == plain
