"""Figures of five teams worked out with pandas straight from the tables, and compared with the ledgers of their reports."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from tests.support.team_review import GOOD, MISSED, NEW, PLAIN, SHUT, TINY, facts, rows


@cache
def frame(file: str) -> pd.DataFrame:
    head, *body = rows(file)
    return pd.DataFrame(body, columns=head).apply(_numeric)


def _numeric(column: pd.Series[str]) -> pd.Series[float] | pd.Series[str]:
    bare = column.str.removesuffix("%")
    if not bare.str.fullmatch(r"[\d.]+").all():
        return column
    return bare.astype(float) * (0.01 if column.str.endswith("%").any() else 1)


def test_the_tables_add_up() -> None:
    weekly, targets = frame("weekly.csv"), frame("targets.csv").set_index("团队")
    assert (weekly["销售额"] == weekly["到店销售额"] + weekly["到家销售额"] + weekly["团购销售额"]).all()
    assert (weekly.groupby("团队")["周计划"].sum() == targets["销售额目标"]).all()
    assert (weekly.groupby("团队").size() == 13).all()
    assert set(frame("weekly-2024.csv")["团队"]) == set(targets.index) - {NEW}
    assert set(frame("actions.csv")["团队"]) == set(targets.index) - {GOOD}


def per_store(some: pd.DataFrame) -> float:
    return float(some["销售额"].sum() / some["门店数"].sum())


def by_hand(team: str) -> dict[str, float]:
    """Return facts by id, each worked out from the tables."""
    weekly, goals = frame("weekly.csv"), frame("targets.csv").set_index("团队").loc[team]
    own, last = weekly[weekly["团队"] == team], frame("weekly-2024.csv").query("团队 == @team")
    region = weekly[weekly["大区"] == own["大区"].iloc[0]]
    sales, orders, stores = own["销售额"].sum(), own["订单数"].sum(), own["门店数"].sum()
    loss, home = own["报损额"].sum() / sales, own["到家销售额"].sum() / sales
    ranks = region.groupby("团队")[["销售额", "门店数"]].sum().pipe(lambda sums: sums["销售额"] / sums["门店数"]).rank(ascending=False)
    august = own[own["月份"] == "8 月"]
    found = {
        "gmv.actual": sales,
        "gmv.target": own["周计划"].sum(),
        "gmv.attainment": sales / goals["销售额目标"],
        "aov.actual": sales / orders,
        "aov.deviation": sales / orders - goals["客单价目标"],
        "home_share.attainment": home / goals["到家率目标"],
        "loss_rate.actual": loss,
        "loss_rate.attainment": goals["报损率目标"] / loss,
        "members.actual": own["新会员"].sum(),
        "per_store.actual": sales / stores,
        "peak_week.actual": own["销售额"].max(),
        "low_week.actual": own["销售额"].min(),
        "region_per_store.actual": per_store(region),
        f"region_per_store[团队={team}].rank": ranks[team],
        "region_loss_rate.actual": region["报损额"].sum() / region["销售额"].sum(),
        "region_plan_rate.actual": region["销售额"].sum() / region["周计划"].sum(),
        "region_teams.actual": 10,
        "q4_gmv.actual": goals["四季度销售额"],
        "(q4_gmv.actual − gmv.actual)": goals["四季度销售额"] - sales,
        "weekly.sum(销售额)[月份=8 月]": august["销售额"].sum(),
    }
    if 0 < (met := (own["销售额"] >= own["周计划"]).sum()) < 13:  # all and none are said in words
        found["weeks_met.actual"] = met
    if len(last):
        before = last["销售额"].sum()
        found |= {
            "gmv.yoy": sales / before - 1,
            "home_share.yoy": home - last["到家销售额"].sum() / before,
            "per_store.yoy": per_store(own) / per_store(last) - 1,
            "members.yoy": own["新会员"].sum() / last["新会员"].sum() - 1,
        }
    return {name: float(value) for name, value in found.items()}


@pytest.mark.parametrize("team", [PLAIN, SHUT, MISSED, TINY, NEW])
def test_figures_are_those_of_a_notebook(team: str) -> None:
    known = {name.partition("|")[0]: fact for name, fact in facts(team).items()}
    expected = by_hand(team)
    assert sorted(expected.keys() - known.keys()) == []
    wrong = {name: (known[name].raw, value) for name, value in expected.items() if known[name].raw != pytest.approx(value)}
    assert wrong == {}
