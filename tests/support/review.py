"""A small half-year in tables and metrics, with round numbers that can be checked by hand, and a bench to build author blocks on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.base.diagnostics import Language, Location
from engine.base.workspace import Workspace
from engine.blocks.definition import BlockContext
from engine.compose.block_builder import BlockBuilder
from engine.compose.desk import Desk
from engine.compose.jinja import Templates
from engine.load.locate import LocatedList, SeqNode, plain
from engine.load.text_file import SourceText
from engine.load.yaml_reader import read_yaml
from engine.metrics.define import define
from engine.metrics.definition import Metric, MetricsSchema
from engine.metrics.filters import filters
from engine.metrics.marks import unmarked
from engine.metrics.periods import parse_period
from engine.metrics.query import Queries
from engine.metrics.store import Metrics
from engine.metrics.verdict import DEFAULT_THRESHOLDS, Thresholds
from engine.model.blocks import Badge, Block, Chart, Table, TableCell
from engine.model.charts import ChartData
from engine.model.facts import Ledger
from engine.model.inlines import Tone
from engine.model.report import Period
from engine.model.tables import Cell, Column, ColumnType, DataTable

TODAY = dt.date(2025, 7, 8)
AT = Location("metrics.yaml", 3, 10)
NB = "\u00a0"


def table(name: str, columns: Mapping[str, Sequence[Cell]], *, sheet: str = "", percent: Sequence[str] = ()) -> DataTable:
    """Return a table whose first record stands in row 2; columns of strings are text, of dates dates, others numbers."""
    count = len(next(iter(columns.values())))
    made = tuple(
        Column(label, _type(values), tuple(values), chr(ord("A") + index), label in percent)
        for index, (label, values) in enumerate(columns.items())
    )
    return DataTable(name, f"data/{name}.{'xlsx' if sheet else 'csv'}", sheet, made, tuple(range(2, count + 2)))


def _type(values: Sequence[Cell]) -> ColumnType:
    first = next((value for value in values if value is not None), None)
    if isinstance(first, str):
        return ColumnType.TEXT
    return ColumnType.DATE if isinstance(first, dt.date) else ColumnType.NUMBER


TABLES: Mapping[str, DataTable] = {
    one.name: one
    for one in (
        table(
            "sales",
            {
                "活动": ["年货节", "开年焕新", "春日焕新", "会员月", "五一", "618"],
                "渠道": ["商城", "直播间", "商城", "社群", "直播间", "商城"],
                "日期": [dt.date(2025, month, 15) for month in range(1, 7)],
                "GMV": [2268e4, 1044e4, 2090e4, 1455e4, 1836e4, 4147e4],
                "目标": [2100e4, 1200e4, 1900e4, 1500e4, 1800e4, 3500e4],
                "费用": [300e4, 400e4, 500e4, 200e4, 600e4, 880e4],
                "转化率": [0.1, 0.08, 0.11, 0.09, 0.1, 0.12],
            },
            percent=["转化率"],
        ),
        table(
            "before",
            {
                "id": ["gmv.actual|wan0", "gmv.actual", "retention.actual", "satisfaction.actual", "events.status"],
                "raw": [10000e4, 10000e4, 0.19, 4.60, None],
            },
        ),
        table(
            "last_year",
            {
                "渠道": ["商城", "直播间", "社群"],
                "GMV": [6000e4, 3000e4, 1800e4],
                "费用": [1000e4, 900e4, 500e4],
                "触达": [1000e4, 500e4, 500e4],
                "点击": [200e4, 100e4, 100e4],
                "支付": [81e4, 40e4, 41e4],
            },
        ),
        table("targets", {"指标": ["GMV", "费用"], "目标": [12000e4, 3000e4]}, sheet="目标"),
        table("funnel", {"渠道": ["商城", "直播间"], "触达": [1600e4, 900e4], "点击": [300e4, 225e4], "支付": [100e4, 57.5e4]}),
        table(
            "kpi",
            {
                "编号": ["satisfaction", "retention", "complaints"],
                "指标": ["用户满意度", "新客次月留存率", "投诉量"],
                "目标": [4.6, 0.2, 100],
                "实际": [4.62, 0.17, 104],
                "去年": [4.51, 0.182, None],
                "单位": ["分", "%", "件"],
                "负责人": ["林晓", "陈立", "王敏"],
                "方向": ["越高越好", "越高越好", "越低越好"],
            },
            sheet="指标",
        ),
        table(
            "modules",
            {
                "策略模块": ["活动增长", "新客留存"],
                "具体目标": ["6 月底前 GMV 达到 12,000 万元", "次月留存率达到 20%"],
                "执行计划": ["六场分段蓄水", "首单礼券"],
                "指标": ["gmv", "retention"],
                "偏差原因": ["预热提前", "首单后只触达一次"],
                "优化措施": ["模板推广", "分四次触达"],
                "负责人": ["林晓", "陈立"],
                "完成时限": [dt.date(2025, 9, 30), dt.date(2025, 8, 31)],
            },
        ),
        table(
            "paths",
            {
                "路径": ["P1", "P1", "P1", "P2", "P2", "P3"],
                "步": [1.0, 2.0, 3.0, 1.0, 2.0, 1.0],
                "渠道": ["社群", "直播间", "商城", "直播间", "社群", "商城"],
                "支付": [100.0, 100.0, 100.0, 50.0, 50.0, 10.0],
            },
        ),
        table("daily", {"日": [dt.date(2025, 1, 1) + dt.timedelta(days=day) for day in range(45)], "量": [1.0] * 45}),
        table("budget", {"科目": ["媒介", "补贴", "储备金"], "金额": [1330e4, 1064e4, 456e4], "说明": ["A 级优先", "分档权益", None]}),
    )
}

DEFINITIONS: Mapping[str, object] = {
    "gmv": {
        "label": "活动 GMV",
        "table": "sales",
        "value": "sum(GMV)",
        "target": {"table": "targets", "value": "max(目标)", "where": "指标 = 'GMV'"},
        "compare": {"yoy": {"table": "last_year"}},
        "unit": "元",
        "source": "交易中台",
    },
    "cost": {
        "label": "活动费用",
        "table": "sales",
        "value": "sum(费用)",
        "target": "3000万",
        "compare": {"yoy": {"table": "last_year"}},
        "unit": "元",
        "better": "lower",
        "source": "费用台账",
    },
    "roi": {"label": "投入产出比", "formula": "gmv / cost", "target": 4.0},
    "june": {
        "label": "6 月 GMV",
        "table": "sales",
        "value": "sum(GMV)",
        "unit": "元",
        "date": "日期",
        "period": "2025-06",
        "compare": {"mom": {"shift": "1 month"}, "yoy": {"shift": "1 year"}},
    },
    "rate": {"label": "转化率", "table": "sales", "value": "avg(转化率)", "unit": "%", "target": "10%", "tolerance": "1%"},
    "events": {"label": "活动场次", "table": "sales", "value": "count(*)", "unit": "场"},
    "by_event": {
        "label": "活动 GMV",
        "table": "sales",
        "value": "sum(GMV)",
        "target": {"table": "sales", "value": "sum(目标)"},
        "unit": "元",
    },
    "scorecards": [
        {
            "table": "kpi",
            "id": "编号",
            "label": "指标",
            "target": "目标",
            "actual": "实际",
            "previous": "去年",
            "unit": "单位",
            "owner": "负责人",
            "better": "方向",
        }
    ],
}  # fmt: skip


FULL: Mapping[str, object] = {
    **DEFINITIONS,
    "roas": {
        "label": "ROAS",
        "table": "sales",
        "formula": "roas",
        "inputs": {"revenue": "sum(GMV)", "cost": "sum(费用)"},
        "compare": {"yoy": {"table": "last_year"}},
    },
    "times": {"label": "场次", "table": "sales", "value": "count(*)", "unit": "场", "better": "lower"},
    "total_score": {"label": "综合得分", "score": {"weights": {"gmv": 60, "cost": 20, "retention": 20}, "cap": "105%"}},
    "channel_score": {"label": "渠道评分", "grading": {"by": "渠道", "weights": {"roas": 75, "times": 25}, "cuts": {"A": 80, "B": 60}}},
    "touch": {
        "label": "支付人数",
        "table": "paths",
        "attribution": {"path": "路径", "time": "步", "channel": "渠道", "value": "支付", "model": "linear", "half_life": 1},
        "unit": "人",
        "source": "归因样本",
    },
    "roi_case": {"label": "推广 ROI", "sensitivity": {"return": "gmv", "cost": "cost", "elasticity": 0.5}},
    "watched": {
        "label": "单月 GMV",
        "table": "sales",
        "value": "sum(GMV)",
        "unit": "元",
        "date": "日期",
        "period": "2025-06",
        "compare": {"mom": {}},
        "owner": "林晓",
        "alerts": [{"rise": "50%", "action": "查刷量"}, {"rise": "100%", "severity": "red", "action": "停投"}, {"below": "1000万"}],
    },
    "year_gmv": {
        "label": "年度 GMV",
        "table": "sales",
        "value": "sum(GMV)",
        "unit": "元",
        "compare": {"yoy": {"table": "last_year"}},
        "forecast": {"method": "same-period", "last_year": "2.4亿", "target": "2.5亿"},
        "source": "交易中台",
    },
    "reached": {"label": "触达", "table": "funnel", "value": "sum(触达)", "unit": "人", "compare": {"yoy": {"table": "last_year"}}},
    "clicked": {"label": "点击", "table": "funnel", "value": "sum(点击)", "unit": "人", "compare": {"yoy": {"table": "last_year"}}},
    "paid": {"label": "支付", "table": "funnel", "value": "sum(支付)", "unit": "人", "compare": {"yoy": {"table": "last_year"}}},
}
"""The sample with one of each special metric."""


def period(code: str = "2025H1") -> Period:
    found = parse_period(code)
    assert found is not None
    return found


def definitions(content: Mapping[str, object] = DEFINITIONS) -> dict[str, Metric]:
    """Return metrics from the content of a metrics.yaml that has no mistake."""
    return define(MetricsSchema.model_validate(content), TABLES, lambda _path: AT, Language.ZH).expect_clean()


def queries() -> Queries:
    return Queries(TABLES)


def metrics(
    content: Mapping[str, object] = DEFINITIONS,
    *,
    language: Language = Language.ZH,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    today: dt.date = TODAY,
) -> Metrics:
    return Metrics(definitions(content), TABLES, period=period(), today=today, language=language, thresholds=thresholds)


@dataclass(frozen=True, slots=True)
class Built:
    """The kernel blocks of one author block, what was noticed (`place: code message`), and the ledger."""

    blocks: tuple[Block, ...]
    findings: tuple[str, ...]
    ledger: Ledger


def builder(language: Language = Language.ZH, content: Mapping[str, object] = DEFINITIONS) -> BlockBuilder:
    """Return what builds author blocks on the sample."""
    found = metrics(content, language=language)
    here = Path("/nowhere")
    desk = Desk(Workspace(here, here, TODAY), here, language, TODAY, found, Templates(filters(language)))
    return BlockBuilder(desk, {"m": found.namespace(), "cite": found.cite})


def context(language: Language = Language.ZH) -> BlockContext:
    """Return what a block of the sample may ask for."""
    return builder(language)._context(AT)


def build(content: str, *, language: Language = Language.ZH, definitions: Mapping[str, object] = DEFINITIONS) -> Built:
    """Build the author blocks of a YAML list, as they would stand under `blocks:`."""
    node = read_yaml(SourceText.of("report.yaml", content)).expect_clean()
    assert isinstance(node, SeqNode)
    values = plain(node)
    assert isinstance(values, LocatedList)
    bench = builder(language, definitions)
    blocks, desk = bench.build(values), bench.desk
    findings = tuple(f"{item.where}: {item.code} {unmarked(item.message.zh)}" for item in desk.findings)
    return Built(blocks, findings, desk.metrics.facts.ledger())


def one(content: str, *, language: Language = Language.ZH, definitions: Mapping[str, object] = DEFINITIONS) -> Block:
    """Build content that makes exactly one kernel block and no finding."""
    built = build(content, language=language, definitions=definitions)
    assert not built.findings, built.findings
    (block,) = built.blocks
    return block


def chart(content: str, *, language: Language = Language.ZH) -> ChartData:
    """Build one chart from the inside of its braces, without a finding."""
    block = one(f"- chart: {{{content}}}", language=language)
    assert isinstance(block, Chart)
    return block.data


def refusal(content: str, *, definitions: Mapping[str, object] = DEFINITIONS) -> str:
    """Return the only finding about content that makes no block."""
    built = build(content, definitions=definitions)
    (found,) = built.findings
    assert not built.blocks
    return found


def grid(found: Table) -> str:
    """Return a table as text: header with units, then the rows; tones and badges in brackets."""

    def cell(one_cell: TableCell) -> str:
        marks = [one_cell.tone.value] * (one_cell.tone is not Tone.NORMAL) + [one_cell.badge.value] * (one_cell.badge is not Badge.NONE)
        return one_cell.text.plain + (f"[{' '.join(marks)}]" if marks else "")

    head = " | ".join(" ".join(filter(None, (column.header.plain, column.unit))) for column in found.columns)
    rows = [("= " if row.total else "") + " | ".join(map(cell, row.cells)) for row in found.rows]
    return "\n".join([head, *rows]).replace(NB, " ")
