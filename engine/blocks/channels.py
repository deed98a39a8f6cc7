"""`channels`: what each channel brings and costs, graded by revenue ÷ cost: shares as bars, a table with grades, one card per grade.

    - channels:
        {table: weekly, by: 渠道, revenue: sum(GMV), cost: sum(费用), unit: 元, revenue_label: GMV,
         grades: {A: 5.0, B: 3.0}, actions: {A: 加码, B: 优化, C: 收缩}, notes: {A: 增量预算优先}}

A channel below the last bound gets the next letter. An action may also be given to one channel by name.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field, field_validator

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass
from engine.blocks.chart_alt import alt_text
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.plot import PlottedSeries, plotted, used_text
from engine.load.prose import Prose
from engine.load.spec import Spec, mistake, said
from engine.metrics.answers import answer_quantity, bare
from engine.metrics.conditions import Condition, NoneOf
from engine.metrics.definition import Query
from engine.metrics.grades import falls, grade_of, lowest_grade
from engine.metrics.marks import unmarked
from engine.metrics.numbers import axis_style, percent_style, style_of
from engine.metrics.problems import no_rows
from engine.metrics.quantity import Look, Quantity
from engine.metrics.query import Grouping, Order
from engine.metrics.view import shown
from engine.model.blocks import (
    Align,
    Badge,
    Block,
    Chart,
    ColumnItem,
    Columns,
    FigureItem,
    Figures,
    FiguresStyle,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from engine.model.charts import ChartData, Emphasis
from engine.model.inlines import EMPTY, Text, text
from engine.model.numbers import NumberStyle
from engine.model.tables import Cell

GRADE, CHANNEL, RATIO, ACTION = Phrase("等级", "Grade"), Phrase("渠道", "Channel"), Phrase("产出比", "ROAS"), Phrase("处置", "Action")
REVENUE, COST, TOTAL = Phrase("收入", "Revenue"), Phrase("费用", "Cost"), Phrase("合计", "Total")
LIST_COMMA = Phrase("、", ", ")
BY_GRADE = Phrase("分级汇总", "By grade")
RATIO_STYLE = style_of("", decimals=2)
CHART_TWELFTHS, TABLE_TWELFTHS = 5, 7


class ChannelsSpec(Spec):
    table: Prose = Field(description=said("数据表", "data table"))
    by: Prose = Field(description=said("渠道列", "column of the channels"))
    revenue: Prose = Field(description=said("产出：SQL 聚合，如 sum(GMV)", "return: an SQL aggregate such as sum(GMV)"))
    cost: Prose = Field(description=said("投入：SQL 聚合，如 sum(费用)", "cost: an SQL aggregate such as sum(cost)"))
    where: Prose = Field(default=Prose(), description=said("行条件", "condition on the rows"))
    unit: Prose = Field(default=Prose("元"), description=said("数据本身的单位", "unit the data are in"))
    revenue_label: Prose | None = Field(default=None, description=said("产出的名称，如 GMV", "what the return is called"))
    cost_label: Prose | None = Field(default=None, description=said("投入的名称", "what the cost is called"))
    grades: dict[str, float] = Field(
        min_length=1, max_length=5, description=said("各等级产出比的下限，从高到低", "lowest return ÷ cost of each grade")
    )
    actions: dict[str, Prose] = Field(default={}, description=said("各等级（或某渠道）的处置", "action per grade, or for one channel"))
    notes: dict[str, Prose] = Field(default={}, description=said("各等级卡片上的一句话", "a note per grade"))

    @field_validator("grades")
    @classmethod
    def _falling(cls, grades: dict[str, float]) -> dict[str, float]:
        if not falls(grades):
            raise mistake("grades 的下限应从高到低", "the bounds of `grades` should fall", "如 {A: 5.0, B: 3.0}", "e.g. {A: 5.0, B: 3.0}")
        return grades


@dataclass(frozen=True, slots=True)
class _Channel:
    """One channel; `grade` is None without cost."""

    name: str
    label: Cell
    revenue: Quantity
    cost: Quantity
    ratio: Quantity
    grade: str


@dataclass(frozen=True, slots=True)
class _Totals:
    revenue: Quantity
    cost: Quantity


def build(spec: ChannelsSpec, context: BlockContext) -> tuple[Block, ...]:
    channels = _channels(spec, context)
    if not channels:
        raise no_rows(str(spec.table), spec.by.where)
    whole = _Totals(_sum(spec, spec.revenue, (), "", context), _sum(spec, spec.cost, (), "", context))
    chart = Chart(_shares(spec, channels, whole, context), context.where)
    columns = Columns(
        (ColumnItem(CHART_TWELFTHS, (chart,)), ColumnItem(TABLE_TWELFTHS, (_table(spec, channels, whole, context),))), context.where
    )
    return (columns, *_cards(spec, channels, whole, context))


def _channels(spec: ChannelsSpec, context: BlockContext) -> list[_Channel]:
    """Return the channels, those with the greatest revenue first."""
    expressions = (str(spec.revenue), str(spec.cost))
    grouping = Grouping(str(spec.table), str(spec.by), expressions, str(spec.where), Order.VALUE, spec.revenue.where)
    found = []
    for group in context.metrics.queries.grouped(grouping):
        name = shown(group.label)
        look, desk = Look(RATIO_STYLE, str(spec.unit)), context.metrics.desk
        quantities = [
            answer_quantity(answer, f"{spec.table}.{expression}[{spec.by}={name}]", name, look, desk)
            for answer, expression in zip(group.values, expressions, strict=True)
        ]
        ratio = (quantities[0] / quantities[1]).restyled(RATIO_STYLE, "ratio")
        found.append(_Channel(name, group.label, quantities[0], quantities[1], ratio, grade_of(ratio.value, spec.grades)))
    return found


def _sum(spec: ChannelsSpec, expression: Prose, conditions: tuple[Condition, ...], name: str, context: BlockContext) -> Quantity:
    query = Query(str(spec.table), str(expression), str(spec.where), expression.where, spec.where.where)
    answer = context.metrics.queries.aggregate(query, conditions)
    suffix = f"[{name}]" if name else ""
    label = name or context.say(TOTAL)
    return answer_quantity(answer, f"{spec.table}.{expression}{suffix}", label, Look(RATIO_STYLE, str(spec.unit)), context.metrics.desk)


def _names(spec: ChannelsSpec, context: BlockContext) -> tuple[str, str]:
    revenue = unmarked(spec.revenue_label) if spec.revenue_label is not None else context.say(REVENUE)
    return revenue, unmarked(spec.cost_label) if spec.cost_label is not None else context.say(COST)


def _share_of(label: str) -> str:
    """Return the label with 占比 behind it, parted by a space where Latin letters end."""
    return f"{label}{' ' if label[-1:].isascii() else ''}占比"


def _percent(part: Quantity, whole: Quantity, decimals: int) -> Quantity:
    return (part / whole).restyled(percent_style(decimals), f"pct{decimals}")


def _shares(spec: ChannelsSpec, channels: Sequence[_Channel], whole: _Totals, context: BlockContext) -> ChartData:
    revenue, cost = _names(spec, context)
    zh = context.language is Language.ZH
    title = f"{_share_of(revenue)}与{_share_of(cost)}" if zh else f"Shares of {revenue} and {cost}"
    one = PlottedSeries(revenue, tuple(_percent(channel.revenue, whole.revenue, 1) for channel in channels), "%")
    two = PlottedSeries(cost, tuple(_percent(channel.cost, whole.cost, 1) for channel in channels), "%", Emphasis.HOLLOW)
    series = tuple(plotted(each, percent_style(), spec.by.where, context) for each in (one, two))
    names = tuple(channel.name for channel in channels)
    best = next(iter(spec.grades))
    highlight = tuple(index for index, channel in enumerate(channels) if channel.grade == best)
    alt = alt_text("bar", title, names, series, context.language)
    return ChartData("bar", text(title, where=spec.by.where), names, series, highlight=highlight, alt=alt, where=context.where)


def _table(spec: ChannelsSpec, channels: Sequence[_Channel], whole: _Totals, context: BlockContext) -> Table:
    """Return the channels, the best ratio first, and the total."""
    money = axis_style([channel.revenue.value for channel in channels] + [whole.revenue.value], str(spec.unit), context.language)
    revenue, cost = _names(spec, context)
    at = spec.by.where
    columns = (
        TableColumn(text(context.say(GRADE), where=at), align=Align.CENTER),
        TableColumn(text(context.say(CHANNEL), where=at)),
        TableColumn(text(revenue, where=at), money.unit, Align.RIGHT, numeric=True),
        TableColumn(text(cost, where=at), money.unit, Align.RIGHT, numeric=True),
        TableColumn(text(context.say(RATIO), where=at), align=Align.RIGHT, numeric=True),
        *((TableColumn(text(context.say(ACTION), where=at)),) if spec.actions else ()),
    )
    ranked = sorted(channels, key=lambda channel: (channel.ratio.value is None, -(channel.ratio.value or 0.0)))
    rows = [TableRow(_row(spec, channel, money, context)) for channel in ranked]
    ratio = (whole.revenue / whole.cost).restyled(RATIO_STYLE, "ratio")
    sums = [
        _cell(whole.revenue.restyled(bare(money), "column"), spec, context),
        _cell(whole.cost.restyled(bare(money), "column"), spec, context),
    ]
    total = [TableCell(EMPTY), TableCell(text(context.say(TOTAL), where=at)), *sums, _cell(ratio, spec, context)]
    rows.append(TableRow((*total, *((TableCell(EMPTY),) if spec.actions else ())), total=True))
    return Table(columns, tuple(rows), where=context.where)


def _row(spec: ChannelsSpec, channel: _Channel, money: NumberStyle, context: BlockContext) -> tuple[TableCell, ...]:
    at = spec.by.where
    cells = [
        TableCell(text(channel.grade, where=at), badge=Badge.SQUARE if channel.grade else Badge.NONE, bold=True),
        TableCell(text(channel.name, where=at)),
        _cell(channel.revenue.restyled(bare(money), "column"), spec, context),
        _cell(channel.cost.restyled(bare(money), "column"), spec, context),
        _cell(channel.ratio, spec, context, bold=True),
    ]
    if spec.actions:
        action = spec.actions.get(channel.name, spec.actions.get(channel.grade))
        cells.append(TableCell(context.text(action) if action is not None else EMPTY))
    return tuple(cells)


def _cell(quantity: Quantity, spec: ChannelsSpec, context: BlockContext, *, bold: bool = False) -> TableCell:
    return TableCell(used_text(quantity, spec.by.where, context), bold=bold)


def _cards(spec: ChannelsSpec, channels: Sequence[_Channel], whole: _Totals, context: BlockContext) -> tuple[Figures, ...]:
    """Return one figure per grade that occurs: share of cost → share of revenue. Nothing where no channel has a ratio to be graded by."""
    revenue, cost = _names(spec, context)
    zh = context.language is Language.ZH
    at, items = spec.by.where, []
    for grade in (*spec.grades, lowest_grade(spec.grades)):
        inside = [channel for channel in channels if channel.grade == grade]
        if not inside:
            continue
        outside = tuple(channel.label for channel in channels if channel.grade != grade)
        others: tuple[Condition, ...] = (NoneOf(str(spec.by), outside),) if outside else ()
        brings, costs = (_sum(spec, expression, others, grade, context) for expression in (spec.revenue, spec.cost))
        note = spec.notes.get(grade)
        items.append(
            FigureItem(
                figure=used_text(_percent(brings, whole.revenue, 0), at, context),
                title=EMPTY,
                note=context.text(note)
                if note is not None
                else text(context.say(LIST_COMMA).join(channel.name for channel in inside), where=at),
                before=used_text(_percent(costs, whole.cost, 0), at, context),
                badge=text(grade, where=at),
                action=_action(spec, grade, context),
            )
        )
    if not items:
        return ()
    names = (_share_of(cost), _share_of(revenue)) if zh else (cost, revenue)
    title = f"{context.say(BY_GRADE)}{'：' if zh else ': '}{' → '.join(names)}"
    return (Figures(tuple(items), FiguresStyle.STRIP, title=text(title, where=at), where=context.where, names=names),)


def _action(spec: ChannelsSpec, grade: str, context: BlockContext) -> Text:
    action = spec.actions.get(grade)
    return context.text(action) if action is not None else EMPTY


DEFINITION = BlockDef("channels", ChannelsSpec, build)
