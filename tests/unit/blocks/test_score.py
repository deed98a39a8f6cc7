from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import FULL, build, grid, one, refusal


def test_weights_capped_attainments_and_points() -> None:
    block = one("- score: total_score", definitions=FULL)
    assert isinstance(block, Table)
    assert grid(block) == (
        "指标 | 权重 | 完成率 | 计分完成率 | 得分\n"
        "活动 GMV | 60% | 107.0%[exceed] | 105.0% | 63.0\n"
        "活动费用 | 20% | 104.2%[met] | 104.2% | 20.8\n"
        "新客次月留存率 | 20% | 85.0%[missed] | 85.0% | 17.0\n"
        "= 合计 |  |  |  | 100.8"
    )
    assert block.note.plain == "完成率（封顶 105%）按权重加总：活动 GMV 60%、活动费用 20%、新客次月留存率 20%"


def test_every_figure_is_a_fact_with_its_formula() -> None:
    facts = {fact.id: fact.formula for fact in build("- score: total_score", definitions=FULL).ledger.facts}
    assert facts["total_score[gmv].counted"] == "gmv.attainment, at most 1.05"
    assert facts["total_score[gmv].points"] == "total_score[gmv].weight × total_score[gmv].counted × 100"


def test_a_metric_without_a_score() -> None:
    assert refusal("- score: gmv").endswith("FACT011 指标“gmv”没有定义记分规则")
