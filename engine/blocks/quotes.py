"""`quotes`: voices of users, each with what was done about it.

- quotes:
    - text: 预售当天就知道到手价，家里换季的东西一次买齐了。
      person: 赵女士，杭州，银卡会员
      tag: 肯定
      action: {label: 后续动作, text: 预售价前置的做法延续到双 11}
"""

from __future__ import annotations

from pydantic import Field

from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import TONE_SAID, FooterSpec, ToneWord, footer, tone
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Block, Card, Cards, CardStyle
from engine.model.inlines import EMPTY, Tone

TAG_TONES = {
    "肯定": Tone.EXCEED, "praise": Tone.EXCEED,
    "建议": Tone.IMPROVE, "wish": Tone.IMPROVE,
    "批评": Tone.MISSED, "complaint": Tone.MISSED,
}  # fmt: skip


class QuoteSpec(Spec):
    text: Prose = Field(description=said("原话，不加引号", "the words, without quotation marks"))
    person: Prose = Field(description=said("谁说的", "who said it"))
    tag: Prose = Field(default=Prose(), description=said("标签：肯定、建议、批评", "tag: praise, wish, complaint"))
    tone: ToneWord | None = Field(default=None, description=TONE_SAID)
    action: FooterSpec | None = Field(default=None, description=said("后续动作", "what was done about it"))


class QuotesSpec(Spec):
    short_form = "items"
    items: list[QuoteSpec] = Field(min_length=1, max_length=8, description=said("用户原话", "the voices"))


def build(spec: QuotesSpec, context: BlockContext) -> tuple[Block, ...]:
    return (Cards(tuple(_card(item, context) for item in spec.items), CardStyle.QUOTE, context.where),)


def _card(item: QuoteSpec, context: BlockContext) -> Card:
    tag = context.text(item.tag)
    return Card(
        title=EMPTY,
        body=context.text(item.text),
        caption=context.text(item.person),
        tag=tag,
        tone=tone(item.tone, TAG_TONES.get(tag.plain.casefold(), Tone.NORMAL)),
        footer=footer(item.action, context),
        where=item.place,
    )


DEFINITION = BlockDef("quotes", QuotesSpec, build, said("用户原话", "voices of users"))
