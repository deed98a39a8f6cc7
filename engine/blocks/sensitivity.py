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

from engine.base.diagnostics import NOWHERE, Location, Phrase
from engine.base.records import dataclass
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import column_cell, defined_text, fact_cell, insights, number_column, shared_style, words_column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.metrics.marks import unmarked
from engine.metrics.numbers import MINUS, NO_VALUE
from engine.metrics.quantity import Quantity
from engine.model.blocks import Block, Table, TableCell, TableRow
from engine.model.inlines import EMPTY, Text, text
from engine.model.numbers import NumberStyle

CASE, BASE, CHANGE = Phrase("情景", "Scenario"), Phrase("基准", "Base"), Phrase("较基准", "vs base")
COST, GAIN, NET = Phrase("投入", "Cost"), Phrase("回报", "Return"), Phrase("净收益", "Net")
FIGURES = ("cost", "return", "net", "roi")
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


Figures = tuple[Quantity, Quantity, Quantity, Quantity]


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario: its name, what of it stands in a second line, and its cost, return, net and ROI."""

    name: Text
    figures: Figures
    second: Text = EMPTY
    base: bool = False


def build(spec: SensitivitySpec, context: BlockContext) -> tuple[Block, ...]:
    found = insights([spec.metric], context)
    if not found:
        return ()
    ((_, metric),) = found
    cases = _cases(spec, metric, context)
    money = shared_style([value for case in cases for value in case.figures[:2]], context)
    base = next(case.figures[3] for case in cases if case.base)
    rows = [TableRow(_cells(case, base, money, spec.metric.where, context)) for case in cases]
    columns = (
        words_column(CASE, context),
        *(number_column(header, context, money.unit) for header in (COST, GAIN, NET)),
        number_column(metric.label, context),
        number_column(CHANGE, context),
    )
    note = context.text(spec.note) or defined_text(metric.definition, metric, context)
    return (Table(columns, tuple(rows), context.text(spec.caption), note, where=context.where),)


def _cases(spec: SensitivitySpec, metric: Insight, context: BlockContext) -> list[Case]:
    """Return the scenarios, the base between cuts and additions; swaps last."""
    spent = metric.scenario(0, "cost").value or 0.0
    cuts = sum((metric.scenario(unmarked(step), "cost").value or 0.0) < spent for step in spec.steps)
    at = spec.metric.where
    cases = [
        Case(_assumed(unmarked(step).replace("-", MINUS), step, spec, context), _figures(metric, unmarked(step))) for step in spec.steps
    ]
    cases.insert(cuts, Case(text(context.say(BASE), where=at), _figures(metric, 0), base=True))
    for swap in spec.swaps:
        by, losing, gaining, share = map(unmarked, (swap.by, swap.losing, swap.gaining, swap.share))
        cost, gain, net, roi = (metric.swap(by, losing, gaining, share, what) for what in FIGURES)
        moved = _assumed(context.say(Phrase(f"调拨 {share}", f"{share} moved")), swap.share, spec, context)
        cases.append(Case(text(f"{losing} → {gaining}", where=swap.losing.where), (cost, gain, net, roi), moved))
    return cases


def _assumed(words: str, figure: Prose, spec: SensitivitySpec, context: BlockContext) -> Text:
    """Return the name of a scenario; its figure is a fact that is set where it is written, or by the usual steps."""
    return context.settled(text(words, where=figure.where if figure.where != NOWHERE else spec.metric.where))


def _figures(metric: Insight, change: str | int) -> Figures:
    cost, gain, net, roi = (metric.scenario(change, what) for what in FIGURES)
    return cost, gain, net, roi


def _cells(case: Case, base: Quantity, money: NumberStyle, at: Location, context: BlockContext) -> tuple[TableCell, ...]:
    roi = case.figures[3]
    change = TableCell(text(NO_VALUE, where=at)) if case.base else fact_cell((roi - base).with_sign(), at, context)
    return (
        TableCell(case.name, case.second, bold=case.base),
        *(column_cell(value, money, at, context) for value in case.figures[:3]),
        fact_cell(roi, at, context, bold=True),
        change,
    )


DEFINITION = BlockDef(
    "sensitivity", SensitivitySpec, build, said("ROI 敏感性：预算增减、渠道调拨", "ROI under another budget or another split of it")
)
