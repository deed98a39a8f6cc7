"""`figures`: key figures in a row: a strip of cards, one ruled band, or an equation with operators between them.

- figures:
    - {figure: "{{ m.gmv }}", title: 上半年实际}
    - {figure: "51%", before: "36%", badge: A, title: A 级渠道}
- figures: {style: equation, operators: ["+", "="], items: […]}
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.base.diagnostics import Phrase, error
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import TONE_SAID, ToneWord, figure, tone
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Block, FigureItem, Figures, FiguresStyle


class FigureItemSpec(Spec):
    figure: Prose = Field(description=said("数字", "the figure"))
    title: Prose = Field(description=said("数字的名称", "what it is"))
    note: Prose = Field(default=Prose(), description=said("一行说明", "a line about it"))
    before: Prose = Field(default=Prose(), description=said("原来的数字", "the value it came from"))
    badge: Prose = Field(default=Prose(), description=said("等级字母", "a grade letter"))
    action: Prose = Field(default=Prose(), description=said("右侧的动作词", "a word at the right edge"))
    tone: ToneWord = Field(default="strong", description=TONE_SAID)


class FiguresSpec(Spec):
    short_form = "items"
    items: list[FigureItemSpec] = Field(min_length=1, max_length=8, description=said("一到八个数字", "one to eight figures"))
    style: Literal["strip", "line", "equation"] = Field(
        default="strip", description=said("样式：卡片、横栏、等式", "style: cards, band, equation")
    )
    operators: list[Literal["+", "−", "-", "×", "÷", "="]] = Field(
        default=[], description=said("等式中数字之间的符号", "signs between the figures")
    )
    title: Prose = Field(default=Prose(), description=said("标题", "title"))
    note: Prose = Field(default=Prose(), description=said("小字，如单位", "small print, such as the unit"))


def build(spec: FiguresSpec, context: BlockContext) -> tuple[Block, ...]:
    _check_operators(spec, context)
    items = tuple(
        FigureItem(
            figure=figure(item.figure, context),
            title=context.text(item.title),
            note=context.text(item.note),
            before=figure(item.before, context),
            badge=context.text(item.badge),
            action=context.text(item.action),
            tone=tone(item.tone),
        )
        for item in spec.items
    )
    operators = tuple(operator.replace("-", "−") for operator in spec.operators)
    return (Figures(items, FiguresStyle(spec.style), operators, context.text(spec.title), context.text(spec.note), context.where),)


def _check_operators(spec: FiguresSpec, context: BlockContext) -> None:
    wanted = len(spec.items) - 1 if spec.style == "equation" else 0
    if len(spec.operators) != wanted:
        zh, en = (
            f"operators 应有 {wanted} 个，现有 {len(spec.operators)} 个",
            f"there should be {wanted} operators, not {len(spec.operators)}",
        )
        hint = Phrase("等式里每两个数字之间一个符号，其他样式不写", "one between every two figures of an equation, none in other styles")
        context.report(error("YAML024", zh, en, context.where, hint))


DEFINITION = BlockDef("figures", FiguresSpec, build, said("一排关键数字，或一个等式", "key figures in a row, or an equation"))
