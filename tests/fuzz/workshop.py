"""A report with the author blocks that no sample uses, and a chart of every form, on small tables whose values may lie at the ends, too."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import random
from pathlib import Path
from typing import Any

from tests.support.foreign import png
from tests.support.review import FULL, TABLES

NAME = "workshop"
FIGURES = (0, 1, 2, 7, 100, 9_999, 123_456_789, 10**12, 0.001, 0.5, 1e-6, 12_345.678)
ANY = frozenset({"sales", "last_year", "funnel", "before", "budget", "targets"})
"""The tables in which any figure may stand; in the others some belong together."""
HEADER: dict[str, Any] = {
    "kind": "midyear-review",
    "title": "半年小结",
    "date": "2025-07-08",
    "period": "2025H1",
    "data": {name: f"data/{name}.csv" for name in TABLES},
    "metrics": "metrics.yaml",
}
_SALES = {"table": "sales", "by": "活动", "unit": "元"}
_SERIES = tuple(
    {"name": name, "value": value}
    for name, value in (("GMV", "sum(GMV)"), ("目标", "sum(目标)"), ("转化率", "avg(转化率)"), ("费用", "sum(费用)"))
)
_STAGES = [{"label": name, "value": f"sum({name})"} for name in ("触达", "点击", "支付")]
_LINED = ("column", "bar", "line", "area", "radar")
BLOCKS: tuple[dict[str, Any], ...] = (
    {"score": {"metric": "total_score", "caption": "上半年综合得分"}},
    {"spending": {"table": "sales", "item": "渠道", "plan": "目标", "spent": "费用", "unit": "万元", "reserve": "社群", "note": "截至六月"}},
    {"grading": {"metric": "channel_score", "actions": {"A": "加码", "B": "稳投", "C": "限额"}}},
    {"funnel": {"stages": ["reached", "clicked", "paid"], "previous": True, "caption": "从触达到支付"}},
    {"image": {"file": "photo.png", "alt": "现场照片", "caption": "图：现场", "source": "摄影组"}},
    {"pagebreak": True},
    {"changes": {"since": "before", "metrics": ["gmv", "retention", "satisfaction"]}},
    {"alerts": {"metrics": ["watched"]}},
    {"forecast": {"metrics": ["year_gmv"], "methods": ["linear", "same-period"], "caption": "全年预测"}},
    {"attribution": {"metric": "touch"}},
    {"sensitivity": {"metric": "roi_case", "steps": ["-20%", "+20%"]}},
    {"tracking": {"table": "modules"}},
    {"text": "上半年成交 {{ m.gmv }}，完成 {{ m.gmv.attainment }}。"},
    {"heading": "小标题"},
    {"quotes": [{"text": "到手价一目了然。", "person": "钱女士", "tag": "肯定", "action": {"label": "后续动作", "text": "延续"}}]},
    {"chart": {"kind": "funnel", "title": "转化", "table": "funnel", "previous": "last_year", "stages": _STAGES}},
    {"chart": {"kind": "target-actual", "title": "目标与实际", "metric": "by_event", "by": "活动"}},
    {"chart": {"kind": "waterfall", "title": "计划到实际", "unit": "元", "rows": [["计划总额", "3000万"], ["媒介", "+64万"], ["合计", "3064万"]]}},
    *({"chart": {"kind": kind, "title": "活动 GMV", **_SALES, "value": "sum(GMV)"}} for kind in (*_LINED, "pie", "doughnut")),
    *({"chart": {"kind": kind, "title": "GMV 与目标", **_SALES, "series": _SERIES[:2]}} for kind in (*_LINED, "stacked", "scatter")),
    {"chart": {"kind": "combo", "title": "GMV 与转化", **_SALES, "series": [_SERIES[0], {**_SERIES[2], "secondary": True}]}},
    {"chart": {"kind": "bubble", "title": "费用、GMV 与目标", **_SALES, "series": [_SERIES[0], _SERIES[1], _SERIES[3]]}},
    {"chart": {"kind": "column", "title": "写出的数", "unit": "件", "rows": [["甲", 1], ["乙", 2], ["丙", 3.5]]}},
    {"table": {"header": ["动作", "负责人"], "rows": [["扩大蓄水", "林晓"], ["提前备货", "陈立"]], "caption": "动作", "note": "注"}},
    {"table": {"data": "sales", "columns": [{"field": "活动"}, {"field": "GMV", "unit": "元", "format": "wan"}], "total": {"sum": ["GMV"]}}},
)  # fmt: skip


def write_workshop(root: Path, chance: random.Random | None = None) -> Path:
    """Write the tables and metrics of the report below `root`, and return its folder; with `chance` some figures are extreme."""
    folder = root / "content" / NAME
    (folder / "data").mkdir(parents=True)
    (folder / "metrics.yaml").write_text(json.dumps(FULL, ensure_ascii=False), "utf-8")
    (folder / "photo.png").write_bytes(png(1_200, 800).getvalue())
    for name, table in TABLES.items():
        written = io.StringIO()
        rows = csv.writer(written, lineterminator="\n")
        rows.writerow([column.name for column in table.columns])
        ends = chance if name in ANY else None
        rows.writerows(zip(*([_cell(cell, ends) for cell in column.values] for column in table.columns), strict=True))
        (folder / "data" / f"{name}.csv").write_text(written.getvalue(), "utf-8")
    return folder


def _cell(value: object, chance: random.Random | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and chance is not None and chance.random() < 0.15:
        return f"{chance.choice(FIGURES):.6f}".rstrip("0").rstrip(".")
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
