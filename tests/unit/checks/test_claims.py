"""What the table of sentences does not show: which number a word speaks of, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.claims import contradictions, may_claim
from engine.checks.said import Said
from engine.checks.skeleton import sentences
from engine.model.inlines import text
from tests.support.findings import reading
from tests.support.sentences import METRICS_ZH


def claims(root: Path, sentence: str, metrics: str = METRICS_ZH) -> list[str]:
    read = reading(root, f"- text: '{sentence}'", metrics=metrics)
    (said,) = [said for said in read.texts if said.topic and said.plain not in {"乙", "丙"}]
    return [f"{found.words} | {found.number.text} | {found.truth.en}" for part in sentences(said, read) for found in contradictions(part)]


def test_a_grade_speaks_of_the_nearest_number_before_it(tmp_path: Path) -> None:
    assert claims(tmp_path, "订单量 {{ m.orders }}，成交额 {{ m.gmv }} 达成目标。") == [
        "达成 | 9,600\u00a0万元 | the data say the target is not met"
    ]
    assert claims(tmp_path, "成交额 {{ m.gmv }}，订单量 {{ m.orders }} 达成目标。") == []


def test_a_range_cannot_be_exceeded_nor_lie_above_its_target(tmp_path: Path) -> None:
    metrics = (
        METRICS_ZH
        + 'use: {label: 执行率, table: d, value: "0.97", better: range, range: [0.95, 1.0], unit: "%", source: 台账, definition: 实际÷计划}\n'
    )
    assert claims(tmp_path, "执行率 {{ m.use }}，达成目标。", metrics) == []
    assert claims(tmp_path, "执行率 {{ m.use }}，高于目标。", metrics) == []
    assert claims(tmp_path, "执行率 {{ m.use }}，未达成。", metrics) == ["未达成 | 97.0% | the data say the target is met"]


def test_a_part_is_judged_by_its_own_attainment_only(tmp_path: Path) -> None:
    assert claims(tmp_path, """成交额 {{ m.gmv.by("项", "GMV") }}，达成目标。""") == []


def test_rounding_decides_what_is_met(tmp_path: Path) -> None:
    nearly = METRICS_ZH.replace("target: 1亿", "target: 9600.4万")
    assert claims(tmp_path, "完成率 {{ m.gmv.attainment }}，达成目标。", nearly) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "若同比增长 {{ m.orders.yoy }}，怎么办？",
        "能否超额完成 {{ m.gmv }}？",
        "增速收窄到 {{ m.gmv.yoy }}。",
        "成交额没有下降 {{ m.gmv.yoy }}。",
        "由 {{ m.gmv }} 增长到 {{ m.orders }}。",
        "超额部分归团队。",
    ],
)
def test_hopes_questions_and_other_quantities_are_left_alone(sentence: str, tmp_path: Path) -> None:
    assert claims(tmp_path, sentence) == []


def test_from_a_to_b_is_judged_in_a_plan_too(tmp_path: Path) -> None:
    assert claims(tmp_path, "计划把转化率由 {{ m.rate }} 提升到 {{ m.rate.previous }}。") == [
        "提升 | 3.0% | from 3.2% to 3.0% it is a fall"
    ]
    assert claims(tmp_path, "从 12% 提升到 9%。") == ["提升 | 9% | from 12% to 9% it is a fall"]


def test_the_calendar(tmp_path: Path) -> None:
    assert claims(tmp_path, "完成率 {{ m.gmv.attainment }}，进度落后 {{ m.gmv.pace }}。") == ["落后 | +46.1\u00a0个百分点 | it is ahead"]


def test_most_texts_are_passed_over_quickly() -> None:
    assert not may_claim(Said(text("没有数字的增长"), "没有数字的增长", "t"))
    assert not may_claim(Said(text("共 61 天"), "共 61 天", "t"))
    assert may_claim(Said(text("增长 3%"), "增长 3%", "t"))
