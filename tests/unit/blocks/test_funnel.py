from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import FULL, grid, one, refusal


def rows(content: str) -> str:
    block = one(content, definitions=FULL)
    assert isinstance(block, Table)
    return grid(block)


def test_each_stage_and_the_whole_way() -> None:
    assert rows("- funnel: [reached, clicked, paid]") == (
        "环节 | 规模 | 环节转化率 | 流失率 | 总转化率\n"
        "触达 | 2,500 万人 |  |  | \n"
        "点击 | 525.0 万人 | 21.0% | 79.0% | 21.0%\n"
        "支付 | 157.5 万人 | 30.0% | 70.0% | 6.3%"
    )


def test_against_last_year_in_points() -> None:
    assert rows("- funnel: {stages: [reached, clicked, paid], previous: true}").splitlines()[1:] == [
        "触达 | 2,500 万人 |  |  |  |  | ",
        "点击 | 525.0 万人 | 21.0% | 79.0% | 21.0% | 20.0% | +1.0 个百分点",
        "支付 | 157.5 万人 | 30.0% | 70.0% | 6.3% | 40.5% | −10.5 个百分点",
    ]


def test_a_stage_without_last_year_leaves_blanks() -> None:
    assert rows("- funnel: {stages: [events, clicked], previous: true}").splitlines()[2].endswith(" |  | ")


def test_an_unknown_stage_leaves_no_funnel() -> None:
    assert refusal("- funnel: [reached, klicked]", definitions=FULL) == "report.yaml:1:21: FACT001 没有指标“klicked”"
