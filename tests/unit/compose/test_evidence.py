from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.model.evidence import Kpi, Reach
from engine.model.facts import Better, Verdict
from tests.support.content import HEAD, compose_report
from tests.support.findings import reading
from tests.support.sentences import METRICS_ZH


def kpis(root: Path, metrics: str = METRICS_ZH) -> dict[str, Kpi]:
    return dict(reading(root, "- text: 好", metrics=metrics).kpis)


def test_a_metric_tells_its_numbers(tmp_path: Path) -> None:
    gmv = kpis(tmp_path)["gmv"]
    assert (gmv.label, gmv.unit, gmv.actual, gmv.target, gmv.attainment, gmv.verdict) == ("成交额", "元", 9.6e7, 1e8, 0.96, Verdict.IMPROVE)
    assert gmv.gap == pytest.approx(0.04)
    assert gmv.yoy == pytest.approx(0.03)
    assert gmv.mom == pytest.approx(-0.02)
    assert (gmv.previous, gmv.last) == (93203883, 97959184)
    assert (gmv.has_target, gmv.compared, gmv.source, gmv.definition, str(gmv.where)) == (
        True,
        True,
        "中台",
        "支付口径",
        "content/r/metrics.yaml:1:1",
    )
    assert gmv.expression == "m.gmv"


def test_lower_is_better_and_missing_parts(tmp_path: Path) -> None:
    found = kpis(tmp_path)
    assert (found["cac"].better, found["cac"].verdict, found["cac"].gap) == (Better.LOWER, Verdict.EXCEEDED, 0.0)
    assert (found["newcomers"].yoy, found["newcomers"].compared) == (None, False)


def test_a_range_has_no_single_target(tmp_path: Path) -> None:
    use = kpis(tmp_path, 'use: {label: 执行率, table: d, value: "0.9", better: range, range: [0.95, 1.0], unit: "%"}\n')["use"]
    assert (use.target, use.has_target) == (None, True)
    assert use.gap == pytest.approx(1 - 0.9 / 0.95)


def test_a_metric_that_fails_has_a_finding_of_its_own_and_no_evidence(tmp_path: Path) -> None:
    report = (
        HEAD
        + "data: {d: data/d.csv}\nmetrics: {bad: {label: 坏, table: d, value: sum(没有)}, good: {label: 好, table: d, value: sum(额)}}\n"
        "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"
    )
    outcome = compose_report(tmp_path, report, {"data/d.csv": "额\n1\n"})
    assert outcome.value is not None and outcome.has_errors
    assert [each.id for each in outcome.value.evidence if isinstance(each, Kpi)] == ["good"]


@pytest.mark.parametrize(
    ("days", "last"),
    [
        (("2025-06-28", "2025-06-29", "2025-06-30"), "2025-06-30"),
        (("2025-06-09", "2025-06-16", "2025-06-23"), "2025-06-29"),
        (("2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"), "2025-05-01"),
        (("2025-01-03", "2025-01-20", "2025-03-02", "2025-03-04", "2025-05-30"), None),
        (("2025-06-30",), None),
    ],
)
def test_how_far_a_table_reaches(days: tuple[str, ...], last: str | None, tmp_path: Path) -> None:
    table = "日期,额\n" + "".join(f"{day},1\n" for day in days)
    read = reading(tmp_path, "- text: 好", metrics="gmv: {label: 额, table: d, value: sum(额)}\n", files={"data/d.csv": table})
    reaches = [(each.table, each.last, str(each.where)) for each in read.evidence(Reach)]
    assert reaches == ([] if last is None else [("d", dt.date.fromisoformat(last), "content/r/report.yaml:5:8")])
