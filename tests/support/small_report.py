"""A small report on awkward tables, as offices keep them: a workspace folder with its files and the numbers a person reads in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment

from engine.base.workspace import Workspace

TODAY = dt.date(2025, 7, 8)
NAME = "small"

WEEKLY = """\
2025 年上半年渠道周报（单位见各列）,,,,,
周次,截止日,渠道,GMV,费用,曝光
W1,2025年1月5日,商城,120万,200000,"5,000"
W1,2025年1月5日,直播间,80万,240000,４０００
W2,2025/1/12,商城,"1,000,000",180000,—
W2,2025/1/12,直播间,９０万,250000,3000
W3,2025-01-19,商城,0.011亿,210000,4500
W3,2025-01-19,直播间,70.5万,230000,"2,500"
W4,2025.1.26,商城,—,190000,3000
W4,2025.1.26,直播间,95万,260000,暂无
合计,,,665.5万,1760000,22000
注：W4 商城因盘点停售,,,,,
"""
"""Saved as GB18030. GMV by hand: 商城 120 + 100 + 110 = 330, 直播间 80 + 90 + 70.5 + 95 = 335.5, together 665.5 万."""

HOSTILE = """\
项目,金额
=SUM(A1:A9),100
+86 热线,80
@团长,60
-5 折券,40
"""
"""Labels that a spreadsheet would take for formulas."""

METRICS = """\
gmv:
  label: 成交额
  table: weekly
  value: sum(GMV)
  target: {table: kpi, value: max(上半年目标), where: "编号 = 'GMV'"}
  compare: {yoy: {table: kpi, value: max(去年同期), where: "编号 = 'GMV'"}}
  unit: 元
  source: 交易中台
  definition: 支付口径
cost:
  label: 费用
  table: weekly
  value: sum(费用)
  target: {table: kpi, value: max(上半年目标), where: "编号 = 'COST'"}
  unit: 元
  better: lower
  source: 费用台账
  definition: 已发生的费用
exposure: {label: 曝光, table: weekly, value: sum(曝光), unit: 次, source: 埋点平台}
ratio: {label: 投入产出比, formula: gmv / cost, source: 费用台账}
weight: {label: 成交额权重, table: kpi, value: max(权重), where: "编号 = 'GMV'", target: 50%, unit: "%", source: 目标责任书, definition: 责任书里的权重}
"""

REPORT = """\
kind: midyear-review
title: 小样本述职
subtitle: 四周成交 {{ m.gmv }}
author: 林晓
department: 运营部
organisation: 岚屿生活
date: 2025-07-08
period: 2025H1
theme: harbor
formats: [pptx, pdf]
file_name: 小样本
data:
  weekly: data/weekly.csv
  kpi: data/kpi.xlsx
  items: data/items.csv
metrics: metrics.yaml
sections:
  - title: 回顾
    summary: 两类渠道四周的成绩
    lead: 成交额完成 {{ m.gmv.attainment }}，三项指标 {{ reached(m.gmv, m.cost, m.weight) }} 项达标
    topics:
      - label: 核心指标
        title: 成交额完成 {{ m.gmv.attainment }}，费用完成 {{ m.cost.attainment }}
        takeaway: 同比 {{ m.gmv.yoy }}，投入产出比 {{ m.ratio }}。
        notes: 先讲 {{ m.gmv }}，再讲费用。
        blocks:
          - kpis: [gmv, cost, weight]
      - label: 渠道
        title: 直播间成交 {{ m.gmv.by("渠道", "直播间") }}，略高于商城
        notes: 商城第四周停售。
        blocks:
          - chart: {kind: column, title: 成交额, table: weekly, by: 渠道, value: sum(GMV), unit: 元}
          - table: {data: kpi, columns: [{field: 指标}, {field: 上半年目标}, {field: 权重}, {field: 部门}]}
      - label: 周度
        title: 曝光共 {{ m.exposure }}，商城第二周没有数
        blocks:
          - chart: {kind: line, title: 曝光, table: weekly, by: 周次, split: 渠道, value: sum(曝光), unit: 次}
      - label: 项目
        title: 四个项目的名称像公式，仍是文字
        blocks:
          - chart: {kind: bar, title: 金额, table: items, by: 项目, value: sum(金额), unit: 元}
"""


def write_kpi(path: Path) -> None:
    """Write a target sheet with a merged title, merged departments, figures as text, a percentage by format and a total row."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "目标"
    sheet["A1"] = "2025 年目标责任书"
    sheet.merge_cells("A1:F1")
    sheet["A1"].alignment = Alignment(horizontal="center")
    rows: list[list[object]] = [
        ["部门", "编号", "指标", "上半年目标", "去年同期", "权重"],
        ["运营部", "GMV", "成交额", "600万", 5_500_000, 0.6],
        [None, "COST", "费用", "１６０万", 1_500_000, 0.25],
        ["会员部", "NEW", "新客", 20_000, "暂无", 0.15],
        ["合计", None, None, None, None, 1],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    for row_number in range(3, 7):
        sheet.cell(row_number, 6).number_format = "0%"
    book.save(path)


def write_small_report(root: Path, name: str = NAME) -> Path:
    """Write `content/<name>/` with report, metrics and tables; return that folder."""
    folder = root / "content" / name
    (folder / "data").mkdir(parents=True)
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "metrics.yaml").write_text(METRICS, encoding="utf-8")
    (folder / "data" / "weekly.csv").write_bytes(WEEKLY.replace("\n", "\r\n").encode("gb18030"))
    (folder / "data" / "items.csv").write_text(HOSTILE, encoding="utf-8-sig")
    write_kpi(folder / "data" / "kpi.xlsx")
    return folder


def workspace_at(root: Path) -> Workspace:
    return Workspace(root.resolve(), root.resolve() / "out", TODAY)
