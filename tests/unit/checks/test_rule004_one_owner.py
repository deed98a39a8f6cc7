from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.rule004_one_owner import DEFINITION, owners
from tests.support.findings import found, reading

ROW = "- plan:\n    - {{action: 改版, owner: '{owner}', due: 8/31}}"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("陈立", ("陈立",)),
        ("陈立、周敏", ("陈立", "周敏")),
        ("陈立/周敏", ("陈立", "周敏")),
        ("陈立 & 周敏", ("陈立", "周敏")),
        ("陈立和周敏", ("陈立", "周敏")),
        ("和平", ("和平",)),
        ("品牌与公关部", ("品牌与公关部",)),
        ("市场部和财务部", ("市场部", "财务部")),
        ("Priya Shah", ("Priya Shah",)),
        ("Priya Shah and Jonas Reed", ("Priya Shah", "Jonas Reed")),
        ("Anders Sandberg", ("Anders Sandberg",)),
        ("各部门", ()),
        ("待定", ()),
        ("TBD", ()),
        ("", ()),
    ],
)
def test_owners_are_counted(words: str, named: tuple[str, ...]) -> None:
    assert owners(words) == named


def test_several_owners_and_none_are_found(tmp_path: Path) -> None:
    assert found("RULE004", reading(tmp_path, ROW.format(owner="陈立、周敏"))) == ["14:37 '改版' has 2 owners: 陈立, 周敏"]
    assert found("RULE004", reading(tmp_path, ROW.format(owner="各部门"))) == ["14:37 '改版' has no owner"]
    assert found("RULE004", reading(tmp_path, ROW.format(owner="陈立"))) == []


def test_every_table_with_an_owner_is_looked_at(tmp_path: Path) -> None:
    blocks = """
- milestones:
    - {date: 8/31, milestone: 上线, acceptance: 全量, owner: 甲、乙}
- risks:
    - {risk: 断货, trigger: 备货不足, probability: 高, impact: 高, plan: 换款, owner: 甲、乙}
- diagnosis:
    - {problem: 慢, evidence: 见表, cause: 少人, measure: 加人, owner: 甲、乙, due: 8/31}
- tracking:
    - {module: 增长, goal: 全年增长 20%, plan: 直播, metric: gmv, owner: 甲、乙, due: 9/30}
"""
    assert [line.split(" ", 1)[1] for line in found("RULE004", reading(tmp_path, blocks))] == [
        "'上线' has 2 owners: 甲, 乙",
        "'断货' has 2 owners: 甲, 乙",
        "'加人' has 2 owners: 甲, 乙",
        "'增长' has 2 owners: 甲, 乙",
    ]


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, ROW.format(owner="陈立、周敏")))
    assert finding.message.zh == "“改版”有 2 个负责人：陈立、周敏"
    assert finding.hint and finding.hint.zh == "只写一位负责人，其余写成协作"
