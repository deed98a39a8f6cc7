"""`heading`: a heading inside a topic.

- heading: 三项结论
"""

from __future__ import annotations

from pydantic import Field

from engine.blocks.definition import BlockContext, BlockDef
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Block, Heading


class HeadingSpec(Spec):
    short_form = "text"
    text: Prose = Field(description=said("标题文字", "the heading"))
    level: int = Field(default=1, ge=1, le=3, description=said("级别，1 最高", "level, 1 is the highest"))


def build(spec: HeadingSpec, context: BlockContext) -> tuple[Block, ...]:
    return (Heading(context.text(spec.text), spec.level, context.where),)


DEFINITION = BlockDef("heading", HeadingSpec, build, said("主题内的小标题", "a heading inside a topic"))
