from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.rule003_smart_goal import DEFINITION
from tests.support.findings import found, reading

ROW = "- tracking:\n    - {{module: 增长, goal: '{goal}', plan: 直播, metric: {metric}, cause: 停播, measure: 恢复, owner: 陈立, due: '{due}'}}"
PLAN = "- plan:\n    - {{action: 改版, owner: 陈立, due: 8/31, target: '{target}'}}"


def goal(tmp_path: Path, words: str, *, metric: str = "newcomers", due: str = "9/30") -> list[str]:
    return found("RULE003", reading(tmp_path, ROW.format(goal=words, metric=metric, due=due)))


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("提升品牌知名度", "a figure"),
        ("新增会员 6 万人", "a baseline or growth"),
        ("2026 年 9 月底前由 5 万人提高到 6 万人", "a deadline inside the period (2026-09-30 is outside)"),
    ],
)
def test_what_a_goal_lacks_is_told(words: str, lacks: str, tmp_path: Path) -> None:
    assert goal(tmp_path, words) == [f"14:36 the goal {words!r} lacks {lacks}"]


def test_a_goal_needs_a_day(tmp_path: Path) -> None:
    blocks = ROW.format(goal="由 5 万人提高到 6 万人", metric="newcomers", due="x").replace("due: 'x'", "due: ''")
    assert found("RULE003", reading(tmp_path, blocks)) == ["14:36 the goal '由 5 万人提高到 6 万人' lacks a deadline"]


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("9 月底前由 5 万人提高到 6 万人", "newcomers"),
        ("新增会员同比增长 20%", "newcomers"),
        ("成交额达到 1 亿元", "gmv"),  # the metric is compared with last year: that is its baseline
        ("成交额达到 {{ m.gmv.target }}", "gmv"),
        ("四季度由 5 万人提高到 6 万人", "newcomers"),
    ],
)
def test_a_goal_with_figure_baseline_and_day_passes(words: str, metric: str, tmp_path: Path) -> None:
    assert goal(tmp_path, words, metric=metric) == []


@pytest.mark.parametrize(
    ("target", "count"),
    [("提升用户体验", 1), ("进一步优化流程", 1), ("支付率 ≥81%", 0), ("反馈减半", 0), ("三层权益各有主推", 0), ("按期上线", 0)],
)
def test_targets_of_plans_must_be_checkable(target: str, count: int, tmp_path: Path) -> None:
    assert len(found("RULE003", reading(tmp_path, PLAN.format(target=target)))) == count


def test_the_suggestion_names_the_metric(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, ROW.format(goal="提升成交规模", metric="gmv", due="9/30")))
    assert finding.message.zh == "目标“提升成交规模”缺可衡量的数值"
    assert finding.hint and finding.hint.zh == "如：9 月底前成交额由 {{ m.gmv.previous }} 达到 {{ m.gmv.target }}"
