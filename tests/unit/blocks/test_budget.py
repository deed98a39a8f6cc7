from __future__ import annotations

import pytest

from engine.model.blocks import Shares
from engine.model.charts import Emphasis
from tests.support.review import build, one, refusal

TABLE = "- budget: {title: 下半年, table: budget, label: 科目, amount: 金额, note: 说明, reserve_label: 储备金}"
WRITTEN = "- budget: {items: [{label: 媒介, amount: 75万, note: 优先}, {label: 储备, amount: 25万, reserve: true}]}"


def shares(content: str) -> Shares:
    block = one(content)
    assert isinstance(block, Shares)
    return block


def outline(found: Shares) -> list[str]:
    return [
        f"{item.label.plain} {item.amount.plain} {item.ratio_text.plain}{' ◻' if item.hollow else ''} {item.note.plain}".strip()
        for item in found.items
    ]


def test_a_table_is_divided() -> None:
    found = shares(TABLE)
    assert (found.title.plain, found.unit) == ("下半年", "万元")
    assert outline(found) == ["媒介 1,330 47% A 级优先", "补贴 1,064 37% 分档权益", "储备金 456 16% ◻"]


def test_the_bar_has_one_series_per_item_and_the_reserve_is_hollow() -> None:
    data = shares(TABLE).data
    assert (data.kind, data.categories, [series.name for series in data.series]) == ("stacked", ("下半年",), ["媒介", "补贴", "储备金"])
    assert [series.emphasis for series in data.series] == [Emphasis.AUTO, Emphasis.AUTO, Emphasis.HOLLOW]
    assert sum(series.values[0] or 0 for series in data.series) == pytest.approx(1)
    assert data.series[0].style.office == '0"%"'


def test_written_items_have_their_place_as_source() -> None:
    assert outline(shares(WRITTEN)) == ["媒介 75.0 75% 优先", "储备 25.0 25% ◻"]
    assert shares(WRITTEN).title.plain == "预算分配"
    built = build(WRITTEN)
    fact = built.ledger.get("typed(媒介=75万)|row")
    assert fact is not None and str(fact.source.defined_at) == "report.yaml:1:40"


def test_amounts_know_their_cell() -> None:
    fact = build(TABLE).ledger.get("budget.csv!B4|row")
    assert fact is not None and [str(cells) for cells in fact.source.ranges] == ["data/budget.csv!B4"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{title: x}", "YAML025 预算的数据要么写 items，要么来自一张表"),
        ("{items: [{label: a, amount: 0}]}", "FACT013 这张图画不出来：各项金额要不小于 0，合计大于 0"),
        ("{items: [{label: a, amount: 5}, {label: b, amount: -3}]}", "FACT013 这张图画不出来：各项金额要不小于 0，合计大于 0"),
        ("{table: budget, label: 科目, amount: 说明}", "FACT013 这张图画不出来：budget.csv!C2 不是金额"),
        ("{table: budget, label: 科, amount: 金额}", "FACT003 数据表“budget”没有列“科”"),
        ("{table: budgets, label: 科目, amount: 金额}", "FACT002 没有数据表“budgets”"),
    ],
)
def test_what_cannot_be_divided(content: str, expected: str) -> None:
    assert refusal(f"- budget: {content}").endswith(expected)
