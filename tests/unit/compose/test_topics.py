from __future__ import annotations

from pathlib import Path

from engine.model.report import Report
from tests.support.content import TABLES, WITH_TABLES, compose_report, told

SECTION = """sections:
  - title: 上半年回顾
    summary: 目标与渠道
    lead: "完成 {{ m.gmv.attainment }}\\n但费用超出"
    questions:
      - {question: 目标完成了吗, answer: "{{ m.gmv.attainment }}", topics: [总览, 费用]}
    topics:
      - label: 总览
        title: GMV {{ m.gmv }}
        takeaway: 费用 {{ m.cost }}。
        notes: 先说 **结论**。
        layout: split
        blocks: [{text: 好}]
      - {label: 费用, title: 费用, source: 财务口径, blocks: [{text: "{{ m.cost }}"}]}
      - {label: 附, title: 附, blocks: [{text: 无数字}]}
"""


def report(root: Path, content: str = SECTION) -> Report:
    return compose_report(root, WITH_TABLES + content, TABLES).expect_clean()


def test_sections_and_topics_have_stable_names(tmp_path: Path) -> None:
    (section,) = report(tmp_path).sections
    assert (section.id, section.number, section.title.plain, section.summary.plain) == ("section-1", 1, "上半年回顾", "目标与渠道")
    assert section.lead.plain == "完成 120.0%\n但费用超出"
    assert [topic.id for topic in section.topics] == ["topic-1-1", "topic-1-2", "topic-1-3"]
    topic = section.topics[0]
    assert (topic.title.plain, topic.takeaway.plain, topic.notes.plain, topic.layout) == (
        "GMV 600\u00a0元",
        "费用 90\u00a0元。",
        "先说 结论。",
        "split",
    )
    assert str(topic.where) == "content/r/report.yaml:14:9"


def test_source_is_collected_from_the_metrics_printed(tmp_path: Path) -> None:
    topics = report(tmp_path).sections[0].topics
    assert [topic.source.plain for topic in topics] == ["交易中台、财务系统", "财务口径", ""]


def test_questions_know_their_topics(tmp_path: Path) -> None:
    (question,) = report(tmp_path).sections[0].questions
    assert (question.answer.plain, question.topics) == ("120.0%", ("topic-1-1", "topic-1-2"))


def test_a_question_about_no_topic_is_told(tmp_path: Path) -> None:
    outcome = compose_report(tmp_path, WITH_TABLES + SECTION.replace("[总览, 费用]", "[总揽, 费用]"), TABLES)
    assert told(outcome.diagnostics) == ["12:71: YAML036 this section has no topic '总揽'"]


def test_a_question_about_a_hidden_topic_is_no_mistake(tmp_path: Path) -> None:
    hidden = SECTION.replace("label: 费用, title", "label: 费用, when: false, title")
    (question,) = report(tmp_path, hidden).sections[0].questions
    assert question.topics == ("topic-1-1",)
