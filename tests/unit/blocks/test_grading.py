from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import FULL, grid, one, refusal


def test_factors_score_letter_and_action() -> None:
    block = one("- grading: {metric: channel_score, actions: {A: 加码, B: 稳投, 商城: 复核}}", definitions=FULL)
    assert isinstance(block, Table)
    assert grid(block) == (
        "等级 | 渠道 | ROAS | 场次 场 | 渠道评分 | 处置\n"
        "A[square] | 社群 | 7.28 | 1 | 100.0 | 加码\n"
        "B[square] | 商城 | 5.06 | 3 | 60.5 | 复核\n"
        "C[square] | 直播间 | 2.88 | 2 | 42.2 | "
    )
    assert block.note.plain == "各项以最优者为 100 分，按权重加总：ROAS 75%、场次 25%；A≥80 B≥60"


def test_without_actions() -> None:
    block = one("- grading: channel_score", definitions=FULL)
    assert isinstance(block, Table)
    assert grid(block).splitlines()[0] == "等级 | 渠道 | ROAS | 场次 场 | 渠道评分"


def test_a_metric_without_grading() -> None:
    assert refusal("- grading: gmv").endswith("FACT011 指标“gmv”没有定义分级规则")
