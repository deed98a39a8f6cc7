from __future__ import annotations

from engine.base.diagnostics import Location
from engine.compose.amount import REPORT_CHARACTERS, TOPIC_CHARACTERS, Amount

AT = Location("report.yaml", 9, 9)


def test_a_topic_of_usual_length_is_no_trouble() -> None:
    amount = Amount()
    amount.begin()
    amount.characters += TOPIC_CHARACTERS
    assert not amount.is_too_much
    assert amount.trouble(AT) is None


def test_a_topic_that_is_too_long_is_told_with_its_length() -> None:
    amount = Amount()
    amount.characters += 500
    amount.begin()
    amount.characters += 60_001
    trouble = amount.trouble(AT)
    assert amount.is_too_much and trouble is not None
    assert (trouble.code, trouble.where, trouble.message.en) == ("YAML011", AT, "60,001 characters in one topic, the limit is 60,000")


def test_a_report_that_is_too_long_is_told_once() -> None:
    amount = Amount()
    told = []
    for _ in range(6):
        amount.begin()
        amount.characters += 45_000
        told.append(amount.trouble(AT))
    assert amount.characters > REPORT_CHARACTERS
    assert [trouble.message.en for trouble in told if trouble is not None] == [
        "225,000 characters up to here, the limit of a report is 200,000"
    ]
    assert amount.is_too_much
