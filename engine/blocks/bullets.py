"""`bullets`: a list, with at most one level below.

- bullets:
    - 一句话
    - {text: 另一句, items: [补充一, 补充二]}
"""

from __future__ import annotations

from pydantic import Field

from engine.blocks.definition import BlockContext, BlockDef
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Block, BulletItem, Bullets


class BulletSpec(Spec):
    short_form = "text"
    text: Prose = Field(description=said("要点", "the bullet"))
    items: list[Prose] = Field(default=[], description=said("下一级要点", "bullets below it"))


class BulletsSpec(Spec):
    short_form = "items"
    items: list[BulletSpec] = Field(min_length=1, description=said("要点列表", "the bullets"))
    ordered: bool = Field(default=False, description=said("编号", "numbered"))
    first: int = Field(default=1, ge=0, le=999, description=said("第一项的编号", "number of the first item"))


def build(spec: BulletsSpec, context: BlockContext) -> tuple[Block, ...]:
    items = tuple(BulletItem(context.text(item.text), tuple(map(context.text, item.items))) for item in spec.items)
    return (Bullets(items, spec.ordered, context.where, spec.first),)


DEFINITION = BlockDef("bullets", BulletsSpec, build, said("要点列表", "a list of bullets"))
