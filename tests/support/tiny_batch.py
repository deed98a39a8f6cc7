"""A batch of tiny reports, one for each team, from two tables that all teams share. For tests that build many."""

from __future__ import annotations

from pathlib import Path

REPORT = """\
kind: midyear-review
title: "{{ team.name }}小结"
author: 林晓
date: 2025-07-08
period: 2025H1
formats: [pptx, docx, pdf]
tags: ["{{ team.region }}"]
batch: {for_each: {team: t.teams}, name: "{{ team.name }}"}
data:
  teams: data/teams.csv
  weekly: {file: data/weekly.csv, where: "团队 = '{{ team.name }}'"}
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
REGIONS = ("华东", "华南", "华北")


def team_names(count: int) -> list[str]:
    return [f"{REGIONS[index % len(REGIONS)]}{index + 1}组" for index in range(count)]


def teams_table(names: list[str]) -> str:
    rows = (f"T{index:03},{name},{name[:2]}" for index, name in enumerate(names))
    return "\n".join(["编号,name,region", *rows, ""])


def weekly_table(names: list[str]) -> str:
    rows = (f"{name},W{week},{500_000 + 1_000 * index + week}" for index, name in enumerate(names) for week in (1, 2))
    return "\n".join(["团队,周,GMV", *rows, ""])


def put_batch(root: Path, count: int, *, report: str = REPORT, folder: str = "teams") -> Path:
    """Write `content/<folder>` below a root, a batch of that many teams, and return it."""
    place = root / "content" / folder
    (place / "data").mkdir(parents=True, exist_ok=True)
    names = team_names(count)
    (place / "report.yaml").write_text(report, encoding="utf-8")
    (place / "data" / "teams.csv").write_text(teams_table(names), encoding="utf-8")
    (place / "data" / "weekly.csv").write_text(weekly_table(names), encoding="utf-8")
    return place
