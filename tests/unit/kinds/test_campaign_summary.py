from __future__ import annotations

from engine.kinds import KINDS
from engine.kinds.campaign_summary import DEFINITION
from engine.kinds.definition import Form


def test_it_is_a_document_of_five_chapters() -> None:
    assert KINDS.get("campaign-summary") is DEFINITION
    assert DEFINITION.form is Form.PAPER
    assert [section.title.zh for section in DEFINITION.sections] == [
        "活动概述", "活动执行情况", "活动成果分析", "经验总结与改进建议", "后续计划",
    ]  # fmt: skip
    assert [len(section.topics) for section in DEFINITION.sections] == [2, 2, 3, 2, 3]
