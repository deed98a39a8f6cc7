"""`budget`: how a total is divided, as one bar of the whole and a list; the reserve is hollow.

- budget:
    title: 下半年预算分配
    unit: 元
    items:
      - {label: 媒介投放, amount: 1330万, note: A 级渠道优先}
      - {label: 储备金, amount: 456万, reserve: true}
- budget: {table: budget_h2, label: 科目, amount: 金额, note: 说明, reserve_label: 储备金, unit: 元}
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field, model_validator

from engine.base.diagnostics import Location, Phrase
from engine.base.records import dataclass
from engine.blocks.chart_alt import alt_text
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.plot import used_text
from engine.blocks.written import written_quantity
from engine.load.prose import Prose
from engine.load.spec import Spec, mistake, said
from engine.metrics.answers import bare, cell_quantity
from engine.metrics.marks import unmarked
from engine.metrics.numbers import axis_style
from engine.metrics.problems import no_picture, unknown_column
from engine.metrics.provenance import Entered, cell_ranges, merged
from engine.metrics.quantity import Look, Origin, Quantity
from engine.metrics.view import shown
from engine.model.blocks import Block, ShareItem, Shares
from engine.model.charts import ChartData, Emphasis, Series
from engine.model.evidence import Reserve
from engine.model.facts import FactSource
from engine.model.inlines import EMPTY, Text, text
from engine.model.numbers import NumberStyle
from engine.model.tables import Column, DataTable

WHOLE = Phrase("预算分配", "Budget")
WHOLE_PERCENT = NumberStyle(0.01, 0, "%", '0"%"')
"""Shares in whole percent, with the sign inside the bar."""


class BudgetItemSpec(Spec):
    label: Prose = Field(description=said("科目", "item"))
    amount: Prose = Field(description=said("金额，如 1330万", "amount, e.g. 1330万"))
    note: Prose = Field(default=Prose(), description=said("一句说明", "a note"))
    reserve: bool = Field(default=False, description=said("储备金", "the reserve"))


class BudgetSpec(Spec):
    title: Prose = Field(default=Prose(), description=said("标题", "title"))
    unit: Prose = Field(default=Prose("元"), description=said("数据本身的单位", "unit the data are in"))
    items: list[BudgetItemSpec] = Field(default=[], max_length=8, description=said("科目", "items"))
    table: Prose | None = Field(default=None, description=said("数据表", "data table"))
    label: Prose | None = Field(default=None, description=said("科目列", "column of the items"))
    amount: Prose | None = Field(default=None, description=said("金额列", "column of the amounts"))
    note: Prose | None = Field(default=None, description=said("说明列", "column of the notes"))
    reserve_label: Prose | None = Field(default=None, description=said("储备金那一行的科目", "which item is the reserve"))

    @model_validator(mode="after")
    def _one_form(self) -> BudgetSpec:
        from_table = self.table is not None and self.label is not None and self.amount is not None
        if bool(self.items) == from_table:
            hint_zh, hint_en = "写 items，或写 table、label 和 amount", "write items, or table, label and amount"
            raise mistake("预算的数据要么写 items，要么来自一张表", "a budget has either items or a table", hint_zh, hint_en)
        return self


@dataclass(frozen=True, slots=True)
class _Item:
    label: Text
    amount: Quantity
    note: Text
    reserve: bool
    at: Location


def build(spec: BudgetSpec, context: BlockContext) -> tuple[Block, ...]:
    items = (
        _from_table(spec, str(spec.table), context) if spec.table is not None else [_from_spec(item, spec, context) for item in spec.items]
    )
    known = [item.amount.value or 0.0 for item in items]
    total = sum(known)
    if total <= 0 or any(value < 0 for value in known):
        why = Phrase("各项金额要不小于 0，合计大于 0", "amounts may not be negative and must add up to more than 0")
        raise no_picture(why, at=context.where)
    whole = _whole(items)
    style = axis_style(known, str(spec.unit), context.language)
    shares = [(item.amount / whole).restyled(WHOLE_PERCENT, "pct0") for item in items]
    context.note(Reserve(sum(share.value or 0.0 for item, share in zip(items, shares, strict=True) if item.reserve), context.where))
    listed = tuple(_share_item(item, share, style, context) for item, share in zip(items, shares, strict=True))
    title = context.text(spec.title) or text(context.say(WHOLE), where=context.where)
    return (Shares(title, style.unit, listed, _bar(title, items, shares, context), context.where),)


def _from_spec(item: BudgetItemSpec, spec: BudgetSpec, context: BlockContext) -> _Item:
    amount = written_quantity(item.amount, unmarked(item.label), str(spec.unit), context)
    return _Item(context.text(item.label), amount, context.text(item.note), item.reserve, item.label.where)


def _from_table(spec: BudgetSpec, name: str, context: BlockContext) -> list[_Item]:
    at = spec.table.where if spec.table is not None else context.where
    table = context.metrics.queries.table(name, at)
    labels, amounts = _column(table, spec.label, context), _column(table, spec.amount, context)
    notes = _column(table, spec.note, context) if spec.note is not None else None
    items = []
    for index in range(len(table)):
        value = amounts.values[index]
        if not isinstance(value, int | float):
            cell = table.cell_address(amounts, index)
            raise no_picture(Phrase(f"{cell} 不是金额", f"{cell} is no amount"), at=at)
        label = shown(labels.values[index])
        source = FactSource(cell_ranges(table, [amounts], Entered.of([table.rows[index]])))
        look = Look(axis_style([value], str(spec.unit), context.language), str(spec.unit))
        amount = cell_quantity(float(value), table.cell_address(amounts, index), label, source, look, context.metrics.desk)
        note = notes.values[index] if notes is not None else None
        reserve = spec.reserve_label is not None and label == unmarked(spec.reserve_label)
        items.append(_Item(text(label, where=at), amount, EMPTY if note is None else text(shown(note), where=at), reserve, at))
    return items


def _column(table: DataTable, name: Prose | None, context: BlockContext) -> Column:
    column = table.column(str(name))
    if column is None:
        raise unknown_column(str(name), table.name, table.names, name.where if name is not None else context.where)
    return column


def _whole(items: Sequence[_Item]) -> Quantity:
    """Return the total as a quantity whose sources are all items."""
    first = items[0].amount
    names = [item.amount.origin.id for item in items]
    source = merged(item.amount.origin.source for item in items)
    origin = Origin(f"sum({names[0]} … {names[-1]})", aspect="total", formula=" + ".join(names), source=source)
    return Quantity(sum(item.amount.value or 0.0 for item in items), origin, first.look, first.desk)


def _share_item(item: _Item, share: Quantity, style: NumberStyle, context: BlockContext) -> ShareItem:
    amount = used_text(item.amount.restyled(bare(style), "row"), item.at, context, bold=True)
    return ShareItem(item.label, amount, share.value or 0.0, used_text(share, item.at, context), item.note, item.reserve)


def _bar(title: Text, items: Sequence[_Item], shares: Sequence[Quantity], context: BlockContext) -> ChartData:
    """Return the bar of the whole: one category, one series per item."""
    series = tuple(
        Series(
            item.label.plain,
            (share.value,),
            WHOLE_PERCENT,
            Emphasis.HOLLOW if item.reserve else Emphasis.AUTO,
            facts=(share.fact().id,),
        )
        for item, share in zip(items, shares, strict=True)
    )
    alt = alt_text("stacked", title.plain, (title.plain,), series, context.language)
    return ChartData("stacked", title, (title.plain,), series, alt=alt, where=context.where)


DEFINITION = BlockDef("budget", BudgetSpec, build)
