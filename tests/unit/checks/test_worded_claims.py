"""What the table of sentences does not show: which number a number in words tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.skeleton import sentences
from engine.checks.worded_claims import worded_contradictions
from tests.support.findings import reading


def claims(root: Path, sentence: str) -> list[str]:
    read = reading(root, f"- text: '{sentence}'")
    (said,) = [said for said in read.texts if said.topic and said.plain not in {"乙", "丙"}]
    return [
        f"{found.words} | {found.number.text} | {found.truth.en}" for part in sentences(said, read) for found in worded_contradictions(part)
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("成交额同比增长两成，达 {{ m.gmv }}。", ["两成 | +3.0% | '两成' is about 20%"]),
        ("成交额环比增长两成，达 {{ m.gmv }}。", ["两成 | -2.0% | '两成' is about 20%"]),
        ("成交额仅完成目标的一半，为 {{ m.gmv }}。", ["一半 | 96.0% | '一半' is about 50%"]),
        ("完成率 {{ m.gmv.attainment }}（近八成）。", ["近八成 | 96.0% | '近八成' is about 80%"]),
        ("完成率 {{ m.gmv.attainment }}，不到九成。", ["不到九成 | 96.0% | '不到九成' is about 90%"]),
        ("完成率 {{ m.gmv.attainment }}，九成五。", []),
        ("完成率 {{ m.gmv.attainment }}，两成顾客来自社群。", []),
        ("同比增长两成，成交额 {{ m.gmv }}、订单量 {{ m.orders }}。", []),
        ("转化率同比提升两成，达 {{ m.rate }}。", []),
        ("两成（{{ m.gmv }}）。", []),
    ],
)
def test_the_number_that_is_told(sentence: str, found: list[str], tmp_path: Path) -> None:
    assert claims(tmp_path, sentence) == found
