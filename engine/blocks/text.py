"""`text`: one paragraph or several.

- text: 上半年 {{ m.gmv }}，**超额完成**年初目标。
- text: [第一段, 第二段]
"""

from __future__ import annotations

from pydantic import Field

from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import Lines
from engine.load.spec import Spec, said
from engine.model.blocks import Block, Paragraph


class TextSpec(Spec):
    short_form = "paragraphs"
    paragraphs: Lines = Field(min_length=1, description=said("一段或几段文字", "one paragraph or several"))


def build(spec: TextSpec, context: BlockContext) -> tuple[Block, ...]:
    return tuple(Paragraph(context.text(paragraph), paragraph.where) for paragraph in spec.paragraphs)


DEFINITION = BlockDef("text", TextSpec, build, said("一段或几段文字", "one paragraph or several"))
