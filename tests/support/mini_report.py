"""The smallest report that builds: one slide, one metric from one table. For tests that need a real run to be quick."""

from __future__ import annotations

from pathlib import Path

REPORT = """\
kind: midyear-review
title: 半年小结
date: 2025-07-08
period: 2025H1
data: {weekly: data/weekly.csv}
metrics:
  gmv: {label: GMV, table: weekly, value: sum(GMV), target: 100万, unit: 元, source: 交易中台, definition: 支付口径}
sections:
  - title: 业绩
    topics:
      - label: 目标
        title: 完成 {{ m.gmv.attainment }}
        blocks:
          - text: 上半年 GMV 为 {{ m.gmv }}。
"""
WEEKLY = "周次,GMV\nW1,600000\nW2,450000\n"


def put_report(folder: Path, *, report: str = REPORT, weekly: str = WEEKLY) -> Path:
    """Write the report into a folder and return it."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "report.yaml").write_text(report, encoding="utf-8")
    (folder / "data" / "weekly.csv").write_text(weekly, encoding="utf-8")
    return folder
