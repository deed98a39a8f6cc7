"""`case`: one campaign told as 背景, 行动, 结果, 启示 beside a dark panel with its hero number.

- case:
    name: 618 年中大促
    facts: 35 天 · 六类渠道
    hero: "{{ m.gmv618.attainment }}"
    caption: GMV 完成率
    background: [去年成交 3,240 万元，七成在最后三天]
    actions: [提前 21 天分层预热]
    results: [{figure: "{{ m.gmv618 }}", label: GMV}]
    lessons: [预热期每多一周，付定人数约增 1.5 万人]
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import FigureSpec, figure, figure_stat
from engine.load.prose import Prose
from engine.load.spec import RawChart, Spec, said
from engine.model.blocks import Block, Card, Cards, CardStyle, ColumnItem, Columns, Panel
from engine.model.inlines import text

BACKGROUND, ACTIONS = Phrase("背景", "Background"), Phrase("行动", "Actions")
RESULTS, LESSONS = Phrase("结果", "Results"), Phrase("启示", "Lessons")
PANEL_WIDTH, CARDS_WIDTH = 4, 8


class CaseSpec(Spec):
    name: Prose = Field(description=said("活动名称", "name of the campaign"))
    facts: Prose = Field(default=Prose(), description=said("时间、渠道、费用一行", "dates, channels and cost in one line"))
    hero: Prose = Field(description=said("最重要的一个数字", "the one number that matters"))
    caption: Prose = Field(description=said("这个数字的名称", "what that number is"))
    chart: RawChart | None = Field(default=None, description=said("小图表，写法同 chart", "a small chart, written like chart"))
    background: list[Prose] = Field(min_length=1, description=said("背景", "background"))
    actions: list[Prose] = Field(min_length=1, description=said("做了什么", "what was done"))
    results: list[FigureSpec] = Field(min_length=1, max_length=4, description=said("结果数字，至多四个", "results, up to four figures"))
    lessons: list[Prose] = Field(min_length=1, description=said("可复用的做法与待改进之处", "what to reuse and what to change"))


def build(spec: CaseSpec, context: BlockContext) -> tuple[Block, ...]:
    chart = context.chart(spec.chart) if spec.chart is not None else None
    panel = Panel(
        title=context.text(spec.name),
        subtitle=context.text(spec.facts),
        figure=figure(spec.hero, context),
        caption=context.text(spec.caption),
        charts=() if chart is None else (chart,),
        dark=True,
        where=context.where,
    )
    cards = Cards(
        (
            _listed(BACKGROUND, spec.background, context),
            _listed(ACTIONS, spec.actions, context),
            Card(
                text(context.say(RESULTS)),
                stats=tuple(figure_stat(result, context) for result in spec.results),
                where=spec.results[0].place,
            ),
            _listed(LESSONS, spec.lessons, context),
        ),
        CardStyle.NUMBERED,
        context.where,
    )
    return (Columns((ColumnItem(PANEL_WIDTH, (panel,)), ColumnItem(CARDS_WIDTH, (cards,))), context.where),)


def _listed(title: Phrase, bullets: list[Prose], context: BlockContext) -> Card:
    return Card(text(context.say(title)), bullets=tuple(map(context.text, bullets)), where=bullets[0].where)


DEFINITION = BlockDef("case", CaseSpec, build, said("案例：背景、行动、结果、启示", "a campaign: background, actions, results, lessons"))
