from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.metrics.attribution import attributed, credits_of, definition_of
from engine.metrics.conditions import Between, Is, NoneOf
from engine.metrics.problems import FactError
from engine.metrics.query import Queries
from engine.metrics.special import Attribution, Model
from engine.model.tables import Cell
from tests.support.review import AT, TABLES, queries, table

RULE = Attribution("paths", "路径", "步", "渠道", "支付", Model.LINEAR, half_life=1.0, at=AT)


@pytest.mark.parametrize(
    ("model", "touches", "expected"),
    [
        (Model.LAST, 3, [0, 0, 1]),
        (Model.FIRST, 3, [1, 0, 0]),
        (Model.LINEAR, 4, [0.25] * 4),
        (Model.POSITION, 1, [1]),
        (Model.POSITION, 2, [0.5, 0.5]),
        (Model.POSITION, 4, [0.4, 0.1, 0.1, 0.4]),
        (Model.DECAY, 3, [1 / 7, 2 / 7, 4 / 7]),
    ],
)
def test_who_gets_how_much(model: Model, touches: int, expected: list[float]) -> None:
    assert credits_of([float(step) for step in range(touches)], replace(RULE, model=model)) == pytest.approx(expected)


@given(
    st.sampled_from(list(Model)),
    st.lists(st.integers(0, 400), min_size=1, max_size=30),
    st.floats(0.1, 60),
    st.tuples(st.floats(0.05, 0.5), st.floats(0.05, 0.5)),
)
def test_the_credits_of_a_path_add_up_to_one(model: Model, times: list[int], half_life: float, ends: tuple[float, float]) -> None:
    shares = credits_of(sorted(map(float, times)), replace(RULE, model=model, half_life=half_life, ends=ends))
    assert sum(shares) == pytest.approx(1)
    assert min(shares) >= 0


def test_parts_add_up_and_name_their_rows() -> None:
    whole = attributed(queries(), RULE)
    live, rest = attributed(queries(), RULE, (Is("渠道", "直播间"),)), attributed(queries(), RULE, (NoneOf("渠道", ("直播间",)),))
    assert whole.raw == pytest.approx(160)
    assert live.raw == pytest.approx(100 / 3 + 25)
    assert (live.raw or 0) + (rest.raw or 0) == pytest.approx(160)
    assert [str(cells) for cells in live.source.ranges] == ["data/paths.csv!A3:B5", "data/paths.csv!D3:D5"]
    assert live.source.query == "SELECT linear_touch(支付, 路径, 步) FROM paths WHERE 渠道 = '直播间'"
    assert "NOT IN ('直播间')" in rest.source.query


PATHS = table(
    "paths",
    {
        "路径": ["P1", "P1", "P2", "P2", "P3", "P4"],
        "日期": [dt.date(2025, 3, 30), dt.date(2025, 4, 2), dt.date(2025, 6, 29), dt.date(2025, 7, 1), dt.date(2025, 5, 5), None],
        "渠道": ["抖音", "微信", "抖音", "微信", "微信", "抖音"],
        "支付": [None, 100.0, None, 60.0, 40.0, 7.0],
        "步": [1.0, 2.0, 1.0, 2.0, 1.0, 1.0],
    },
)
SECOND_QUARTER = Between("日期", dt.date(2025, 4, 1), dt.date(2025, 6, 30))


def test_a_path_belongs_to_the_period_in_which_it_ends() -> None:
    asked, rule = Queries({"paths": PATHS}), replace(RULE, time="日期")
    assert attributed(asked, rule).raw == pytest.approx(200)  # P4 has no date: it is no touch
    inside = attributed(asked, rule, (), SECOND_QUARTER)
    assert inside.raw == pytest.approx(140)
    assert inside.source.query == (
        "SELECT linear_touch(支付, 路径, 日期) FROM paths WHERE last(日期) BETWEEN DATE '2025-04-01' AND DATE '2025-06-30'"
    )
    assert attributed(asked, rule, (Is("渠道", "抖音"),), SECOND_QUARTER).raw == pytest.approx(50)  # touched in March, paid in April
    assert [str(cells) for cells in inside.source.ranges] == ["data/paths.csv!A2:B6", "data/paths.csv!D2:D6"]


def test_the_day_may_stand_in_another_column_than_the_order() -> None:
    found = attributed(Queries({"paths": PATHS}), RULE, (), SECOND_QUARTER)
    assert found.raw == pytest.approx(140)
    nothing = attributed(Queries({"paths": PATHS}), RULE, (), Between("日期", dt.date(2024, 1, 1), dt.date(2024, 6, 30)))
    assert (nothing.raw, nothing.source.ranges) == (None, ())
    assert nothing.reason is not None and nothing.reason.en == "no path meets the condition"


def test_a_period_needs_a_column_of_dates() -> None:
    for column, code in (("日", "FACT003"), ("步", "FACT004")):
        with pytest.raises(FactError) as trouble:
            attributed(Queries({"paths": PATHS}), RULE, (), replace(SECOND_QUARTER, column=column))
        assert (trouble.value.code, trouble.value.at) == (code, AT)


def test_a_condition_on_the_rows() -> None:
    found = attributed(queries(), replace(RULE, where="路径 = 'P2'"))
    assert (found.raw, found.source.query) == (50, "SELECT linear_touch(支付, 路径, 步) FROM paths WHERE (路径 = 'P2')")
    assert attributed(queries(), replace(RULE, where="路径 = 'P9'")).raw is None


def test_touches_are_put_in_order_of_time() -> None:
    rows: dict[str, list[Cell]] = {"路径": ["P", "P"], "步": [2.0, 1.0], "渠道": ["后", "前"], "支付": [None, 8.0]}
    mixed = Queries({"paths": table("paths", rows)})
    assert attributed(mixed, replace(RULE, model=Model.LAST), (Is("渠道", "后"),)).raw == 8


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (replace(RULE, path="用户"), "FACT003 数据表“paths”没有列“用户”"),
        (replace(RULE, time="渠道"), "FACT004 表达式“渠道”不可用：列“渠道”应是日期或步序"),
        (replace(RULE, path="渠道"), "FACT004 表达式“支付”不可用：路径“社群”有不同的转化值：50、100"),
    ],
)
def test_mistakes(rule: Attribution, expected: str) -> None:
    with pytest.raises(FactError) as caught:
        attributed(Queries(TABLES), rule)
    assert f"{caught.value.code} {caught.value.message.zh}" == expected


def test_definitions_say_the_shares() -> None:
    told = {model: definition_of(replace(RULE, model=model, half_life=7)) for model in Model}
    assert told[Model.POSITION].zh == "首触点 40%、末触点 40%，其余 20% 由中间触点均分"
    assert told[Model.DECAY].en == "later touches get more; 7 days (steps) earlier halve the weight"
    assert len({phrase.zh for phrase in told.values()}) == 5
