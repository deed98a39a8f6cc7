"""`spending`: how a budget was used: plan, spent, left, execution rate and variance by item; the reserve's share below.

- spending: {table: budget, item: 科目, plan: 计划, spent: 实际, unit: 万元}
- spending: {table: budget, item: 科目, plan: 计划, spent: 实际, unit: 元, reserve: 储备金, where: "渠道 = '直播'"}

执行率＝实际÷计划；偏差率＝（实际−计划）÷计划；储备占比＝储备金计划÷计划合计.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import column_cell, fact_cell, number_column, words_column
from engine.blocks.plot import used_text
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.answers import answer_quantity
from engine.metrics.conditions import Condition, Is
from engine.metrics.definition import Query
from engine.metrics.numbers import axis_style, percent_style, style_of
from engine.metrics.problems import no_rows, unknown_column, unknown_value
from engine.metrics.provenance import display_name
from engine.metrics.quantity import Look, Quantity
from engine.metrics.view import shown
from engine.model.blocks import Block, Table, TableCell, TableRow
from engine.model.inlines import Span, Text, text
from engine.model.numbers import NumberStyle

ITEM, PLAN, SPENT, LEFT = Phrase("科目", "Item"), Phrase("计划", "Plan"), Phrase("实际", "Spent"), Phrase("剩余", "Left")
RATE, VARIANCE, TOTAL = Phrase("执行率", "Execution"), Phrase("偏差率", "Variance"), Phrase("合计", "Total")
RESERVE_SHARE = Phrase("储备占比", "Reserve share")


class SpendingSpec(Spec):
    table: Prose = Field(description=said("数据表", "data table"))
    item: Prose = Field(description=said("科目列", "column of the items"))
    plan: Prose = Field(description=said("计划金额列", "column of the plan"))
    spent: Prose = Field(description=said("实际支出列", "column of what was spent"))
    where: Prose = Field(default=Prose(), description=said("行条件", "condition on the rows"))
    unit: Prose = Field(default=Prose("元"), description=said("数据本身的单位", "unit the data are in"))
    reserve: Prose | None = Field(default=None, description=said("储备金那一行的科目", "which item is the reserve"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注", "note"))


def build(spec: SpendingSpec, context: BlockContext) -> tuple[Block, ...]:
    table = context.metrics.queries.table(str(spec.table), spec.table.where)
    for name in (spec.item, spec.plan, spec.spent):
        if table.column(str(name)) is None:
            raise unknown_column(str(name), table.name, table.names, name.where)
    items = context.metrics.queries.distinct(str(spec.table), str(spec.item))
    if not items:
        raise no_rows(table.name, spec.table.where)
    listed = [(shown(item), _pair(spec, (Is(str(spec.item), item),), shown(item), context)) for item in items]
    whole = _pair(spec, (), "", context)
    style = axis_style([value.value for value in whole], str(spec.unit), context.language)
    rows = [
        TableRow(_cells(spec, name, pair, style, context))
        for name, pair in listed
        if pair[0].value is not None or pair[1].value is not None
    ]
    rows.append(TableRow(_cells(spec, context.say(TOTAL), whole, style, context), total=True))
    money = tuple(number_column(header, context, style.unit) for header in (PLAN, SPENT, LEFT))
    columns = (words_column(ITEM, context), *money, number_column(RATE, context), number_column(VARIANCE, context))
    return (Table(columns, tuple(rows), context.text(spec.caption), _note(spec, listed, whole, context), where=context.where),)


Pair = tuple[Quantity, Quantity]
"""Plan and what was spent."""


def _pair(spec: SpendingSpec, conditions: tuple[Condition, ...], item: str, context: BlockContext) -> Pair:
    made = []
    for column in (spec.plan, spec.spent):
        query = Query(str(spec.table), f"sum({display_name(str(column))})", str(spec.where), column.where, spec.where.where)
        answer = context.metrics.queries.aggregate(query, conditions)
        name = f"{spec.table}.{column}[{item}]" if item else f"{spec.table}.{column}"
        label = item or context.say(TOTAL)
        made.append(answer_quantity(answer, name, label, Look(style_of(str(spec.unit)), str(spec.unit)), context.metrics.desk))
    return made[0], made[1]


def _cells(spec: SpendingSpec, name: str, pair: Pair, style: NumberStyle, context: BlockContext) -> tuple[TableCell, ...]:
    plan, spent = pair
    at = spec.item.where
    rate = (spent / plan).restyled(percent_style(), "pct1")
    variance = ((spent - plan) / plan).restyled(percent_style(), "pct1").with_sign()
    money = [column_cell(value, style, at, context) for value in (plan, spent, plan - spent)]
    return (TableCell(text(name, where=at), bold=True), *money, fact_cell(rate, at, context), fact_cell(variance, at, context))


def _note(spec: SpendingSpec, listed: Sequence[tuple[str, Pair]], whole: Pair, context: BlockContext) -> Text:
    written = context.text(spec.note)
    if spec.reserve is None:
        return written
    pair = dict(listed).get(str(spec.reserve))
    if pair is None:
        raise unknown_value(str(spec.item), str(spec.reserve), [name for name, _ in listed])
    share = used_text((pair[0] / whole[0]).restyled(percent_style(), "pct1"), spec.reserve.where, context)
    told = (Span(f"{context.say(RESERVE_SHARE)} "), *share.spans)
    return Text((*written.spans, *((Span(context.say(Phrase("；", "; "))),) if written else ()), *told), context.where)


DEFINITION = BlockDef(
    "spending", SpendingSpec, build, said("预算执行：计划、实际、剩余、执行率、偏差率", "plan, spent, left, execution and variance")
)
