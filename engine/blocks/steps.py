"""`steps`: what follows one another, drawn as a row of chevrons.

- steps:
    - {title: 目标回顾, body: 年初定了什么, label: 第 1 步}
"""

from __future__ import annotations

from pydantic import Field

from engine.blocks.definition import BlockContext, BlockDef
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Block, Step, Steps


class StepSpec(Spec):
    title: Prose = Field(description=said("步骤名称", "what the step is called"))
    body: Prose = Field(default=Prose(), description=said("一句说明", "one sentence about it"))
    label: Prose = Field(default=Prose(), description=said("上方小字，如日期", "small label above, such as a date"))
    bullets: list[Prose] = Field(default=[], description=said("要点", "bullets"))


class StepsSpec(Spec):
    short_form = "items"
    items: list[StepSpec] = Field(min_length=2, max_length=8, description=said("二到八步", "two to eight steps"))


def build(spec: StepsSpec, context: BlockContext) -> tuple[Block, ...]:
    items = tuple(
        Step(context.text(item.title), context.text(item.body), context.text(item.label), tuple(map(context.text, item.bullets)))
        for item in spec.items
    )
    return (Steps(items, context.where),)


DEFINITION = BlockDef("steps", StepsSpec, build, said("前后相接的步骤", "steps that follow one another"))
