"""`pagebreak`: the rest of the topic begins on a new page.

- pagebreak: true
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.blocks.definition import BlockContext, BlockDef
from engine.load.spec import Spec, said
from engine.model.blocks import Block, PageBreak


class PageBreakSpec(Spec):
    short_form = "here"
    here: Literal[True] = Field(description=said("总写 true", "always true"))


def build(spec: PageBreakSpec, context: BlockContext) -> tuple[Block, ...]:
    assert spec.here, "the schema takes nothing else"
    return (PageBreak(context.where),)


DEFINITION = BlockDef("pagebreak", PageBreakSpec, build, said("此后另起一页", "the rest begins on a new page"))
