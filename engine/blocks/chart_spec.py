"""What an author may write about a chart. The kinds are names here; `engine.charts` knows how each is drawn."""

from __future__ import annotations

from enum import Enum
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from engine.base.diagnostics import Location
from engine.load.prose import Prose
from engine.load.spec import Spec, mistake, said

Kind = Literal[
    "column", "bar", "stacked", "line", "area", "combo", "pie", "doughnut", "scatter", "bubble", "radar", "target-actual", "funnel", "waterfall"
]  # fmt: skip


class Form(Enum):
    """The ways to give a chart its data."""

    METRICS = "metrics"
    METRIC = "metric"
    TABLE = "table"
    ROWS = "rows"
    STAGES = "stages"


class SeriesSpec(Spec):
    short_form = "name"
    name: Prose = Field(description=said("系列名", "name of the series"))
    value: Prose | None = Field(default=None, description=said("SQL 聚合，如 sum(GMV)", "an SQL aggregate such as sum(GMV)"))
    unit: Prose | None = Field(default=None, description=said("数据本身的单位，如 元", "unit the data are in"))
    secondary: bool = Field(default=False, description=said("用右侧第二坐标轴（combo）", "on the second axis (combo)"))
    emphasis: Literal["auto", "highlight", "muted", "hollow"] = Field(
        default="auto", description=said("突出、淡化或空心", "how it stands out")
    )


class StageSpec(Spec):
    label: Prose = Field(description=said("环节名称", "name of the stage"))
    value: Prose = Field(description=said("SQL 聚合、指标或数字", "an SQL aggregate, a metric or a number"))


class BandSpec(Spec):
    """A labelled stretch of the category axis."""

    label: Prose = Field(description=said("名称，如活动名", "what it is called"))
    first: Prose = Field(description=said("第一个类目", "first category"))
    last: Prose = Field(description=said("最后一个类目", "last category"))
    target: Prose | None = Field(default=None, description=said("这一段的目标线", "target line of this stretch"))


class NoteSpec(Spec):
    at: Prose = Field(description=said("标在哪个类目", "category"))
    label: Prose = Field(description=said("说明文字", "what it says"))


def _listed(value: Any) -> Any:
    return [value] if value is not None and not isinstance(value, list) else value


class ChartSpec(Spec):
    """A chart and its data, in one of five forms: metrics · metric + by · table + by · rows · stages."""

    kind: Kind = Field(description=said("图表种类", "chart kind"))
    title: Prose = Field(description=said("量的名称", "name of the quantity shown"))
    unit: Prose | None = Field(
        default=None, description=said("数据本身的单位，如 元；图上自动换算成万元", "unit of the data; the scale is chosen")
    )
    decimals: int | None = Field(default=None, ge=0, le=4, description=said("小数位", "decimals"))
    metrics: list[Prose] = Field(
        default=[], description=said("指标，每个一根柱；加 by 则每个一个系列", "metrics, one bar each; with `by` one series each")
    )
    metric: Prose | None = Field(default=None, description=said("按 by 拆开的一个指标", "one metric, split by `by`"))
    table: Prose | None = Field(default=None, description=said("数据表", "data table"))
    by: Prose | None = Field(default=None, description=said("类目列", "column of the categories"))
    value: Prose | None = Field(default=None, description=said("SQL 聚合，如 sum(GMV)", "an SQL aggregate such as sum(GMV)"))
    series: list[SeriesSpec] = Field(default=[], description=said("多个系列", "several series"))
    split: Prose | None = Field(default=None, description=said("每个取值一个系列的列", "column with one series per value"))
    where: Prose = Field(default=Prose(), description=said("行条件", "condition on the rows"))
    order: Literal["value", "table", "label"] | None = Field(default=None, description=said("类目顺序", "order of the categories"))
    top: int | None = Field(
        default=None, ge=2, le=40, description=said("只留前几个，其余并为“其他”", "keep the first ones, the rest becomes “other”")
    )
    rows: list[list[Prose | None]] = Field(
        default=[], description=said("直接写的数：[类目, 值, …]", "written numbers: [category, value, …]")
    )
    stages: list[StageSpec] = Field(default=[], description=said("漏斗环节", "stages of a funnel"))
    previous: Prose | None = Field(default=None, description=said("去年同期的数据表（漏斗）", "last year's table (funnel)"))
    target: Prose | None = Field(
        default=None, description=said("目标：各类目的 SQL 聚合，或一条目标线", "target: an SQL aggregate, or one line")
    )
    better: Literal["higher", "lower"] = Field(default="higher", description=said("越高越好还是越低越好", "polarity of the judged values"))
    highlight: list[Prose] | None = Field(default=None, description=said("突出的类目", "categories that carry the message"))
    bands: list[BandSpec] = Field(default=[], description=said("类目轴上的时段", "stretches of the category axis"))
    notes: list[NoteSpec] = Field(default=[], description=said("点上的说明", "annotations"))
    total: list[Prose] | None = Field(default=None, description=said("瀑布图里立在轴上的柱", "waterfall bars that stand on the axis"))
    axis_from: Prose | None = Field(default=None, description=said("截断的纵轴起点（仅瀑布图）", "start of a cut axis (waterfall only)"))
    value_rows: bool | None = Field(default=None, description=said("图下的数值行", "rows of values below the plot"))
    source: Prose = Field(default=Prose(), description=said("来源", "source"))

    _listed = field_validator("highlight", "total", "metrics", mode="before")(_listed)

    @model_validator(mode="after")
    def _one_form(self) -> ChartSpec:
        forms = self._forms()
        if len(forms) != 1:
            zh = "没有数据" if not forms else "数据写了两种：" + "、".join(form.value for form in forms)
            en = "it has no data" if not forms else "its data come in two forms: " + ", ".join(form.value for form in forms)
            hint = "写 metrics、metric 加 by、table 加 by、rows 或 stages 之一"
            raise mistake(f"图表{zh}", f"chart: {en}", hint, "write one of metrics, metric and by, table and by, rows, stages")
        form = forms[0]
        if form not in (Form.TABLE, Form.STAGES) and (self.where or self.split):
            zh, en = "where 和 split 只用于 table 形式的数据", "`where` and `split` go with data from a table"
            raise mistake(zh, en, "改用 table 和 value", "use table and value")
        if form in (Form.METRIC, Form.TABLE) and self.by is None:
            raise mistake("图表缺少 by（类目列）", "the chart has no `by` (column of the categories)", "如 by: 渠道", "e.g. by: channel")
        if form is Form.TABLE and self.value is None and not any(series.value for series in self.series):
            zh, en = "图表缺少 value 或 series（要算什么）", "the chart has neither value nor series (what to compute)"
            raise mistake(zh, en, "如 value: sum(GMV)", "e.g. value: sum(GMV)")
        return self

    @property
    def kind_place(self) -> Location:
        """Where to report what is wrong with the chart as a whole: at its title."""
        return self.title.where

    @property
    def form(self) -> Form:
        return self._forms()[0]

    def _forms(self) -> list[Form]:
        given = {
            Form.STAGES: bool(self.stages),
            Form.METRICS: bool(self.metrics),
            Form.METRIC: self.metric is not None,
            Form.ROWS: bool(self.rows),
            Form.TABLE: self.table is not None and not self.stages,
        }
        return [form for form, present in given.items() if present]
