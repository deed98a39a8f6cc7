from __future__ import annotations

from engine.base.diagnostics import Language
from engine.model.blocks import Table
from tests.support.review import FULL, grid, one, refusal


def lines(content: str, language: Language = Language.ZH) -> str:
    block = one(content, language=language, definitions=FULL)
    assert isinstance(block, Table)
    return grid(block)


def test_lines_state_action_and_owner() -> None:
    assert lines("- alerts: [watched]") == (
        "指标 | 当前 | 黄线 | 红线 | 状态 | 触线后动作 | 负责人\n"
        "单月 GMV | 4,147 万元 | 环比升 50%、低于 1000万 | 环比升 100% | 红线预警[missed] | 查刷量；停投 | 林晓"
    )


def test_a_plan_shows_the_lines_alone() -> None:
    assert lines("- alerts: {metrics: [watched], value: 目标, state: false, owner: false}") == (
        "指标 | 目标 | 黄线 | 红线 | 触线后动作\n单月 GMV | 4,147 万元 | 环比升 50%、低于 1000万 | 环比升 100% | 查刷量；停投"
    )


def test_in_english() -> None:
    assert "up 50% vs prior, below 1000万 | up 100% vs prior | Red alert" in lines("- alerts: [watched]", Language.EN)


def test_a_metric_without_thresholds() -> None:
    assert refusal("- alerts: [gmv]") == "report.yaml:1:3: FACT011 指标“gmv”没有定义报警阈值"
    assert refusal("- alerts: [gvm]") == "report.yaml:1:12: FACT001 没有指标“gvm”"
