from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.checks.rule008_fresh_data import DEFINITION
from engine.model.settings import DEFAULT_SETTINGS, Settings
from tests.support.findings import found, reading

METRICS = "gmv: {label: 成交额, table: d, value: sum(额), unit: 元, source: 中台, date: 日期}\n"
HEAD = "kind: midyear-review\ntitle: 述职\ndate: {date}\nperiod: 2025H1\n"


def table(last: str, step: int = 1) -> str:
    end = dt.date.fromisoformat(last)
    days = [end - dt.timedelta(days=step * back) for back in range(5, -1, -1)]
    return "日期,额\n" + "".join(f"{day},10\n" for day in days)


def stale(tmp_path: Path, data: str, *, date: str = "2025-07-08", settings: Settings = DEFAULT_SETTINGS) -> list[str]:
    read = reading(
        tmp_path, "- text: 共 {{ m.gmv }}", metrics=METRICS, files={"data/d.csv": data}, head=HEAD.format(date=date), settings=settings
    )
    return found("RULE008", read)


def test_a_table_that_ends_early_is_named(tmp_path: Path) -> None:
    assert stale(tmp_path, table("2025-06-21")) == ["5:8 table d (d.csv) ends on 2025-06-21; the report covers up to 2025-06-30"]


@pytest.mark.parametrize(
    ("last", "step"), [("2025-06-30", 1), ("2025-06-29", 1), ("2025-06-18", 7), ("2025-06-24", 7), ("2025-06-01", 30), ("2025-07-02", 1)]
)
def test_fresh_data_pass(last: str, step: int, tmp_path: Path) -> None:
    assert stale(tmp_path, table(last, step)) == []


@pytest.mark.parametrize(("last", "step"), [("2025-06-16", 7), ("2025-05-01", 31)])
def test_a_missing_week_or_month_is_named(last: str, step: int, tmp_path: Path) -> None:
    assert len(stale(tmp_path, table(last, step))) == 1


def test_events_have_no_rhythm(tmp_path: Path) -> None:
    assert stale(tmp_path, "日期,额\n2025-01-03,1\n2025-01-20,1\n2025-03-02,1\n2025-03-04,1\n2025-05-30,1\n") == []


def test_a_report_inside_its_period_needs_data_up_to_the_day_before(tmp_path: Path) -> None:
    assert stale(tmp_path, table("2025-05-19"), date="2025-05-20") == []
    assert len(stale(tmp_path, table("2025-05-10"), date="2025-05-20")) == 1


def test_a_plan_has_no_data_yet(tmp_path: Path) -> None:
    assert stale(tmp_path, table("2024-12-01"), date="2024-12-20") == []


def test_the_lag_is_a_setting(tmp_path: Path) -> None:
    assert stale(tmp_path, table("2025-06-21"), settings=Settings(lag=10)) == []


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    read = reading(
        tmp_path, "- text: 共 {{ m.gmv }}", metrics=METRICS, files={"data/d.csv": table("2025-06-21")}, head=HEAD.format(date="2025-07-08")
    )
    (finding,) = DEFINITION.run(read)
    assert finding.message.zh == "数据表 d（d.csv）只到 2025-06-21，报告期到 2025-06-30"
    assert finding.hint and finding.hint.zh == "更新数据，或改 period"
