"""`columns`: blocks side by side; the widths are twelfths and add up to 12.

- columns:
    - {width: 8, blocks: [{chart: …}]}
    - {width: 4, blocks: [{callout: …}]}
"""

from __future__ import annotations

from pydantic import Field, field_validator

from engine.blocks.definition import BlockContext, BlockDef
from engine.load.spec import RawBlock, Spec, mistake, said
from engine.model.blocks import Block, ColumnItem, Columns

TWELFTHS = 12


class ColumnSpec(Spec):
    width: int = Field(ge=2, le=10, description=said("宽度，以十二分之一计", "width in twelfths"))
    blocks: list[RawBlock] = Field(min_length=1, description=said("这一栏的内容块", "blocks of this column"))


class ColumnsSpec(Spec):
    short_form = "items"
    items: list[ColumnSpec] = Field(min_length=2, max_length=4, description=said("二到四栏", "two to four columns"))

    @field_validator("items")
    @classmethod
    def _whole(cls, items: list[ColumnSpec]) -> list[ColumnSpec]:
        total = sum(item.width for item in items)
        if total != TWELFTHS:
            zh, en = f"各栏宽度之和应为 {TWELFTHS}，现为 {total}", f"the widths should add up to {TWELFTHS}, not {total}"
            raise mistake(zh, en, "如 8 和 4、6 和 6", "such as 8 and 4, or 6 and 6")
        return items


def build(spec: ColumnsSpec, context: BlockContext) -> tuple[Block, ...]:
    return (Columns(tuple(ColumnItem(item.width, context.nested(item.blocks)) for item in spec.items), context.where),)


DEFINITION = BlockDef("columns", ColumnsSpec, build, said("分栏", "blocks side by side"))
