"""The sample is what DOCUMENTS asks for, and builds without a word."""

from __future__ import annotations

import pytest

from engine.kinds import KINDS
from engine.model.deck import Deck
from tests.support.builds import Built, told
from tests.support.golden import assert_golden

LEAST_SLIDES, MOST_SLIDES = 25, 33


def outline(deck: Deck) -> str:
    """Return the outline with a headline before each section."""
    lines = deck.outline().splitlines()
    for name, first in reversed(deck.sections):
        lines.insert(first, f"\n{name}")
    return "\n".join(lines).strip()


def test_it_builds_without_warnings(sample: Built) -> None:
    assert told(sample.result.diagnostics) == []
    assert [artifact.format for artifact in sample.result.artifacts] == ["pptx", "docx", "pdf", "facts", "agreement", "agreement"]


def test_its_outline(sample: Built, request: pytest.FixtureRequest) -> None:
    assert_golden("midyear-2025.txt", outline(sample.deck), request)


def test_it_has_about_27_slides(sample: Built) -> None:
    assert LEAST_SLIDES <= len(sample.deck.slides) <= MOST_SLIDES
    assert sample.result.slides == len(sample.deck.slides)


def test_it_has_every_section_and_topic_of_its_kind(sample: Built) -> None:
    kind = KINDS.get("midyear-review")
    assert kind is not None
    wanted = {section.title.zh: [topic.label.zh for topic in section.topics] for section in kind.sections}
    found = {section.title.plain: [topic.label.plain for topic in section.topics] for section in sample.planned.report.sections}
    assert list(found) == list(wanted)
    missing = {name: [label for label in labels if label not in found[name]] for name, labels in wanted.items()}
    assert missing == {name: [] for name in wanted}


def test_some_metric_misses_its_target_and_some_is_better_when_low(sample: Built) -> None:
    verdicts = {fact["text"].split(" ")[-1] for fact in sample.facts.values() if fact["aspect"] in {"verdict", "status"}}
    assert {"超额完成", "达成", "待改进", "未达成"} & verdicts >= {"超额完成", "未达成"}
    assert any("lower is better" in fact["formula"] for fact in sample.facts.values())
