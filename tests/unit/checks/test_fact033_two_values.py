from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.findings import found, reading
from tests.support.sentences import METRICS_ZH


def test_a_second_value_is_found(tmp_path: Path) -> None:
    blocks = "- text: 成交额 {{ m.gmv }}。\n- text: 成交额达 9,300 万元，订单量为 12,000 单。"
    assert found("FACT033", reading(tmp_path, blocks)) == [
        "14:24 成交额 is written as '9,300 万元'; the data say 9,600\u00a0万元",
        "14:38 订单量 is written as '12,000 单'; the data say something else",
    ]


@pytest.mark.parametrize("sentence", ["成交额 {{ m.gmv }}，即 {{ m.gmv | yi }}。", "直播间成交额 300 万元。", "成交额同比 8.0%。"])
def test_roundings_parts_and_other_aspects_are_no_second_value(sentence: str, tmp_path: Path) -> None:
    assert found("FACT033", reading(tmp_path, f"- text: {sentence}")) == []


@pytest.mark.parametrize(
    ("other", "why"),
    [("value: min(本期), unit: 元", "have different values"), ("value: max(本期), unit: 件", "have different units")],
)
def test_two_metrics_of_one_name_are_found(other: str, why: str, tmp_path: Path) -> None:
    metrics = METRICS_ZH + f"gmv2: {{label: 成交额, table: d, where: \"项 = 'GMV'\", {other}, source: 中台}}\n"
    metrics = metrics.replace("where: \"项 = 'GMV'\", value: min", "value: min")
    read = reading(tmp_path, "- text: 成交额 {{ m.gmv }} 与 {{ m.gmv2 }}。", metrics=metrics)
    assert found("FACT033", read) == [f"6:1 metrics gmv and gmv2 are both called '成交额' and {why}"]


def test_a_metric_that_is_not_printed_disturbs_nobody(tmp_path: Path) -> None:
    metrics = METRICS_ZH + "gmv2: {label: 成交额, table: d, value: min(本期), unit: 元, source: 中台}\n"
    assert found("FACT033", reading(tmp_path, "- text: 成交额 {{ m.gmv }}。", metrics=metrics)) == []
