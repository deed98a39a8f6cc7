from __future__ import annotations

from engine.kinds import KINDS
from engine.kinds.annual_plan import DEFINITION
from engine.kinds.definition import Form


def test_it_is_a_deck_of_six_parts() -> None:
    assert KINDS.get("annual-plan") is DEFINITION
    assert DEFINITION.form is Form.DECK
    assert [section.title.zh for section in DEFINITION.sections] == [
        "年度目标设定", "渠道策略布局", "内容矩阵规划", "数据监测体系", "资源协同管理", "执行推进节点",
    ]  # fmt: skip
    assert [len(section.topics) for section in DEFINITION.sections] == [3, 3, 3, 3, 3, 3]
