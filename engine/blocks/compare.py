"""`compare`: figures before and after; the change is computed when both are numbers.

- compare:
    columns: [改进前, 改进后]
    rows:
      - {label: 参与率, before: "{{ m.join.previous }}", after: "{{ m.join }}", note: 分层触达}
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import cell
from engine.blocks.quantities import number_of, quantity_text
from engine.blocks.written import written_quantity
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.numbers import PERCENT, percent_style, points_style
from engine.metrics.provenance import merged
from engine.metrics.quantity import Look, Origin, Quantity
from engine.model.blocks import Align, Block, Table, TableColumn, TableRow
from engine.model.inlines import EMPTY, Text, text

LABEL, CHANGE, NOTE = Phrase("指标", "Metric"), Phrase("变化", "Change"), Phrase("说明", "Note")


class CompareRowSpec(Spec):
    label: Prose = Field(description=said("比较什么", "what is compared"))
    before: Prose = Field(description=said("之前", "before"))
    after: Prose = Field(description=said("之后", "after"))
    change: Prose = Field(default=Prose(), description=said("变化；两边都是数时自动计算", "change; computed when both are numbers"))
    note: Prose = Field(default=Prose(), description=said("说明", "note"))


class CompareSpec(Spec):
    columns: list[Prose] = Field(
        min_length=2, max_length=2, description=said("两列的名称，如 [改进前, 改进后]", "names of the two columns")
    )
    rows: list[CompareRowSpec] = Field(min_length=1, description=said("各行", "the rows"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))


def build(spec: CompareSpec, context: BlockContext) -> tuple[Block, ...]:
    notes = any(row.note for row in spec.rows)
    columns = [
        TableColumn(text(context.say(LABEL)), weight=2.2),
        TableColumn(context.text(spec.columns[0]), align=Align.RIGHT, weight=1.6),
        TableColumn(context.text(spec.columns[1]), align=Align.RIGHT, weight=1.6),
        TableColumn(text(context.say(CHANGE)), align=Align.RIGHT, weight=1.8),
    ]
    columns += [TableColumn(text(context.say(NOTE)), weight=3.6)] if notes else []
    return (
        Table(tuple(columns), tuple(_row(row, context, notes=notes) for row in spec.rows), context.text(spec.caption), where=context.where),
    )


def _row(row: CompareRowSpec, context: BlockContext, *, notes: bool) -> TableRow:
    cells = [
        cell(context.text(row.label), bold=True),
        cell(context.text(row.before)),
        cell(context.text(row.after), bold=True),
        cell(context.text(row.change) or _change(row, context), bold=True),
    ]
    return TableRow(tuple([*cells, cell(context.text(row.note))] if notes else cells))


def _change(row: CompareRowSpec, context: BlockContext) -> Text:
    """Return what changed: percentage points between rates, growth between other numbers, nothing between words or from zero."""
    if number_of(row.before, context) is None or number_of(row.after, context) is None:
        return EMPTY
    before, after = (written_quantity(side, str(row.label), None, context) for side in (row.before, row.after))
    if before.value is None or after.value is None:
        return EMPTY
    rates = PERCENT in (before.unit, after.unit)
    if not rates and not before.value:
        return EMPTY
    value = after.value - before.value if rates else after.value / before.value - 1
    sign = "−" if rates else "÷"
    formula = f"{after.origin.id} {sign} {before.origin.id}" + ("" if rates else " − 1")
    source = merged([before.origin.source, after.origin.source])
    origin = Origin(f"change({formula})", after.origin.metric, "change", str(row.label), formula, source)
    style = points_style(context.language) if rates else percent_style()
    return quantity_text(Quantity(value, origin, Look(style, PERCENT, signed=True), context.metrics.desk), row.after, context)


DEFINITION = BlockDef("compare", CompareSpec, build, said("前后对比表", "figures before and after"))
