from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from engine.base.diagnostics import Findings
from engine.compose.conditions import MAX_REPEATS, holds, repeated
from engine.compose.jinja import Templates
from engine.load.prose import Prose
from tests.support.content import HEAD, TABLES, WITH_TABLES, compose_report, told

TEMPLATES = Templates({})
SCOPE: Mapping[str, Any] = {"t": {"rows": ({"n": 1}, {"n": 2})}, "year": 2025, "word": "x", "long": tuple(range(MAX_REPEATS + 1))}


@pytest.mark.parametrize(
    ("when", "answer"),
    [(None, True), (True, True), (False, False), ("year > 2024", True), ("year > 2025", False), ("t.rows", True), ("not t.rows", False)],
)
def test_when(when: str | bool | None, *, answer: bool) -> None:
    findings = Findings()
    assert holds(Prose(when) if isinstance(when, str) else when, TEMPLATES, SCOPE, findings) is answer
    assert findings.items == []


def test_a_mistake_counts_as_true_so_that_more_is_looked_at() -> None:
    findings = Findings()
    assert holds(Prose("yaer > 2024"), TEMPLATES, SCOPE, findings)
    assert holds(Prose("word"), TEMPLATES, SCOPE, findings)
    assert told(findings) == [": YAML030 there is no 'yaer'", ": YAML035 'word' is neither true nor false"]


def scopes(rows: str | None) -> tuple[list[object], list[str]]:
    findings = Findings()
    result = repeated(None if rows is None else {"row": Prose(rows)}, TEMPLATES, SCOPE, findings)
    return [scope.get("row") for scope in result], told(findings)


def test_for_each() -> None:
    assert scopes(None) == ([None], [])
    assert scopes("t.rows") == ([{"n": 1}, {"n": 2}], [])
    assert scopes("t.rows[:1]") == ([{"n": 1}], [])
    assert scopes("word") == ([], [": YAML035 'word' is no table"])
    assert scopes("long") == ([], [": YAML035 201 repetitions, the limit is 200"])
    assert scopes("t.row") == ([], [": YAML030 there is no 'row'"])


def test_topics_repeat_for_rows_that_meet_the_condition(tmp_path: Path) -> None:
    topics = """sections:
  - title: 甲
    topics:
      - label: "{{ row.周 }}{{ row.渠道 }}"
        for_each: {row: t.weekly}
        when: row.GMV > 150 and m.gmv.by('渠道', row.渠道) > 0
        title: "{{ row.GMV }} 元"
        blocks: [{text: "{{ row.费用 }}"}]
"""
    report = compose_report(tmp_path, WITH_TABLES + topics, TABLES).expect_clean()
    assert [(topic.id, topic.label.plain, topic.title.plain) for topic in report.sections[0].topics] == [
        ("topic-1-1", "W2直播", "200 元"),
        ("topic-1-2", "W1私域", "300 元"),
    ]


def test_a_hidden_section_takes_no_number(tmp_path: Path) -> None:
    section = "  - {title: %s, when: %s, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}\n"
    content = HEAD + "sections:\n" + section % ("甲", "year < 2000") + section % ("乙", "true")
    report = compose_report(tmp_path, content).expect_clean()
    assert [(item.number, item.title.plain, item.topics[0].id) for item in report.sections] == [(1, "乙", "topic-1-1")]
