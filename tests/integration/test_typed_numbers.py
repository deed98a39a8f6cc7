"""Numbers come from tables. The few that are typed (goals of measures, triggers, definitions) stand in a golden text for review."""

from __future__ import annotations

import json

import pytest

from engine.model.deck import ChartBox, TextBox, fact_places
from tests.support.builds import Built
from tests.support.golden import assert_golden
from tests.support.typed_numbers import typed_numbers

MOST_TYPED = 60


def test_the_numbers_that_are_typed_are_known(sample: Built, request: pytest.FixtureRequest) -> None:
    found = typed_numbers(sample.deck)
    assert len(found) <= MOST_TYPED
    assert_golden("midyear-2025-typed.txt", "\n".join(found), request)


def test_far_more_numbers_come_from_tables(sample: Built) -> None:
    printed = sum(1 for slide in sample.deck.slides for _ in fact_places(slide))
    assert printed > 10 * len(typed_numbers(sample.deck))


def test_nothing_is_typed_in_the_small_report(small: Built) -> None:
    assert typed_numbers(small.deck) == []


def test_every_printed_or_plotted_fact_is_in_the_ledger_with_its_source(built: Built) -> None:
    facts = built.facts
    for slide in built.deck.slides:
        for shape, fact_id in fact_places(slide):
            fact = facts[fact_id]
            assert fact["ranges"] or fact["query"] or fact["citation"] or fact["defined_at"], fact_id
            assert fact["uses"], fact_id
            assert any(place["format"] == "pptx" and place["shape"].startswith(shape) for place in fact["places"]), fact_id


def test_every_chart_plots_facts(built: Built) -> None:
    bare = [
        element.name for slide in built.deck.slides for element in slide.elements if isinstance(element, ChartBox) and not element.facts
    ]
    assert bare == []


def test_the_printed_words_are_those_of_the_ledger(built: Built) -> None:
    facts = built.facts
    for slide in built.deck.slides:
        for element in slide.elements:
            if isinstance(element, TextBox):
                for run in (run for line in element.paragraphs for run in line.runs):
                    if run.fact:
                        assert run.text.replace("\n", "").strip() in facts[run.fact]["text"], run.fact


def test_facts_json_is_plain_and_sorted(built: Built) -> None:
    content = json.loads(built.blob("facts"))
    assert content["version"] == 2
    names = [fact["id"] for fact in content["facts"]]
    assert names == sorted(names) and len(set(names)) == len(names)
    assert str(built.workspace.root) not in built.blob("facts").decode()
