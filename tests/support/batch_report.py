"""A batch of small reports: one slide for each team, its figure from a table that all share."""

from __future__ import annotations

from pathlib import Path

REPORT = """\
kind: midyear-review
title: "{{ team.名称 }}小结"
date: 2025-07-08
period: 2025H1
formats: [pptx]
batch: {for_each: {team: t.teams}, name: "{{ team.名称 }}"}
data:
  teams: data/teams.csv
  weekly: {file: ../shared/weekly.csv, where: "团队 = '{{ team.名称 }}'"}
metrics:
  gmv: {label: GMV, table: weekly, value: sum(GMV), unit: 元, source: 交易中台, definition: 支付口径}
sections:
  - title: 业绩
    topics:
      - label: 成交
        title: 上半年 GMV {{ m.gmv }}
        blocks:
          - text: "{{ team.名称 }}上半年 GMV 为 {{ m.gmv }}。"
"""


def put_batch(content: Path, teams: int) -> Path:
    """Write a batch of so many reports into `content/teams`, a table beside it in `content/shared`, and return the folder of the report."""
    folder = content / "teams"
    for each in (folder / "data", content / "shared"):
        each.mkdir(parents=True, exist_ok=True)
    names = [f"第{number}组" for number in range(1, teams + 1)]
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "data" / "teams.csv").write_text("\n".join(["名称", *names, ""]), encoding="utf-8")
    rows = [f"{name},{10000 * index + week}" for index, name in enumerate(names, 1) for week in range(3)]
    (content / "shared" / "weekly.csv").write_text("\n".join(["团队,GMV", *rows, ""]), encoding="utf-8")
    return folder
