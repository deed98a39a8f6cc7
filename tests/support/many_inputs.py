"""A workspace whose reports are made of everything that reports can be made of: two that are like each other, and a batch of three teams."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import duckdb
import openpyxl
from PIL import Image

from tests.support.tiny_batch import put_batch

RICH = """\
kind: midyear-review
title: 半年小结
date: 2025-07-08
period: 2025H1
formats: [pptx, docx, pdf]
data:
  weekly: data/weekly.csv
  targets: {file: data/targets.xlsx}
  orders: {file: data/ops.sqlite, table: orders}
  visits: data/visits.parquet
  before: data/before.json
  spare: data/spare.csv
metrics: metrics.yaml
sections:
  - title: 业绩
    topics:
      - label: 目标
        title: 完成 {{ m.gmv.attainment }}
        blocks:
          - text: 上半年 GMV 为 {{ m.gmv }}，订单 {{ m.orders }}，访问 {{ m.visits }}。
          - changes: {since: before, metrics: [gmv]}
      - label: 现场
        title: 现场
        blocks:
          - image: {file: images/stall.png, alt: 展位}
  - include: 02-next.yaml
  - include: 03-later.md
"""
METRICS = """\
gmv: {label: GMV, table: weekly, value: sum(GMV), target: {table: targets, value: max(目标)}, unit: 元, source: 交易中台, definition: 支付口径}
orders: {label: 订单, table: orders, value: sum(count), unit: 单, source: 交易中台, definition: 支付口径}
visits: {label: 访问, table: visits, value: sum(count), unit: 次, source: 埋点, definition: 去重}
"""
NEXT = """\
title: 下一步
topics:
  - label: 动作
    title: 三季度动作
    blocks:
      - bullets: [补货, 加投]
"""
LATER = """\
# 更远

## 明年

做得更好。
"""
TABLES = ("weekly", "targets", "orders", "visits", "before")
"""The tables that figures of the rich reports come from; `spare` is read and used by nobody."""
FACTS = {"facts": [{"id": "gmv.actual", "metric": "gmv", "aspect": "actual", "label": "GMV", "text": "90万", "unit": "元", "raw": 900_000}]}


def put_rich(root: Path, name: str) -> Path:
    """Write `content/<name>`, a report of text, pictures, included files and tables of every sort."""
    folder = root / "content" / name
    (folder / "data").mkdir(parents=True)
    (folder / "images").mkdir()
    for file, text in {
        "report.yaml": RICH,
        "metrics.yaml": METRICS,
        "02-next.yaml": NEXT,
        "03-later.md": LATER,
        "data/weekly.csv": "周次,GMV\nW1,600000\nW2,450000\n",
        "data/spare.csv": "周次,件\nW1,1\nW2,2\n",
        "data/before.json": json.dumps(FACTS),
    }.items():
        (folder / file).write_text(text, encoding="utf-8")
    put_picture(folder / "images" / "stall.png", "teal")
    put_workbook(folder / "data" / "targets.xlsx", 1_000_000)
    put_database(folder / "data" / "ops.sqlite", 30)
    put_parquet(folder / "data" / "visits.parquet", 1200)
    return folder


def put_picture(path: Path, color: str) -> None:
    Image.new("RGB", (64, 48), color).save(path)


def put_workbook(path: Path, target: int) -> None:
    book = openpyxl.Workbook()
    for row in (["指标", "目标"], ["GMV", target]):
        book.worksheets[0].append(row)
    book.save(path)


def put_database(path: Path, count: int) -> None:
    path.unlink(missing_ok=True)
    ops = sqlite3.connect(path)
    ops.execute("CREATE TABLE orders (channel TEXT, count INTEGER)")
    ops.execute("INSERT INTO orders VALUES ('抖音', ?), ('小红书', 12)", (count,))
    ops.commit()
    ops.close()


def put_parquet(path: Path, count: int) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(
            f"COPY (SELECT * FROM (VALUES ('抖音', {count}), ('小红书', 800)) AS t(channel, count)) TO '{path}' (FORMAT parquet)"
        )


def put_many_inputs(root: Path) -> None:
    """Write two rich reports, `east` and `west`, a batch of three `teams`, and the settings of the workspace."""
    put_rich(root, "east")
    put_rich(root, "west")
    put_batch(root, 3)
    (root / "content" / "settings.yaml").write_text("deviation: target-actual\n", encoding="utf-8")
