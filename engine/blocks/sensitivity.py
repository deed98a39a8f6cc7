"""`sensitivity`: ROI when the budget changes, or moves from one channel to another; the assumption stands below.

- sensitivity: roi_case
- sensitivity:
    metric: roi_case
    steps: [-20%, -10%, +10%, +20%]
    swaps: [{by: 渠道, from: 内容种草, to: 企微社群, share: 20%}]

The metric declares the assumption: `roi_case: {label: 推广 ROI, sensitivity: {return: margin, cost: cost, elasticity: 0.7}}`.
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Location, Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import column_cell, fact_cell, insights, number_column, shared_style, words_column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.metrics.marks import unmarked
from engine.metrics.quantity import Quantity
from engine.model.blocks import Block, Table, TableCell, TableRow
from engine.model.inlines import text

CASE, BASE, CHANGE = Phrase("情景", "Scenario"), Phrase("基准", "Base"), Phrase("较基准", "vs base")
COST, GAIN, NET = Phrase("投入", "Cost"), Phrase("回报", "Return"), Phrase("净收益", "Net")
DEFAULT_STEPS = ("-30%", "-20%", "-10%", "+10%", "+20%", "+30%")


class SwapSpec(Spec):
    """Part of one channel's budget moved to another."""

    by: Prose = Field(description=said("渠道列", "column of the channels"))
    losing: Prose = Field(alias="from", description=said("调出的渠道", "channel that gives"))
    gaining: Prose = Field(alias="to", description=said("调入的渠道", "channel that gets"))
    share: Prose = Field(description=said("调出它预算的多少，如 20%", "how much of its budget, such as 20%"))


class SensitivitySpec(Spec):
    short_form = "metric"
    metric: Prose = Field(description=said("带 sensitivity 的指标", "a metric with `sensitivity`"))
    steps: list[Prose] = Field(
        default=[Prose(step) for step in DEFAULT_STEPS], max_length=12, description=said("预算变动", "changes of the budget")
    )
    swaps: list[SwapSpec] = Field(default=[], max_length=6, description=said("渠道间调拨", "budget moved between channels"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注；不写则印假设", "note; by default the assumption"))


Case = tuple[str, tuple[Quantity, Quantity, Quantity, Quantity], bool]
"""A scenario: its name, cost, return, net and ROI, and whether it is the base."""


def build(spec: SensitivitySpec, context: BlockContext) -> tuple[Block, ...]:
    found = insights([spec.metric], context)
    if not found:
        return ()
    ((_, metric),) = found
    cases = _cases(spec, metric, context)
    money = shared_style([figures[0] for _, figures, _ in cases] + [figures[1] for _, figures, _ in cases], context)
    base = next(figures for _, figures, is_base in cases if is_base)
    rows = []
    for name, (cost, gain, net, roi), is_base in cases:
        at = spec.metric.where
        cells = [TableCell(text(name, where=at), bold=is_base)]
        cells += [column_cell(value, money, at, context) for value in (cost, gain, net)]
        cells.append(fact_cell(roi, at, context, bold=True))
        cells.append(TableCell(text("—", where=at)) if is_base else _change(roi, base[3], at, context))
        rows.append(TableRow(tuple(cells)))
    columns = (
        words_column(CASE, context),
        *(number_column(header, context, money.unit) for header in (COST, GAIN, NET)),
        number_column(metric.label, context),
        number_column(CHANGE, context),
    )
    note = context.text(spec.note) or text(metric.definition, where=context.where)
    return (Table(columns, tuple(rows), context.text(spec.caption), note, where=context.where),)


def _cases(spec: SensitivitySpec, metric: Insight, context: BlockContext) -> list[Case]:
    """Return the scenarios, the base between cuts and additions; swaps last."""
    steps = [(step, metric.scenario(unmarked(step), "cost").value or 0.0) for step in spec.steps]
    spent = metric.scenario(0, "cost").value or 0.0
    cases: list[Case] = [(unmarked(step).replace("-", "−"), _figures(metric, unmarked(step)), False) for step, _ in steps]
    cases.insert(sum(cost < spent for _, cost in steps), (context.say(BASE), _figures(metric, 0), True))
    for swap in spec.swaps:
        by, losing, gaining, share = map(unmarked, (swap.by, swap.losing, swap.gaining, swap.share))
        cost, gain, net, roi = (metric.swap(by, losing, gaining, share, what) for what in ("cost", "return", "net", "roi"))
        words = Phrase(f"{losing} → {gaining} {share}", f"{share} of {losing} → {gaining}")
        cases.append((context.say(words), (cost, gain, net, roi), False))
    return cases


def _figures(metric: Insight, change: str | int) -> tuple[Quantity, Quantity, Quantity, Quantity]:
    cost, gain, net, roi = (metric.scenario(change, what) for what in ("cost", "return", "net", "roi"))
    return cost, gain, net, roi


def _change(roi: Quantity, base: Quantity, at: Location, context: BlockContext) -> TableCell:
    return fact_cell((roi - base).with_sign(), at, context)


DEFINITION = BlockDef(
    "sensitivity", SensitivitySpec, build, said("ROI 敏感性：预算增减、渠道调拨", "ROI under another budget or another split of it")
)
