"""A whole report on a Parquet file, an SQLite file, a database and a scorecard known by its header: each figure is traced to its cells."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from pathlib import Path

import duckdb
import openpyxl
import pytest

from engine.base.diagnostics import Severity
from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace
from engine.pipeline import BuildRequest, ReportResult, build_report, check_report

REPORT = """\
kind: midyear-review
title: 上半年述职
date: 2025-07-08
period: 2025H1
department: 华东
data:
  weekly:
    file: data/weekly.parquet
    contract: {columns: {曝光: {type: number, min: 0}}, unique: [周, 渠道], fresh_until: period_end, severity: warn}
  orders: {file: data/ops.sqlite, table: 订单}
  costs:
    url_env: OPS_URL
    query: SELECT 团队, sum(花费) AS 花费 FROM 费用 WHERE 团队 = :team AND 日 <= :day GROUP BY 团队
    params: {team: "{{ department }}", day: "{{ period_end }}"}
  kpi: {file: data/kpi.xlsx}
metrics:
  exposure: {label: 曝光量, table: weekly, value: sum(曝光), unit: 次, source: 埋点平台}
  orders: {label: 订单数, table: orders, value: sum(件数), unit: 单, source: 交易中台}
  cost: {label: 费用, table: costs, value: sum(花费), unit: 元, source: 财务系统}
  scorecards: [kpi]
sections:
  - title: 结果
    topics:
      - label: 总览
        title: 曝光 {{ m.exposure }}，订单 {{ m.orders }}，费用 {{ m.cost }}
        blocks:
          - text: GMV {{ m.活动_GMV }}，目标 {{ m.活动_GMV.target }}，完成率 {{ m.活动_GMV.attainment }}，同比 {{ m.活动_GMV.yoy }}。
"""


def write(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    with duckdb.connect(":memory:") as connection:
        rows = "(DATE '2025-06-23', '抖音', 1200), (DATE '2025-06-23', '小红书', 800), (DATE '2025-06-16', '抖音', 500)"
        connection.execute(
            f"COPY (SELECT * FROM (VALUES {rows}) AS t(周, 渠道, 曝光)) TO '{folder / 'data/weekly.parquet'}' (FORMAT parquet)"
        )
    ops = sqlite3.connect(folder / "data" / "ops.sqlite")
    ops.execute("CREATE TABLE 订单 (渠道 TEXT, 件数 INTEGER)")
    ops.execute("INSERT INTO 订单 VALUES ('抖音', 30), ('小红书', 12)")
    ops.execute("CREATE TABLE 费用 (团队 TEXT, 日 TEXT, 花费 REAL)")
    ops.execute(
        "INSERT INTO 费用 VALUES ('华东', '2025-06-01', 600), ('华东', '2025-06-30', 400), ('华东', '2025-07-01', 9), ('华北', '2025-06-01', 9)"
    )
    ops.commit()
    ops.close()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["2025 年度目标表"], ["指标名称", "年度目标", "完成值", "去年同期", "单位"], ["活动 GMV", 120000, 90000, 75000, "元"]):
        sheet.append(row)
    book.save(folder / "data" / "kpi.xlsx")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    folder = tmp_path / "content" / "r"
    write(folder)
    monkeypatch.setenv("OPS_URL", f"sqlite:///{folder / 'data' / 'ops.sqlite'}")
    return Workspace(tmp_path, tmp_path / "out", dt.date(2025, 7, 8))


def built(workspace: Workspace) -> ReportResult:
    return build_report(workspace, workspace.root / "content" / "r", BuildRequest(("pptx", "docx")))


def test_each_figure_is_traced_to_its_rows(workspace: Workspace) -> None:
    result = built(workspace)
    assert not result.has_errors, [item.message.zh for item in result.diagnostics]
    blob = next(artifact.blob for artifact in result.artifacts if artifact.format == "facts")
    facts = {fact["id"]: fact for fact in json.loads(blob)["facts"]}
    traced = {name: (fact["raw"], [place["cells"] for place in fact["ranges"]]) for name, fact in facts.items()}
    data = "content/r/data"
    assert traced["exposure.actual"] == (2500.0, [f"{data}/weekly.parquet!曝光#1:曝光#3"])
    assert facts["exposure.actual"]["ranges"][0]["row_numbers"] == "1-3"
    assert traced["orders.actual"] == (42.0, [f"{data}/ops.sqlite!订单!件数#1:件数#2"])
    raw, (cells,) = traced["cost.actual"]
    assert raw == 1000.0 and cells.startswith("$OPS_URL!query-") and cells.endswith("!花费#1")
    assert traced["活动_GMV.attainment"] == (0.75, [f"{data}/kpi.xlsx!Sheet!C3", f"{data}/kpi.xlsx!Sheet!B3"])
    assert traced["活动_GMV.yoy"][0] == pytest.approx(0.2)


def test_what_was_noticed_is_told(workspace: Workspace) -> None:
    result = check_report(workspace, workspace.root / "content" / "r")
    told = {(item.severity, item.code): f"{item.where}: {item.message.zh}" for item in result.diagnostics}
    assert told[Severity.WARNING, "DATA065"] == "weekly.parquet!周#1: 「周」最新是 2025-06-23，应到 2025-06-30"
    assert told[Severity.INFO, "FACT017"] == (
        "kpi.xlsx!Sheet!2:2: 计分卡“kpi”按表头理解：指标←A「指标名称」，实际←C「完成值」，目标←B「年度目标」，"
        "去年同期←D「去年同期」，单位←E「单位」；编号取自指标名"
    )


def test_a_second_build_gives_the_same_bytes(workspace: Workspace) -> None:
    assert [artifact.blob for artifact in built(workspace).artifacts] == [artifact.blob for artifact in built(workspace).artifacts]


def test_nothing_built_tells_the_address(workspace: Workspace) -> None:
    for artifact in built(workspace).artifacts:
        assert b"sqlite:///" not in artifact.blob


def test_a_missing_driver_is_trouble_of_the_machine(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPS_URL", "mysql+pymysql://a:geheim@h/x")
    with pytest.raises(EnvironmentFault):
        check_report(workspace, workspace.root / "content" / "r")
