"""`alerts`: the thresholds of metrics, yellow and red, what stands against them now, and what is done when one is touched.

- alerts: [click_rate, pay_rate, cac]
- alerts: {metrics: [click_rate, pay_rate], value: 目标, state: false, caption: 报警阈值}

The metrics define them: `alerts: [{below: 86.5%, action: 查结算页}, {below: 84%, severity: red, action: 回滚}, {fall: 15%, against: mom}]`.
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import LIST_COMMA, defined_text, fact_cell, insights, number_column, sources_text, words_column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.alerting import rules_words
from engine.metrics.insight import Insight
from engine.metrics.special import Level
from engine.model.blocks import Block, Table, TableCell, TableRow
from engine.model.inlines import Text, Tone, text

METRIC, NOW, STATE = Phrase("指标", "Metric"), Phrase("当前", "Now"), Phrase("状态", "State")
YELLOW, RED, ACTION, OWNER = (
    Phrase("黄线", "Yellow line"),
    Phrase("红线", "Red line"),
    Phrase("触线后动作", "Action"),
    Phrase("负责人", "Owner"),
)
TONES = {Level.NONE: Tone.NORMAL, Level.YELLOW: Tone.IMPROVE, Level.RED: Tone.MISSED}


class AlertsSpec(Spec):
    short_form = "metrics"
    metrics: list[Prose] = Field(min_length=1, max_length=30, description=said("指标编号", "ids of the metrics"))
    value: Prose | None = Field(
        default=None, description=said("数值列的名称，默认 当前", "what the column of values is called, by default Now")
    )
    state: bool = Field(default=True, description=said("印出当前状态；计划里可不印", "print the state; a plan has none"))
    owner: bool = Field(default=True, description=said("加上负责人一列", "add the owner"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注", "note"))


def build(spec: AlertsSpec, context: BlockContext) -> tuple[Block, ...]:
    views = insights(spec.metrics, context)
    if not views:
        return ()
    actions = any(rule.action for _, view in views for rule in view.alert_rules)
    columns = [words_column(METRIC, context)]
    columns.append(number_column(NOW if spec.value is None else str(spec.value), context))
    columns += [words_column(YELLOW, context), words_column(RED, context)]
    columns += [words_column(STATE, context)] if spec.state else []
    columns += [words_column(ACTION, context)] if actions else []
    columns += [words_column(OWNER, context)] if spec.owner else []
    rows = tuple(TableRow(_cells(spec, name, view, context, actions=actions)) for name, view in views)
    source = sources_text([view for _, view in views], context)
    return (Table(tuple(columns), rows, context.text(spec.caption), context.text(spec.note), source, where=context.where),)


def _cells(spec: AlertsSpec, name: Prose, view: Insight, context: BlockContext, *, actions: bool) -> tuple[TableCell, ...]:
    at = name.where
    level = view.alert_level  # raises for a metric without thresholds
    cells = [TableCell(text(view.label, where=at), bold=True), fact_cell(view, at, context)]
    cells += [TableCell(_lines(view, level, context)) for level in (Level.YELLOW, Level.RED)]
    cells += [fact_cell(view.alert, at, context, tone=TONES[level], bold=level is not Level.NONE)] if spec.state else []
    told = dict.fromkeys(rule.action for rule in reversed(view.alert_rules) if rule.action)
    cells += [TableCell(text(context.say(Phrase("；", "; ")).join(told), where=at))] if actions else []
    cells += [TableCell(text(view.owner, where=at))] if spec.owner else []
    return tuple(cells)


def _lines(view: Insight, level: Level, context: BlockContext) -> Text:
    told = rules_words((rule for rule in view.alert_rules if rule.level is level), context.language)
    return defined_text(context.say(LIST_COMMA).join(told), view, context)


DEFINITION = BlockDef("alerts", AlertsSpec, build, said("报警阈值：黄线、红线、状态、动作", "alert thresholds, state and action"))
