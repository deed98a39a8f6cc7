"""`tracking`: strategy modules as rows: goal, plan, metric, source, actual, deviation, cause, measure, owner, due date.

    - tracking:
        - module: 会员复购
          goal: 9 月底前 60 天复购率达到 33.0%
          plan: 每月一次会员日，分三档权益
          metric: repurchase
          cause: 沉睡会员只收到一次提醒
          measure: 沉睡 90 天的会员分三次唤醒
          owner: 顾清禾
          due: 10 月 20 日
    - tracking: {table: modules}        # columns 策略模块, 具体目标, 执行计划, 指标, 偏差原因, 优化措施, 负责人, 完成时限

Actual, target, deviation, attainment, verdict and the data source come from the metric and are never typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pydantic import Field, model_validator

from engine.base.diagnostics import Location, Phrase
from engine.base.records import dataclass
from engine.blocks.aspects import tone_of
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import cell, column
from engine.blocks.plot import toned, used_text
from engine.blocks.quantities import metric_view
from engine.load.prose import Prose
from engine.load.spec import Spec, mistake, said
from engine.metrics.compare import DeviationSign
from engine.metrics.problems import no_rows, unknown_column
from engine.metrics.query import Selection
from engine.metrics.shortfall import shortfall
from engine.metrics.view import MetricView, shown
from engine.model.blocks import Align, Block, ColumnGroup, Table, TableCell, TableColumn, TableRow
from engine.model.evidence import Duty, Goal, Remedy
from engine.model.inlines import Span, Text, text
from engine.model.tables import Cell, DataTable
from engine.model.theme import STATUS_GLYPHS

MODULE, GOAL, PLAN = Phrase("策略模块", "Module"), Phrase("具体目标（SMART）", "Goal (SMART)"), Phrase("执行计划", "Plan")
METRIC, SOURCE, ACTUAL = Phrase("关键指标", "KPI"), Phrase("数据来源", "Data source"), Phrase("实际完成值", "Actual")
CAUSE, MEASURE = Phrase("偏差原因\n分析", "Cause"), Phrase("优化措施", "Measure")
OWNER, DUE = Phrase("负责人", "Owner"), Phrase("完成时限", "Due")
DEVIATION = {
    DeviationSign.ACTUAL_MINUS_TARGET: Phrase("偏差值\n（实际−目标）", "Deviation\n(actual − target)"),
    DeviationSign.TARGET_MINUS_ACTUAL: Phrase("偏差值\n（目标−实际）", "Deviation\n(target − actual)"),
}
TARGET = Phrase("目标", "target")
GROUPS = (
    (Phrase("目标与计划", "Goal and plan"), 3),
    (Phrase("如何衡量", "How it is measured"), 2),
    (Phrase("结果", "Result"), 2),
    (Phrase("诊断与改进", "Diagnosis and mend"), 2),
    (Phrase("责任", "Who and when"), 2),
)
WEIGHTS = (0.92, 1.38, 1.28, 0.96, 0.92, 1.52, 1.56, 1.20, 1.20, 0.78, 0.84)
"""Of the eleven columns: near those of the board (slide 16), results wide enough for a number with its unit."""


class TrackingRowSpec(Spec):
    module: Prose = Field(description=said("策略模块", "strategy module"))
    goal: Prose = Field(description=said("具体目标：多少、到何时", "goal: how much, by when"))
    plan: Prose = Field(description=said("执行计划", "what is done"))
    metric: Prose = Field(description=said("关键指标编号", "id of the metric"))
    part: dict[str, Prose] = Field(default={}, max_length=1, description=said("只看一部分：列: 取值", "one part only — column: value"))
    cause: Prose = Field(default=Prose(), description=said("偏差原因", "cause of the deviation"))
    measure: Prose = Field(default=Prose(), description=said("优化措施", "what is changed"))
    owner: Prose = Field(description=said("一位负责人", "the one owner"))
    due: Prose = Field(description=said("完成时限", "when it is due"))


class TrackingColumnsSpec(Spec):
    """Names of the columns of a table of modules."""

    module: Prose = Field(default=Prose("策略模块"), description=said("策略模块列", "column of the modules"))
    goal: Prose = Field(default=Prose("具体目标"), description=said("目标列", "column of the goals"))
    plan: Prose = Field(default=Prose("执行计划"), description=said("计划列", "column of the plans"))
    metric: Prose = Field(default=Prose("指标"), description=said("指标编号列", "column of metric ids"))
    cause: Prose = Field(default=Prose("偏差原因"), description=said("原因列", "column of the causes"))
    measure: Prose = Field(default=Prose("优化措施"), description=said("措施列", "column of the measures"))
    owner: Prose = Field(default=Prose("负责人"), description=said("负责人列", "column of the owners"))
    due: Prose = Field(default=Prose("完成时限"), description=said("时限列", "column of the due dates"))


class TrackingSpec(Spec):
    short_form = "rows"
    rows: list[TrackingRowSpec] = Field(default=[], description=said("策略模块", "the modules"))
    table: Prose | None = Field(default=None, description=said("数据表，每行一个模块", "data table, one module a row"))
    columns: TrackingColumnsSpec = Field(
        default_factory=TrackingColumnsSpec, description=said("表中各列的名称", "names of the table's columns")
    )
    where: Prose = Field(default=Prose(), description=said("行条件", "condition on the rows"))
    groups: bool = Field(default=True, description=said("表头上方的分组", "the bands above the header"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注", "note"))

    @model_validator(mode="after")
    def _one_form(self) -> TrackingSpec:
        if bool(self.rows) == (self.table is not None):
            hint_zh, hint_en = "直接写列表，或写 table", "write a list, or table"
            raise mistake("策略模块要么写出来，要么来自一张表", "modules are either written or come from a table", hint_zh, hint_en)
        return self


@dataclass(frozen=True, slots=True)
class _Row:
    """One module: `words` are module, goal, plan, cause, measure, owner and due date; `at` is where the metric is named."""

    words: tuple[Text, ...]
    view: MetricView
    at: Location


def build(spec: TrackingSpec, context: BlockContext) -> tuple[Block, ...]:
    rows = list(_from_table(spec, context) if spec.table is not None else _written(spec, context))
    if not rows:
        return ()
    groups = tuple(ColumnGroup(text(context.say(label)), span, strong=index == 2) for index, (label, span) in enumerate(GROUPS))
    body = tuple(TableRow(_cells(row, context)) for row in rows)
    caption, note = context.text(spec.caption), context.text(spec.note)
    return (Table(_columns(context), body, caption, note, groups=groups if spec.groups else (), where=context.where),)


def _columns(context: BlockContext) -> tuple[TableColumn, ...]:
    deviation = DEVIATION[context.metrics.judging.deviation]
    headers = (MODULE, GOAL, PLAN, METRIC, SOURCE, ACTUAL, deviation, CAUSE, MEASURE, OWNER, DUE)
    right = (ACTUAL, deviation)
    return tuple(
        column(context.say(header), weight, Align.RIGHT if header in right else Align.LEFT)
        for header, weight in zip(headers, WEIGHTS, strict=True)
    )


def _cells(row: _Row, context: BlockContext) -> tuple[TableCell, ...]:
    view, at, tone = row.view, row.at, tone_of(row.view)
    module, goal, plan, cause, measure, owner, due = row.words
    context.note(Goal(goal, view.id, due, full=True))
    context.note(Duty(module, owner, owner.where))
    context.note(Remedy((module, goal), cause, measure, due, at, view.id, shortfall(view)))
    target = Text((Span(f"{context.say(TARGET)}\u00a0"), *used_text(view.target, at, context).spans), at)
    glyph = STATUS_GLYPHS.get(tone)
    deviation = used_text(view.deviation, at, context, tone=tone)
    verdict = used_text(view.verdict, at, context)
    attainment = used_text(view.attainment, at, context)
    return (
        cell(module, bold=True),
        cell(goal),
        cell(plan),
        cell(text(view.label, where=at)),
        cell(text(view.source, where=at)),
        TableCell(used_text(view, at, context), target, bold=True, tone=tone, tinted=True),
        TableCell(
            toned(Text((*((Span(f"{glyph}\u00a0"),) if glyph else ()), *deviation.spans), at), tone),
            Text((*verdict.spans, Span(" "), *attainment.spans), at),
            tone=tone,
            bold=True,
            tinted=True,
        ),
        cell(cause),
        cell(measure),
        cell(owner),
        cell(due),
    )


def _written(spec: TrackingSpec, context: BlockContext) -> Iterator[_Row]:
    for row in spec.rows:
        view = metric_view(row.metric, context)
        for name, value in row.part.items():
            view = view.by(name, str(value)) if view is not None else None
        if view is not None:
            goal = context.promised(row.goal)
            plan, cause, measure, owner, due = map(context.text, (row.plan, row.cause, row.measure, row.owner, row.due))
            yield _Row((context.text(row.module), goal, plan, cause, measure, owner, due), view, row.metric.where)


def _from_table(spec: TrackingSpec, context: BlockContext) -> Iterator[_Row]:
    """Yield the modules of a table; its cells are words and are printed as they stand."""
    assert spec.table is not None, "asked for modules of a table only"
    at = spec.table.where
    table = context.metrics.queries.table(str(spec.table), at)
    records = context.metrics.queries.records(Selection(str(spec.table), str(spec.where), "", False, None, at))
    if not records:
        raise no_rows(table.name, at)
    names = spec.columns
    order = (names.module, names.goal, names.plan, names.cause, names.measure, names.owner, names.due)
    for record in records:
        metric = Prose(_word(_value(table, names.metric, record, at)), at)
        view = metric_view(metric, context)
        if view is not None:
            yield _Row(tuple(text(_word(_value(table, name, record, at)), where=at) for name in order), view, at)


def _value(table: DataTable, name: Prose, record: int, at: Location) -> Cell:
    found = table.column(str(name))
    if found is None:
        raise unknown_column(str(name), table.name, table.names, name.where if name.where.file else at)
    return found.values[record]


def _word(value: Cell) -> str:
    if isinstance(value, dt.date):
        return f"{value.month}/{value.day}"
    return "" if value is None else shown(value)


DEFINITION = BlockDef(
    "tracking", TrackingSpec, build, said("策略跟踪表：目标、实际、偏差、原因、措施", "strategy modules tracked against their metrics")
)
