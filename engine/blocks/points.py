"""`points`: titled statements, drawn as cards.

    - points:
        - {title: 大促前置蓄水, body: 提前三周 …, figure: "{{ m.reserve }}", caption: 万人蓄水}
        - {title: 会员日, metric: member_gmv, next: {label: 下一步, text: 固定为每月 18 日}}
    - points: {style: topped, items: […]}

    - points:
        - title: 提前四周预售
          practice: [2,000 份试水, 三天售罄再追投]
          effect: ["预售占成交 {{ m.presale_share }}", 备货缺口提前十天看清]
          due: 10 月 15 日

`practice`, `effect`, `expectation`, `owner` and `due` become labelled lines: 做法, 效果, 预期, 负责人, 时间节点.
`metric` fills in what is not written: the figure is its attainment, the tag its verdict, the small figures actual and target.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from engine.base.diagnostics import Language, Phrase
from engine.base.records import replace
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import TONE_SAID, FooterSpec, Lines, StatSpec, ToneWord, figure, footer, stat, tone
from engine.blocks.quantities import metric_view, quantity_text, ratio_of
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.view import MetricView
from engine.model.blocks import Block, Card, Cards, CardStyle, Stat
from engine.model.evidence import Duty
from engine.model.inlines import EMPTY, Span, Text, text

ACTUAL, TARGET, ATTAINMENT = Phrase("实际", "Actual"), Phrase("目标", "Target"), Phrase("完成率", "Attainment")


PARTS = {
    "practice": Phrase("做法", "Practice"),
    "effect": Phrase("效果", "Effect"),
    "expectation": Phrase("预期", "Expected"),
    "owner": Phrase("负责人", "Owner"),
    "due": Phrase("时间节点", "Due"),
}


class PointSpec(Spec):
    title: Prose = Field(description=said("要点的标题", "title of the statement"))
    body: Prose = Field(default=Prose(), description=said("一两句说明", "a sentence or two"))
    bullets: list[Prose] = Field(default=[], description=said("要点", "bullets"))
    practice: Lines = Field(default=[], description=said("具体做法", "what was or will be done"))
    effect: Lines = Field(default=[], description=said("效果体现", "what it brought"))
    expectation: Lines = Field(default=[], description=said("效果预期", "what it should bring"))
    owner: Prose = Field(default=Prose(), description=said("负责人", "the owner"))
    due: Prose = Field(default=Prose(), description=said("时间节点", "when it is due"))
    subtitle: Prose = Field(default=Prose(), description=said("标题下的小字", "small line under the title"))
    figure: Prose = Field(default=Prose(), description=said("证明它的数字", "the number that proves it"))
    caption: Prose = Field(default=Prose(), description=said("数字的名称", "what that number is"))
    tag: Prose = Field(default=Prose(), description=said("标签", "tag"))
    tone: ToneWord | None = Field(default=None, description=TONE_SAID)
    metric: Prose | None = Field(
        default=None, description=said("指标：填上完成率、判定、实际与目标", "metric: fills in attainment, verdict, actual and target")
    )
    share: Prose | None = Field(default=None, description=said("占比条", "share bar"))
    share_note: Prose = Field(default=Prose(), description=said("占比条旁的小字", "note beside the share bar"))
    next: FooterSpec | None = Field(default=None, description=said("卡片底部的下一步", "closing line of the card"))
    stats: list[StatSpec] = Field(default=[], max_length=4, description=said("小数字", "small figures"))


class PointsSpec(Spec):
    short_form = "items"
    items: list[PointSpec] = Field(min_length=1, max_length=12, description=said("要点", "the statements"))
    style: Literal["point", "topped", "numbered"] = Field(default="point", description=said("样式", "style"))


def build(spec: PointsSpec, context: BlockContext) -> tuple[Block, ...]:
    cards = tuple(_with_metric(item, _card(item, context), context) for item in spec.items)
    return (Cards(cards, CardStyle(spec.style), context.where),)


def _card(item: PointSpec, context: BlockContext) -> Card:
    title = context.text(item.title)
    if item.owner:
        context.note(Duty(title, context.text(item.owner), item.owner.where))
    return Card(
        title=title,
        body=context.text(item.body),
        bullets=(*map(context.text, item.bullets), *_labelled(item, context)),
        subtitle=context.text(item.subtitle),
        figure=figure(item.figure, context),
        caption=context.text(item.caption),
        tag=context.text(item.tag),
        tone=tone(item.tone),
        stats=tuple(stat(one, context) for one in item.stats),
        share=ratio_of(item.share, context) if item.share is not None else None,
        share_note=context.text(item.share_note),
        footer=footer(item.next, context),
        where=item.place,
    )


def _labelled(item: PointSpec, context: BlockContext) -> Iterator[Text]:
    """Yield the lines of each labelled part, the first behind its label in bold."""
    lists = {"practice": item.practice, "effect": item.effect, "expectation": item.expectation, "owner": [item.owner], "due": [item.due]}
    colon = "：" if context.language is Language.ZH else ": "
    for name, lines in lists.items():
        for index, line in enumerate(filter(None, lines)):
            content = context.promised(line) if name == "expectation" else context.text(line)
            label = (Span(f"{context.say(PARTS[name])}{colon}", bold=True),) if index == 0 else ()
            yield Text((*label, *content.spans), content.where)


def _with_metric(item: PointSpec, card: Card, context: BlockContext) -> Card:
    """Return the card with what the author left to the metric filled in."""
    view = metric_view(item.metric, context) if item.metric is not None else None
    if view is None or item.metric is None:
        return card
    grade = view.grade
    stats = (Stat(text(context.say(ACTUAL)), quantity_text(view, item.metric, context)), *_target(view, item.metric, context))
    return replace(
        card,
        figure=card.figure or _key_figure(view, item.metric, context),
        caption=card.caption or text(view.label if not view.has_target else context.say(ATTAINMENT)),
        tag=card.tag or (quantity_text(view.status, item.metric, context) if grade else EMPTY),
        tone=grade.tone if grade and item.tone is None else card.tone,
        stats=card.stats or stats,
    )


def _key_figure(view: MetricView, where: Prose, context: BlockContext) -> Text:
    return quantity_text(view.attainment if view.has_target else view, where, context)


def _target(view: MetricView, where: Prose, context: BlockContext) -> tuple[Stat, ...]:
    return (Stat(text(context.say(TARGET)), quantity_text(view.target, where, context)),) if view.has_target else ()


DEFINITION = BlockDef("points", PointsSpec, build, said("带标题的要点卡片", "titled statements, drawn as cards"))
