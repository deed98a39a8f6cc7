"""`callout`: a side panel with one key figure, calculation rows, bullets, small charts or stacked figures; `dark: true` for the hero number.

- callout:
    title: 支付率回到去年水平
    figure: "{{ m.lost_gmv }}"
    caption: 可挽回的成交额
    rows: [{label: 去年支付率, value: "{{ m.pay_rate.previous }}"}]
- callout: 一句提示
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import error
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import TONE_SAID, StatSpec, ToneWord, figure, stat, tone
from engine.blocks.quantities import metric_view, quantity_text
from engine.load.prose import Prose
from engine.load.spec import RawChart, Spec, said
from engine.model.blocks import Block, Panel, PanelEntry
from engine.model.inlines import EMPTY, Text, Tone


class EntrySpec(Spec):
    figure: Prose = Field(description=said("数字", "the figure"))
    title: Prose = Field(description=said("数字的名称", "what the figure is"))
    body: Prose = Field(default=Prose(), description=said("一句说明", "one sentence about it"))
    tone: ToneWord = Field(default="strong", description=TONE_SAID)


class CalloutSpec(Spec):
    short_form = "body"
    title: Prose = Field(default=Prose(), description=said("标题", "title"))
    subtitle: Prose = Field(default=Prose(), description=said("标题下的小字", "small line under the title"))
    figure: Prose = Field(default=Prose(), description=said("大数字", "the key figure"))
    caption: Prose = Field(default=Prose(), description=said("大数字的名称", "what the key figure is"))
    status: Prose | None = Field(default=None, description=said("指标：显示它的判定", "metric whose verdict is shown"))
    rows: list[StatSpec] = Field(default=[], max_length=8, description=said("名称与数值的行", "rows of labelled values"))
    heading: Prose = Field(default=Prose(), description=said("要点的小标题", "heading over the bullets"))
    bullets: list[Prose] = Field(default=[], description=said("要点", "bullets"))
    body: Prose = Field(default=Prose(), description=said("正文", "running text"))
    entries: list[EntrySpec] = Field(default=[], max_length=4, description=said("一组数字，各带说明", "figures with a sentence each"))
    charts: list[RawChart] = Field(default=[], max_length=2, description=said("小图表，写法同 chart", "small charts, written like chart"))
    dark: bool = Field(default=False, description=said("深色底", "on dark ground"))


def build(spec: CalloutSpec, context: BlockContext) -> tuple[Block, ...]:
    if not (spec.model_fields_set - {"dark", "status"}):
        context.report(error("YAML024", "callout 是空的", "the callout is empty", context.where))
    status, status_tone = _status(spec.status, context)
    panel = Panel(
        title=context.text(spec.title),
        subtitle=context.text(spec.subtitle),
        figure=figure(spec.figure, context),
        caption=context.text(spec.caption),
        status=status,
        tone=status_tone,
        rows=tuple(stat(row, context) for row in spec.rows),
        heading=context.text(spec.heading),
        bullets=tuple(map(context.text, spec.bullets)),
        body=context.text(spec.body),
        entries=tuple(
            PanelEntry(context.text(entry.figure), context.text(entry.title), context.text(entry.body), tone(entry.tone))
            for entry in spec.entries
        ),
        charts=tuple(chart for raw in spec.charts if (chart := context.chart(raw)) is not None),
        dark=spec.dark,
        where=context.where,
    )
    return (panel,)


def _status(metric: Prose | None, context: BlockContext) -> tuple[Text, Tone]:
    """Return the verdict of a metric and its tone; nothing for a metric that has no verdict."""
    view = metric_view(metric, context) if metric is not None else None
    if view is None or metric is None or view.grade is None:
        return EMPTY, Tone.NORMAL
    return quantity_text(view.status, metric, context), view.grade.tone


DEFINITION = BlockDef("callout", CalloutSpec, build, said("提示框或侧栏，突出一个数字", "a side panel with one key figure"))
