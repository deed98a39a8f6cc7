from __future__ import annotations

import pytest

from engine.cli.fact_search import Traced, labels, nearest_facts, printing, traced
from engine.model.file_ledger import TracedFact
from tests.support.ledger_report import finished

TEXTS = ("92.4%", "192.4%", "8,214 万元", "1,204", "● 达成", "−3.1%")
KNOWN = [Traced(TracedFact(text, text)) for text in TEXTS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("92.4%", ["92.4%"]),
        ("8214万元", ["8,214 万元"]),
        ("8,214", ["8,214 万元"]),
        ("1204", ["1,204"]),
        ("204", []),
        ("达成", ["● 达成"]),
        ("3.1%", []),
        ("", []),
    ],
)
def test_a_text_finds_whole_figures_only(text: str, found: list[str]) -> None:
    assert [each.fact.text for each in printing(text, KNOWN)] == found


@pytest.mark.parametrize(
    ("text", "first"), [("92.9%", "92.4%"), ("1,200", "1,204"), ("8,300万元", "8,214 万元"), ("达", "● 达成"), ("-3%", "−3.1%")]
)
def test_the_nearest_come_first(text: str, first: str) -> None:
    near = nearest_facts(text, KNOWN)
    assert near[0].fact.text == first and len(near) <= 3


def test_nobody_is_near_where_nothing_is() -> None:
    assert nearest_facts("1", []) == ()


def test_facts_tell_where_they_stand_in_the_file() -> None:
    orders = next(each for each in traced(finished().ledger("pptx")) if each.fact.id == "orders.actual")
    assert orders.places == ("pptx 4 topic-1-1/takeaway",)


def test_shares_in_a_chart_are_found_by_the_facts_they_are_made_of() -> None:
    (share,) = printing("46.2%", labels(finished().ledger("pdf")))
    assert share.made_of == tuple(f"weekly.sum(订单)[周次=W{week}]|chart" for week in (1, 2, 3))
    assert share.places == ("pdf 6 topic-1-3/chart",)
