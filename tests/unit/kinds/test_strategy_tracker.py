from __future__ import annotations

from engine.kinds import KINDS
from engine.kinds.definition import Form
from engine.kinds.strategy_tracker import DEFINITION


def test_it_is_a_document_of_five_chapters() -> None:
    assert KINDS.get("strategy-tracker") is DEFINITION
    assert DEFINITION.form is Form.PAPER
    assert [section.title.zh for section in DEFINITION.sections] == [
        "策略与目标", "执行跟踪", "效果评估", "预算执行", "下期安排",
    ]  # fmt: skip
    assert [len(section.topics) for section in DEFINITION.sections] == [2, 2, 2, 2, 2]
