from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.fact031_typed_fact import DEFINITION
from tests.support.findings import found, reading


@pytest.mark.parametrize(
    ("sentence", "expression"),
    [
        ("成交额完成率 96.0%，还差一步。", "m.gmv.attainment (成交额)"),
        ("一共 10,440 单。", "m.orders (订单量)"),
        ("成交额 0.96 亿元。", "m.gmv (成交额)"),
        ("获客成本目标 100 元。", "m.cac.target (获客成本)"),
        ("成交额同比 3.0%。", "m.gmv.yoy (成交额)"),
    ],
)
def test_the_expression_is_offered(sentence: str, expression: str, tmp_path: Path) -> None:
    (finding,) = found("FACT031", reading(tmp_path, f"- text: {sentence}"))
    assert finding.endswith(f"is typed; it is {expression}")


def test_a_part_that_is_printed_somewhere_is_offered_too(tmp_path: Path) -> None:
    metrics = "every: {label: 合计, table: d, value: sum(本期), unit: 个, source: 中台}\n"
    blocks = "- text: \"订单类 {{ m.every.by('项', 'ORD') }}。\"\n- text: 那一类有 10,440 个。"
    (finding,) = DEFINITION.run(reading(tmp_path, blocks, metrics=metrics))
    assert finding.hint and finding.hint.en == "write {{ m.every.by('项', 'ORD') }}"


@pytest.mark.parametrize("sentence", ["约 96% 的问卷。", "占比 10.4%。", "花了 9,600 元。"])
def test_a_coincidence_is_none(sentence: str, tmp_path: Path) -> None:
    assert found("FACT031", reading(tmp_path, f"- text: {sentence}")) == []
