"""The strategy tracker's figures worked out with pandas straight from its files, and compared with its ledger: value and printed words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pytest

from engine.compose.composer import compose
from engine.kinds import KINDS
from engine.load.source import load
from engine.model.blocks import Table
from engine.model.facts import Ledger
from engine.model.report import Report
from tests.support.builds import ROOT, told, workspace_of

NB = "\u00a0"
FOLDER = ROOT / "content" / "strategy-tracker-2025q3"
ALERT = 0.20


@dataclass(frozen=True, slots=True)
class Files:
    """The tables as a colleague with a notebook would read them; money of the workbooks is in 万元."""

    weekly: pd.DataFrame
    weekly_2024: pd.DataFrame
    weeks: pd.DataFrame
    stores: pd.DataFrame
    members: pd.DataFrame
    returns: pd.DataFrame
    survey: pd.DataFrame
    goals: dict[str, float]
    before: dict[str, str]
    modules: pd.DataFrame
    budget: pd.DataFrame
    reserve: pd.DataFrame

    def module(self, name: str) -> pd.DataFrame:
        return self.weekly[self.weekly["策略模块"] == name]


def sheet(name: str, tab: str, *, total: bool = True) -> pd.DataFrame:
    """Read a sheet below its title and note, without the 合计 row at its foot."""
    options: dict[str, Any] = {"sheet_name": tab, "header": 2, "skipfooter": int(total), "engine": "openpyxl"}
    table: pd.DataFrame = pd.read_excel(FOLDER / "data" / name, **options)
    return table


def csv(name: str, encoding: str = "utf-8-sig") -> pd.DataFrame:
    return pd.read_csv(FOLDER / "data" / name, encoding=encoding)


def number(cell: object) -> float:
    """Read a target as people write them: 1.8亿, 9.6万, 31.0%, 93."""
    words = str(cell).replace(",", "")
    for ending, factor in (("亿", 1e8), ("万", 1e4), ("%", 0.01)):
        if words.endswith(ending):
            return float(words.removesuffix(ending)) * factor
    return float(words)


@pytest.fixture(scope="module")
def files() -> Files:
    goals = sheet("kpi.xlsx", "季度目标", total=False)
    modules = sheet("kpi.xlsx", "模块分解")
    modules["策略模块"] = modules["策略模块"].ffill()  # merged cells
    return Files(
        weekly=csv("weekly.csv", "gb18030"),
        weekly_2024=csv("weekly-2024.csv"),
        weeks=csv("weeks.csv"),
        stores=csv("stores.csv"),
        members=csv("members.csv"),
        returns=csv("returns.csv", "gb18030"),
        survey=csv("survey.csv"),
        goals={code: number(cell) for code, cell in zip(goals["编号"], goals["目标"], strict=True)},
        before=dict(zip(goals["编号"], goals["去年同期"].astype(str), strict=True)),
        modules=modules,
        budget=sheet("budget.xlsx", "三季度执行").set_index("科目"),
        reserve=sheet("budget.xlsx", "储备动用"),
    )


@pytest.fixture(scope="module")
def report() -> Report:
    workspace = workspace_of(FOLDER)
    source = load(workspace, FOLDER).value
    assert source is not None
    outcome = compose(source, workspace)
    assert outcome.value is not None and told(outcome.diagnostics) == []
    return outcome.value


@pytest.fixture(scope="module")
def ledger(report: Report) -> Ledger:
    return report.ledger


def ratio(table: pd.DataFrame, upper: str, lower: str) -> float:
    return float(table[upper].sum() / table[lower].sum())


def cac(files: Files, last: str = "W39", first: str = "W27") -> float:
    weeks = files.module("效果投放")
    return ratio(weeks[(weeks["周次"] >= first) & (weeks["周次"] <= last)], "费用", "新客")


def visits(files: Files, last: str = "W39") -> float:
    """Return how far cumulated store visits are from what was planned, as a ratio."""
    weeks = files.stores[files.stores["周次"] <= last]
    return ratio(weeks, "核销人数", "计划核销") - 1


def of(table: pd.DataFrame, year: int) -> pd.DataFrame:
    return table[table["年份"] == year]


def nps(table: pd.DataFrame) -> float:
    return float(100 * (table["推荐者"].sum() - table["贬损者"].sum()) / table["有效问卷"].sum())


def share(files: Files, name: str, column: str) -> float:
    return float(files.module(name)[column].sum() / files.weekly[column].sum())


def planned(files: Files, name: str, month: str) -> float:
    rows = files.modules[(files.modules["策略模块"] == name) & (files.modules["月份"] == month)]
    return float(rows["成交目标（万元）"].sum() * 10_000)


def attained(files: Files, name: str, month: str) -> float:
    rows = files.module(name)
    return float(rows[rows["月份"] == month]["成交额"].sum() / planned(files, name, month))


def reserved(files: Files) -> float:
    plan = files.budget["计划（万元）"]
    return float(plan[plan.index == "弹性储备"].sum() / plan.sum())


def online(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["渠道"] != "线下门店"]


BY_HAND: dict[str, tuple[Callable[[Files], float], str]] = {
    "gmv.actual": (lambda f: f.weekly["成交额"].sum(), f"18,306{NB}万元"),
    "gmv.attainment": (lambda f: f.weekly["成交额"].sum() / f.goals["GMV"], "101.7%"),
    "gmv.yoy": (lambda f: f.weekly["成交额"].sum() / f.weekly_2024["成交额"].sum() - 1, "+13.0%"),
    "new_customers.attainment": (lambda f: f.weekly["新客"].sum() / f.goals["NEW"], "102.9%"),
    "fee_rate.actual": (lambda f: f.budget["已用（万元）"].sum() * 1e4 / f.weekly["成交额"].sum(), "10.4%"),
    "fee_rate.previous": (lambda f: f.budget["去年同期（万元）"].sum() * 1e4 / f.weekly_2024["成交额"].sum(), "11.3%"),
    "fee_rate.attainment": (
        lambda f: f.goals["FEE"] / (f.budget["已用（万元）"].sum() * 1e4 / f.weekly["成交额"].sum()),
        "105.4%",
    ),  # lower is better: target ÷ actual
    "return_rate.attainment": (lambda f: f.goals["RET"] / ratio(of(f.returns, 2025), "退货件数", "签收件数"), "95.7%"),
    "nps.actual": (lambda f: nps(of(f.survey, 2025)), f"49.9{NB}分"),
    "nps.yoy": (lambda f: nps(of(f.survey, 2025)) - nps(of(f.survey, 2024)), f"+2.8{NB}分"),
    "seed_visits.attainment": (lambda f: f.module("内容种草")["访客"].sum() / f.goals["SEED"], "106.8%"),
    "cac.actual": (cac, f"103.7{NB}元"),
    "cac.attainment": (lambda f: f.goals["CAC"] / cac(f), "89.7%"),
    "cac.deviation_rate": (lambda f: cac(f) / f.goals["CAC"] - 1, "+11.5%"),
    "cac_at_alert.deviation_rate": (lambda f: cac(f, "W32") / f.goals["CAC"] - 1, "+22.0%"),
    "cac_at_release.deviation_rate": (lambda f: cac(f, "W36") / f.goals["CAC"] - 1, "+18.8%"),
    "cac_after.actual": (lambda f: cac(f, first="W35"), f"85.1{NB}元"),
    "live_gmv.attainment": (lambda f: f.module("直播增长")["成交额"].sum() / f.goals["LIVE"], "100.2%"),
    "repurchase.actual": (lambda f: ratio(of(f.members, 2025), "复购会员", "可复购会员"), "32.0%"),
    "store_visits.actual": (lambda f: f.stores["核销人数"].sum(), f"7.29{NB}万人"),
    "store_visits.deviation": (lambda f: f.stores["核销人数"].sum() - f.goals["STORE"], f"−2.31{NB}万人"),
    "store_visits.deviation_rate": (visits, "−24.1%"),
    "store_at_alert.deviation_rate": (lambda f: visits(f, "W30"), "−21.5%"),
    "open_rate[大区=华南].actual": (lambda f: ratio(f.stores[f.stores["大区"] == "华南"], "实际开放", "计划开放"), "69.7%"),
    "launch_gmv.deviation_rate": (lambda f: f.module("新品上市")["成交额"].sum() / f.goals["LAUNCH"] - 1, "+20.7%"),
    "pay_rate.attainment": (lambda f: ratio(online(f.weekly), "支付订单", "提交订单") / f.goals["PAY"], "97.5%"),
    "visits[策略模块=会员经营].share": (lambda f: share(f, "会员经营", "访客"), "7.4%"),
    "gmv[策略模块=会员经营].share": (lambda f: share(f, "会员经营", "成交额"), "22.9%"),
    "module_gmv[策略模块=门店联动][月份=8 月].attainment": (lambda f: attained(f, "门店联动", "8 月"), "75.2%"),
    "roas.actual": (lambda f: ratio(f.weekly, "成交额", "费用"), "10.7"),
    "used_rate.actual": (lambda f: ratio(f.budget, "已用（万元）", "计划（万元）"), "91.0%"),
    "left.actual": (lambda f: f.budget["剩余（万元）"].sum() * 1e4, f"189.6{NB}万元"),
    "reserve_rate.actual": (reserved, "12.0%"),
    "reserve_used.actual": (lambda f: f.reserve["金额（万元）"].sum() * 1e4, f"118{NB}万元"),
    "weeks_met.actual": (lambda f: (f.weeks["成交额"] >= f.weeks["计划成交额"]).sum(), f"9{NB}周"),
}


@pytest.mark.parametrize("fact_id", BY_HAND)
def test_worked_out_by_hand(fact_id: str, ledger: Ledger, files: Files) -> None:
    compute, text = BY_HAND[fact_id]
    fact = ledger.get(fact_id)
    assert fact is not None
    assert fact.raw == pytest.approx(float(compute(files)), rel=1e-9)
    assert fact.text == text


def test_the_tables_agree_with_each_other(files: Files) -> None:
    fees = files.weekly.groupby("策略模块")["费用"].sum() / 10_000
    assert files.budget.loc[fees.index, "已用（万元）"].to_dict() == pytest.approx(fees.to_dict())
    assert files.budget.loc["弹性储备", "已用（万元）"] == files.reserve["金额（万元）"].sum()
    sums = {"成交额": files.weekly, "去年同期": files.weekly_2024}
    for column, table in sums.items():
        assert dict(zip(files.weeks["周次"], files.weeks[column], strict=True)) == table.groupby("周次")["成交额"].sum().to_dict()
    months = files.modules.groupby("月份")["成交目标（万元）"].sum() * 10_000
    assert files.weeks.groupby("月份")["计划成交额"].sum().to_dict() == months.to_dict()
    assert months.sum() == files.goals["GMV"]
    assert files.stores["计划核销"].sum() == files.goals["STORE"]


def test_last_year_in_the_sheet_of_goals_is_what_the_tables_say(files: Files) -> None:
    seen = {
        "GMV": f"{files.weekly_2024['成交额'].sum() / 1e8:.2f}亿",
        "RET": f"{ratio(of(files.returns, 2024), '退货件数', '签收件数'):.1%}",
        "REP": f"{ratio(of(files.members, 2024), '复购会员', '可复购会员'):.1%}",
        "PAY": f"{ratio(online(files.weekly_2024), '支付订单', '提交订单'):.1%}",
        "NPS": f"{nps(of(files.survey, 2024)):.1f}",
    }
    assert {code: files.before[code] for code in seen} == seen


def test_alerts_begin_and_end_where_the_document_says(files: Files) -> None:
    """门店联动 passes the threshold in week 30 and stays beyond it; 效果投放 passes it in week 32 and is back in week 36."""
    weeks = list(files.weeks["周次"])
    assert next(week for week in weeks if visits(files, week) < -ALERT) == "W30"
    assert visits(files) < -ALERT
    beyond = [week for week in weeks if cac(files, week) / files.goals["CAC"] - 1 > ALERT]
    assert beyond == ["W32", "W33", "W34", "W35"]


def test_the_gap_of_the_stores_is_told_whole(ledger: Ledger, files: Files) -> None:
    parts = [fact.raw for name in ("gap_open", "gap_booking", "gap_show") if (fact := ledger.get(f"{name}.actual|chart")) is not None]
    assert sum(raw for raw in parts if raw is not None) == pytest.approx(files.stores["核销人数"].sum() - files.goals["STORE"])


def test_the_tracking_table_is_complete(report: Report) -> None:
    """Seven modules, eleven columns, one owner and a date each; who misses the target gives a cause and a measure."""
    tables = [
        block
        for section in report.sections
        for topic in section.topics
        for block in topic.blocks
        if isinstance(block, Table) and len(block.columns) == 11
    ]
    (table,) = tables
    assert len(table.rows) == 7
    for row in table.rows:
        words = [cell.text.plain for cell in row.cells]
        assert all(words), words
        assert not set("、，/") & set(words[9]), words[9]


def test_it_has_every_section_and_topic_of_its_kind(report: Report) -> None:
    kind = KINDS.get("strategy-tracker")
    assert kind is not None
    found = {section.title.plain: {topic.label.plain for topic in section.topics} for section in report.sections}
    wanted = {section.title.zh: {topic.label.zh for topic in section.topics} for section in kind.sections}
    assert list(found) == list(wanted)
    assert {name: labels - found[name] for name, labels in wanted.items()} == {name: set() for name in wanted}
