from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.rule002_unmet_goal import DEFINITION
from tests.support.findings import found, reading

SHORT = "1:1 成交额 misses its target, and the report gives no cause and no measure"


def test_a_short_kpi_without_a_word_is_found(tmp_path: Path) -> None:
    assert found("RULE002", reading(tmp_path, "- kpis: [gmv, orders]")) == [SHORT]


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("成交额的缺口来自直播停播。", "no measure"),
        ("成交额下一步改为按周复盘。", "no cause"),
        ("订单的缺口来自直播停播，下一步改为按周复盘。", "no cause and no measure"),
    ],
)
def test_it_tells_what_is_missing(words: str, lacks: str, tmp_path: Path) -> None:
    assert found("RULE002", reading(tmp_path, f"- kpis: [gmv, newcomers]\n- text: {words}")) == [
        f"1:1 成交额 misses its target, and the report gives {lacks}"
    ]


DIAGNOSIS = """
- kpis: [gmv, newcomers]
- diagnosis:
    - {problem: 成交额差一口气, evidence: 见上表, cause: 直播停播, measure: 恢复直播, owner: 陈立, due: 8 月 1 日}
"""
TRACKING = """
- kpis: [gmv, newcomers]
- tracking:
    - {module: 增长, goal: 年底前达到一个亿, plan: 直播, metric: gmv, cause: 停播, measure: 恢复直播, owner: 陈立, due: 8 月 1 日}
"""


@pytest.mark.parametrize(
    "blocks",
    [DIAGNOSIS, TRACKING, "- kpis: [gmv, newcomers]\n- text: 成交额的缺口来自直播停播，下一步改为按周复盘。", "- kpis: [orders, cac]"],
)
def test_cause_and_measure_anywhere_are_enough(blocks: str, tmp_path: Path) -> None:
    assert found("RULE002", reading(tmp_path, blocks)) == []


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, "- kpis: [gmv, newcomers]"))
    assert finding.message.zh == "成交额未达目标，报告里没有写原因和措施"
    assert finding.hint and finding.hint.zh == "在 diagnosis 或 tracking 里加一行，或在正文里写明"
    assert DEFINITION.whole
