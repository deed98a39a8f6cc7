"""FACT021: a finished file prints something else than the ledger inside it."""

from __future__ import annotations

import pytest

from engine.checks.agreement import Agreement, Discord
from engine.checks.fact021_agreement import MOST_TOLD, findings


def told(*discords: Discord, format_name: str = "pptx") -> list[str]:
    return [f"{item.where} {item.code} {item.message.en}" for item in findings(Agreement(format_name, discords=discords), "review.pptx")]


@pytest.mark.parametrize(
    ("discord", "message"),
    [
        (
            Discord(5, "topic-1/title", "gmv", "92.4%", "93.4%"),
            "review.pptx FACT021 'topic-1/title' on slide 5 should say '92.4%' (gmv), and says '93.4%'",
        ),
        (Discord(0, "表 3-1", "gmv", "92.4%", None), "review.pptx FACT021 '表 3-1' should say '92.4%' (gmv); it does not"),
        (Discord(5, "topic-1/chart", "", "", None), "review.pptx FACT021 'topic-1/chart' on slide 5 is gone"),
        (
            Discord(5, "topic-1/chart", "", "", "7"),
            "review.pptx FACT021 'topic-1/chart' on slide 5 says '7', which the ledger does not know",
        ),
    ],
)
def test_each_place_is_told_with_both_figures(discord: Discord, message: str) -> None:
    assert told(discord) == [message]


def test_in_chinese_too() -> None:
    (found,) = findings(Agreement("pdf", discords=(Discord(5, "s/title", "gmv", "92.4%", "93.4%"),)), "a.pdf")
    assert found.message.zh == "第 5 页的“s/title”应为“92.4%”（gmv），实为“93.4%”"
    assert found.is_error and found.hint is not None


def test_another_file_altogether_is_told_briefly() -> None:
    many = [Discord(number, "s", "", "1", "2") for number in range(MOST_TOLD + 7)]
    assert len(told(*many)) == MOST_TOLD + 1
    assert told(*many)[-1] == "review.pptx FACT021 7 more places differ"


def test_agreement_has_no_findings() -> None:
    assert told() == []
