from __future__ import annotations

from pathlib import Path

from engine.checks.rule005_kpi_source import DEFINITION
from tests.support.findings import found, reading
from tests.support.sentences import METRICS_ZH

BARE = METRICS_ZH.replace("source: 中台, definition: 支付口径", "source: 中台").replace(
    "source: 埋点, definition: 支付除以访问", "owner: 陈立"
)


def test_a_printed_kpi_without_source_or_definition_is_found(tmp_path: Path) -> None:
    assert found("RULE005", reading(tmp_path, "- kpis: [gmv, rate, cac]", metrics=BARE)) == [
        "1:1 metric '成交额' has no definition",
        "5:1 metric '转化率' has no source and no definition",
    ]


def test_what_is_complete_or_not_printed_passes(tmp_path: Path) -> None:
    assert found("RULE005", reading(tmp_path, "- kpis: [cac, newcomers]", metrics=BARE)) == []


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, "- kpis: [gmv, newcomers]", metrics=BARE))
    assert finding.message.zh == "指标“成交额”没有写口径（definition）"
    assert finding.hint and finding.hint.zh == "在它的定义里补上"
