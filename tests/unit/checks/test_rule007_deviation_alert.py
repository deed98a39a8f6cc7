from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.rule007_deviation_alert import DEFINITION
from engine.model.settings import Settings
from tests.support.findings import found, reading
from tests.support.sentences import METRICS_ZH

FAR = METRICS_ZH.replace("target: 1亿", "target: 1.3亿").replace(
    "target: 100, unit: 元, better: lower", "target: 70, unit: 元, better: lower"
)
"""成交额 26.2% short of its target; 获客成本 28.6% above what it may be."""
ROW = "- tracking:\n    - {{module: 增长, goal: 全年增长 20%, plan: 直播, metric: {metric}, {rest}owner: 陈立, due: '{due}'}}"
REMEDY = "cause: 停播, measure: 恢复直播, "


@pytest.mark.parametrize(("metric", "share"), [("gmv", "26.2%"), ("cac", "28.6%")])
def test_a_tracked_row_answers_for_itself(metric: str, share: str, tmp_path: Path) -> None:
    blocks = ROW.format(metric=metric, rest="cause: 停播, ", due="7/20")
    assert found("RULE007", reading(tmp_path, blocks, metrics=FAR)) == [f"14:64 '增长' is {share} off its target and has no measure"]


def test_the_measure_is_due_in_time(tmp_path: Path) -> None:
    late = ROW.format(metric="gmv", rest=REMEDY, due="10 月 20 日")
    assert found("RULE007", reading(tmp_path, late, metrics=FAR)) == [
        "14:64 '增长' is 26.2% off its target; its measure is due on 2025-10-20, not within 30 days"
    ]
    assert found("RULE007", reading(tmp_path, late, metrics=FAR, settings=Settings(response=120))) == []
    assert found("RULE007", reading(tmp_path, ROW.format(metric="gmv", rest=REMEDY, due="7 月 20 日"), metrics=FAR)) == []


def test_a_major_deviation_has_a_day(tmp_path: Path) -> None:
    blocks = ROW.format(metric="gmv", rest=REMEDY, due="7 月 20 日")
    assert found("RULE007", reading(tmp_path, blocks, metrics=FAR, settings=Settings(major=0.25))) == [
        "14:64 '增长' is 26.2% off its target; its measure is due on 2025-07-20, not within 1 day"
    ]


def test_a_kpi_outside_tracking_is_answered_anywhere(tmp_path: Path) -> None:
    assert found("RULE007", reading(tmp_path, "- kpis: [gmv, newcomers]", metrics=FAR)) == [
        "1:1 '成交额' is 26.2% off its target and has no cause, no measure, no date"
    ]
    words = "- kpis: [gmv, newcomers]\n- text: 成交额的缺口来自停播，措施是 7 月 20 日恢复直播。"
    assert found("RULE007", reading(tmp_path, words, metrics=FAR)) == []


@pytest.mark.parametrize("blocks", ["- kpis: [gmv, cac, orders]", ROW.format(metric="gmv", rest="", due="9/30")])
def test_small_deviations_raise_no_alert(blocks: str, tmp_path: Path) -> None:
    assert found("RULE007", reading(tmp_path, blocks)) == []


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, ROW.format(metric="gmv", rest="", due="7/20"), metrics=FAR))
    assert finding.message.zh == "“增长”偏离目标 26.2%，没有写原因、措施"
    assert finding.hint and finding.hint.zh == "补上偏差原因、优化措施和完成时限"
