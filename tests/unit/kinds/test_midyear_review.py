from __future__ import annotations

from engine.blocks import BLOCKS
from engine.kinds import KINDS
from engine.kinds.definition import Form
from engine.kinds.midyear_review import DEFINITION


def test_it_is_a_deck_of_six_parts() -> None:
    assert KINDS.get("midyear-review") is DEFINITION
    assert DEFINITION.form is Form.DECK
    assert [section.title.zh for section in DEFINITION.sections] == [
        "开场与概述", "上半年业绩回顾", "关键活动案例分析", "运营挑战与应对", "下半年计划部署", "总结与未来展望",
    ]  # fmt: skip
    assert [len(section.topics) for section in DEFINITION.sections] == [3, 3, 3, 3, 3, 2]


def test_every_topic_names_blocks_that_exist_and_is_said_in_both_languages() -> None:
    for topic in (topic for kind in KINDS for section in kind.sections for topic in section.topics):
        assert set(topic.blocks) <= set(BLOCKS.names), topic.label.en
        assert all((topic.label.zh, topic.label.en, topic.carries.zh, topic.carries.en))
