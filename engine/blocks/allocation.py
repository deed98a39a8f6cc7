"""`allocation`: a total divided by strategic weight, a reserve taken off first.

    - allocation:
        total: "{{ m.budget }}"
        reserve: 12%
        items:
          - {label: 新品首发, weight: 35, note: 首季权重最高，按季度复核}
          - {label: 会员经营, weight: 40, note: 复购率每提高 1 个百分点追加}
          - {label: 区域拓展, weight: 25, note: 单店产出达标后放行}

The amounts and shares are computed; the reserve and the total are rows of their own.
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Phrase, error
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import cell
from engine.blocks.plot import used_text
from engine.blocks.quantities import ratio_of
from engine.blocks.written import fact_in, written_quantity
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.answers import bare
from engine.metrics.numbers import PERCENT, axis_style, percent_style, style_of
from engine.metrics.provenance import merged
from engine.metrics.quantity import Look, Origin, Quantity
from engine.model.blocks import Align, Block, Table, TableCell, TableColumn, TableRow
from engine.model.evidence import Reserve
from engine.model.facts import FactSource
from engine.model.inlines import EMPTY, Text, text
from engine.model.numbers import NumberStyle

ITEM, WEIGHT, AMOUNT = Phrase("方向", "Direction"), Phrase("策略权重", "Weight"), Phrase("分配金额", "Amount")
SHARE, NOTE = Phrase("占比", "Share"), Phrase("调整规则", "Rule")
RESERVE, TOTAL = Phrase("弹性储备", "Reserve"), Phrase("合计", "Total")


class AllocationItemSpec(Spec):
    label: Prose = Field(description=said("方向", "what it is for"))
    weight: float = Field(gt=0, description=said("策略权重", "strategic weight"))
    note: Prose = Field(default=Prose(), description=said("何时调整", "when it is changed"))


class AllocationSpec(Spec):
    total: Prose = Field(description=said("总额：指标或金额", "the total: a metric or an amount"))
    unit: Prose | None = Field(default=None, description=said("总额的单位，默认取指标的", "unit of the total, by default the metric's"))
    reserve: Prose | None = Field(default=None, description=said("先留出的储备，如 12%", "reserve taken off first, such as 12%"))
    reserve_note: Prose = Field(default=Prose(), description=said("储备何时动用", "when the reserve is used"))
    items: list[AllocationItemSpec] = Field(min_length=2, max_length=10, description=said("方向与权重", "directions and weights"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))


def build(spec: AllocationSpec, context: BlockContext) -> tuple[Block, ...]:
    total = written_quantity(spec.total, context.say(TOTAL), None if spec.unit is None else str(spec.unit), context)
    reserve = ratio_of(spec.reserve, context) if spec.reserve is not None else 0.0
    if reserve is None:
        return ()
    if not total.value or total.value < 0 or reserve >= 1:
        context.report(
            error("YAML024", "总额和要分的部分都应大于 0", "the total and what is divided should be more than 0", spec.total.where)
        )
        return ()
    context.note(Reserve(reserve, context.where if spec.reserve is None else spec.reserve.where))
    kept = _reserve_source(spec, context)
    whole = sum(item.weight for item in spec.items)
    style = axis_style([total.value], total.unit, context.language)
    notes = bool(spec.reserve_note) or any(item.note for item in spec.items)
    rows = [
        _row(
            (context.text(item.label), _weight(item, whole, context)),
            _part(total, item.weight / whole * (1 - reserve), item, kept, context),
            style,
            context,
        )
        for item in spec.items
    ]
    if reserve:
        part = _share_of(total, reserve, context.say(RESERVE), "reserve", kept, context)
        rows.append(_row((text(context.say(RESERVE)), EMPTY), part, style, context))
    words = [context.text(item.note) for item in spec.items] + ([context.text(spec.reserve_note)] if reserve else [])
    body = [TableRow((*row, cell(note)) if notes else row) for row, note in zip(rows, words, strict=True)]
    everything = used_text((total / total).restyled(percent_style(), PERCENT), spec.total.where, context)
    last = (cell(text(context.say(TOTAL)), bold=True), cell(EMPTY), _number(total, style, spec.total, context), cell(everything, bold=True))
    body.append(TableRow((*last, cell(EMPTY)) if notes else last, total=True))
    return (Table(_columns(style, context, notes=notes), tuple(body), context.text(spec.caption), where=context.where),)


def _columns(style: NumberStyle, context: BlockContext, *, notes: bool) -> tuple[TableColumn, ...]:
    columns = (
        TableColumn(text(context.say(ITEM)), weight=2.2),
        TableColumn(text(context.say(WEIGHT)), align=Align.RIGHT, weight=1.2, numeric=True),
        TableColumn(text(context.say(AMOUNT)), style.unit, Align.RIGHT, 1.6, numeric=True),
        TableColumn(text(context.say(SHARE)), align=Align.RIGHT, weight=1.2, numeric=True),
    )
    return (*columns, TableColumn(text(context.say(NOTE)), weight=4.6)) if notes else columns


Part = tuple[Quantity, Quantity]
"""An amount and its share of the total."""


def _reserve_source(spec: AllocationSpec, context: BlockContext) -> FactSource:
    """Return where the reserve comes from: its fact's source, or the place where the shares are written."""
    fact = fact_in(spec.reserve, context) if spec.reserve is not None else None
    return FactSource(defined_at=context.where) if fact is None else fact.origin.source


def _part(total: Quantity, ratio: float, item: AllocationItemSpec, reserve: FactSource, context: BlockContext) -> Part:
    return _share_of(total, ratio, str(item.label), f"weight {item.weight:g}", reserve, context)


def _share_of(total: Quantity, ratio: float, label: str, why: str, reserve: FactSource, context: BlockContext) -> Part:
    """Return a part: its amount follows the total and the reserve, its share the reserve alone."""
    desk = context.metrics.desk
    stem = f"allocation({total.origin.id})[{label}]"
    formula = f"{total.origin.id} × {ratio:.6g} ({why})"
    source = merged([total.origin.source, reserve])
    amount = Quantity((total.value or 0.0) * ratio, Origin(stem, "", "allocation", label, formula, source), total.look, desk)
    look = Look(percent_style(), PERCENT)
    return amount, Quantity(ratio, Origin(f"{stem}.share", "", "share", label, formula, reserve), look, desk)


def _row(words: tuple[Text, Text], part: Part, style: NumberStyle, context: BlockContext) -> tuple[TableCell, ...]:
    amount, share = part
    label, weight = words
    return (
        cell(label, bold=True),
        cell(weight),
        TableCell(used_text(amount.restyled(bare(style), "column"), context.where, context), bold=True),
        cell(used_text(share, context.where, context)),
    )


def _number(total: Quantity, style: NumberStyle, at: Prose, context: BlockContext) -> TableCell:
    return TableCell(used_text(total.restyled(bare(style), "column"), at.where, context), bold=True)


def _weight(item: AllocationItemSpec, whole: float, context: BlockContext) -> Text:
    """Return the weight as it is written: a share of all weights would repeat the next column."""
    desk = context.metrics.desk
    decimals = 0 if item.weight == int(item.weight) else 1
    source = FactSource(defined_at=item.label.where)
    origin = Origin(f"weight({item.label})", "", "typed", str(item.label), f"{item.weight:g} of {whole:g}", source)
    return used_text(Quantity(item.weight, origin, Look(style_of("", decimals=decimals)), desk), item.label.where, context)


DEFINITION = BlockDef(
    "allocation", AllocationSpec, build, said("按策略权重分配，先留储备", "a total divided by strategic weight, after a reserve")
)
