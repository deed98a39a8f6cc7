from __future__ import annotations

from pathlib import Path

import pytest

from engine.load.source import load
from engine.metrics.shortfall import shortfall
from engine.metrics.store import Metrics
from tests.support.content import HEAD, workspace, write_report

REPORT = (
    HEAD + "data: {d: data/d.csv}\nmetrics: metrics.yaml\nsections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"
)


@pytest.mark.parametrize(
    ("rest", "gap"),
    [
        ("target: 100", 0.25),
        ("target: 60", 0.0),
        ("target: 60, better: lower", 0.25),
        ("target: 100, better: lower", 0.0),
        ("better: range, range: [100, 120]", 0.25),
        ("better: range, range: [70, 80]", 0.0),
        ("target: 0", None),
        ("unit: 元", None),
    ],
)
def test_how_far_a_metric_is_on_the_wrong_side(rest: str, gap: float | None, tmp_path: Path) -> None:
    files = {"data/d.csv": "额\n75\n", "metrics.yaml": f"x: {{label: 额, table: d, value: sum(额), {rest}}}\n"}
    source = load(workspace(tmp_path), write_report(tmp_path, REPORT, files)).expect_clean()
    metrics = Metrics(source.metrics, source.tables, period=source.period, today=source.report.date)
    assert shortfall(metrics.get("x")) == (None if gap is None else pytest.approx(gap))
