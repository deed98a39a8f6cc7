from __future__ import annotations

import pytest

from engine.base.records import replace
from engine.checks import check_plan
from engine.model.settings import Settings
from tests.support.campaign_summary import report
from tests.support.checks import deck_of


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(), []),
        (Settings(pages_least=3, pages_most=3), []),
        (Settings(pages_most=2), ["it has 3 pages, 2 at most are wanted"]),
        (Settings(pages_least=4), ["it has 3 pages, 4 at least are wanted"]),
    ],
)
def test_pages_are_counted_against_both_bounds(settings: Settings, said: list[str]) -> None:
    deck = deck_of()
    found = check_plan(replace(deck, slides=deck.slides * 3), report(), settings)
    assert [item.message.en for item in found] == said
    assert {item.code for item in found} <= {"RULE010"}
