"""The sample's figures worked out with pandas straight from the files, and compared with facts.json: value and printed words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.support.builds import SAMPLE, Built

NB = "\u00a0"
MISSING = ["—"]


@dataclass(frozen=True, slots=True)
class Files:
    """The tables as a colleague with a notebook would read them."""

    weekly: pd.DataFrame
    weekly_2024: pd.DataFrame
    goals: dict[str, float]
    survey: pd.DataFrame
    segments: pd.DataFrame
    campaigns: pd.DataFrame
    events: pd.DataFrame
    budget: pd.DataFrame
    months: pd.DataFrame
    weeks: pd.DataFrame


def read_sheet(path: Path, **options: Any) -> pd.DataFrame:
    table: pd.DataFrame = pd.read_excel(path, engine="openpyxl", **options)
    return table


def goal(cell: object) -> float:
    """Read a target as people write them: 9600万, 2.2亿, 28.0%, 85."""
    words = str(cell)
    for ending, factor in (("亿", 1e8), ("万", 1e4), ("%", 0.01)):
        if words.endswith(ending):
            return float(words.removesuffix(ending)) * factor
    return float(words)


@pytest.fixture(scope="module")
def files() -> Files:
    data: Path = SAMPLE / "data"
    kpi = read_sheet(data / "kpi.xlsx", sheet_name="年度目标", header=2).dropna(subset=["上半年目标"])
    kpi = kpi[kpi["上半年目标"] != "—"]
    return Files(
        weekly=pd.read_csv(data / "weekly.csv", encoding="gb18030", thousands=","),
        weekly_2024=pd.read_csv(data / "weekly-2024.csv", encoding="utf-8-sig", thousands=","),
        goals={code: goal(cell) for code, cell in zip(kpi["编号"], kpi["上半年目标"], strict=True)},
        survey=pd.read_csv(data / "survey.csv", encoding="gb18030"),
        segments=pd.read_csv(data / "segments.csv", encoding="utf-8-sig", thousands=",", na_values=MISSING),
        campaigns=read_sheet(data / "activities.xlsx", sheet_name="战役总表", header=1, skipfooter=1),
        events=read_sheet(data / "activities.xlsx", sheet_name="场次明细", header=1, skipfooter=1, na_values=MISSING),
        budget=read_sheet(data / "budget.xlsx", sheet_name="上半年执行", header=2, nrows=5),
        months=read_sheet(data / "kpi.xlsx", sheet_name="分月分解", header=1, nrows=6),
        weeks=pd.read_csv(data / "weeks.csv", encoding="utf-8-sig", thousands=","),
    )


def ratio(table: pd.DataFrame, upper: str, lower: str) -> float:
    return float(table[upper].sum() / table[lower].sum())


def roi(table: pd.DataFrame) -> float:
    return float((table["毛利"].sum() - table["费用"].sum()) / table["费用"].sum())


def part(files: Files, column: str, value: str) -> pd.DataFrame:
    return files.weekly[files.weekly[column] == value]


def nps(survey: pd.DataFrame) -> float:
    return float(((survey["推荐分"] >= 9).mean() - (survey["推荐分"] <= 6).mean()) * 100)


def retention(files: Files) -> float:
    new = files.segments[files.segments["人群"] == "新客"]
    return ratio(new, "次月留存人数", "留存基数")


def cac(table: pd.DataFrame) -> float:
    return ratio(table, "费用", "新客")


def campaign(files: Files, name: str, column: str) -> float:
    return float(files.campaigns.loc[files.campaigns["战役"] == name, column].iloc[0])


BY_HAND: dict[str, tuple[Callable[[Files], float], str]] = {
    "gmv.actual": (lambda f: f.weekly["GMV"].sum(), f"10,132{NB}万元"),
    "gmv.target": (lambda f: f.goals["GMV"], f"9,600{NB}万元"),
    "gmv.attainment": (lambda f: f.weekly["GMV"].sum() / f.goals["GMV"], "105.5%"),
    "gmv.yoy": (lambda f: f.weekly["GMV"].sum() / f.weekly_2024["GMV"].sum() - 1, "+17.1%"),
    "exposure.attainment": (lambda f: f.weekly["曝光"].sum() / f.goals["EXP"], "105.4%"),
    "participation.yoy": (
        lambda f: ratio(f.weekly, "参与人数", "点击") - ratio(f.weekly_2024, "参与人数", "点击"),
        f"+1.3{NB}个百分点",
    ),
    "conversion.actual": (lambda f: ratio(f.weekly, "支付用户", "参与人数"), "16.7%"),
    "conversion.attainment": (lambda f: ratio(f.weekly, "支付用户", "参与人数") / f.goals["CONV"], "95.3%"),
    "cac.actual": (lambda f: cac(f.weekly), f"89.7{NB}元"),
    "cac.attainment": (lambda f: f.goals["CAC"] / cac(f.weekly), "94.7%"),  # lower is better: target ÷ actual
    "cac.yoy": (lambda f: cac(f.weekly) / cac(f.weekly_2024) - 1, "+3.7%"),
    "roi.actual": (lambda f: roi(f.weekly), "1.33"),
    "roi.yoy": (lambda f: roi(f.weekly) - roi(f.weekly_2024), "+0.10"),
    "cost[渠道=企微社群].share": (lambda f: part(f, "渠道", "企微社群")["费用"].sum() / f.weekly["费用"].sum(), "9.5%"),
    "gmv[渠道=内容种草].share": (lambda f: part(f, "渠道", "内容种草")["GMV"].sum() / f.weekly["GMV"].sum(), "11.5%"),
    "roas[渠道=内容种草].actual": (lambda f: ratio(part(f, "渠道", "内容种草"), "GMV", "费用"), "2.48"),
    "satisfaction.actual": (lambda f: f.survey["星级"].mean(), f"4.64{NB}分"),
    "nps.actual": (lambda f: nps(f.survey), f"46.0{NB}分"),
    "complaints.actual": (lambda f: (f.survey["星级"] <= 3).sum(), f"98{NB}份"),
    "retention.actual": (retention, "20.9%"),
    "retention.attainment": (lambda f: retention(f) / f.goals["RET"], "87.1%"),
    "events.actual": (lambda f: len(f.events), f"50{NB}场"),
    "peak_online.actual": (lambda f: f.events["峰值在线"].max(), f"3.5{NB}万人"),
    "campaign_gmv[战役=明前春茶节].attainment": (
        lambda f: campaign(f, "明前春茶节", "实际GMV") / campaign(f, "明前春茶节", "目标GMV"),
        "116.9%",
    ),
    "budget_rate.actual": (lambda f: f.budget["实际（万元）"].sum() / f.budget["计划（万元）"].sum(), "96.6%"),
    "h2_gmv.actual": (lambda f: f.months["合计"].sum() * 10_000, f"13,900{NB}万元"),
    "full_year.actual": (lambda f: f.weekly["GMV"].sum() + f.months["合计"].sum() * 10_000, f"24,032{NB}万元"),
    "peak_week.actual": (lambda f: f.weeks["周GMV"].max(), f"1,083{NB}万元"),
    "idle_gmv.actual": (lambda f: f.weeks.loc[f.weeks["是否大促周"] == "否", "周GMV"].mean(), f"210{NB}万元"),
}


@pytest.mark.parametrize("fact_id", BY_HAND)
def test_worked_out_by_hand(fact_id: str, sample: Built, files: Files) -> None:
    compute, text = BY_HAND[fact_id]
    fact = sample.facts[fact_id]
    assert fact["raw"] == pytest.approx(float(compute(files)), rel=1e-9)
    assert fact["text"] == text


def test_weeks_and_channels_add_up_to_the_total(sample: Built, files: Files) -> None:
    """The chart of the weeks and the table of the channels plot what the rows of the file add up to."""
    for column, pattern in (("周次", "weekly.sum(GMV)[周次={}]|chart"), ("渠道", "weekly.sum(GMV)[渠道={}]|column")):
        sums = files.weekly.groupby(column, sort=False)["GMV"].sum()
        plotted = {name: sample.facts[pattern.format(name)]["raw"] for name in sums.index}
        assert plotted == pytest.approx(sums.to_dict())
        assert sum(plotted.values()) == pytest.approx(sample.facts["gmv.actual"]["raw"])


def test_the_grades_follow_from_attainment(sample: Built) -> None:
    """超额完成 from 105 %, 达成 from 100 %, 待改进 from 90 %, 未达成 below."""
    words = {"▲ 超额完成": 1.05, "● 达成": 1.0, "◆ 待改进": 0.9, "▼ 未达成": 0.0}
    graded = [
        fact for fact in sample.facts.values() if fact["aspect"] == "status" and fact["id"].replace("status", "attainment") in sample.facts
    ]
    assert len(graded) >= 10
    for fact in graded:
        attainment = sample.facts[fact["id"].replace("status", "attainment")]["raw"]
        assert fact["text"] == next(word for word, least in words.items() if attainment >= least), fact["id"]


def test_the_tables_agree_with_each_other(files: Files) -> None:
    assert files.weeks["周GMV"].sum() == files.weekly["GMV"].sum() == files.campaigns["实际GMV"].sum()
    assert files.budget["实际（万元）"].sum() * 10_000 == files.weekly["费用"].sum() == files.campaigns["实际费用"].sum()
    by_week = files.weekly.groupby("周次")["GMV"].sum().to_dict()
    assert dict(zip(files.weeks["周次"], files.weeks["周GMV"], strict=True)) == by_week
    by_campaign = files.weekly.groupby("战役")["GMV"].sum().to_dict()
    assert dict(zip(files.campaigns["战役"], files.campaigns["实际GMV"], strict=True)) == by_campaign
