"""`table`: rows written here. (A table made from data is `table: {data: …}`.)

    - table:
        header: [人群, 目标, 下半年]
        rows:
          - [新客, 18.6 万人, 24.0 万人]
        note: 口径为首单用户
"""

from __future__ import annotations

from pydantic import Field, model_validator

from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.quantities import number_of
from engine.load.prose import Prose
from engine.load.spec import Spec, mistake, said
from engine.model.blocks import Align, Block, Table, TableCell, TableColumn, TableRow

NO_VALUE = frozenset({"", "—", "-", "/"})


class TableSpec(Spec):
    header: list[Prose] = Field(min_length=1, max_length=12, description=said("表头", "header"))
    rows: list[list[Prose]] = Field(min_length=1, description=said("各行的单元格", "cells of each row"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表下的注", "note below the table"))
    source: Prose = Field(default=Prose(), description=said("来源", "source"))

    @model_validator(mode="after")
    def _rectangular(self) -> TableSpec:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.header):
                zh, en = f"第 {number} 行有 {len(row)} 格，表头有 {len(self.header)} 格", f"row {number} has {len(row)} cells, the header {len(self.header)}"
                raise mistake(zh, en, '空单元格写 ""', 'an empty cell is written as ""')
        return self


def build(spec: TableSpec, context: BlockContext) -> tuple[Block, ...]:
    numeric = [_is_numeric(column, context) for column in zip(*spec.rows, strict=True)]
    columns = tuple(
        TableColumn(context.text(name), align=Align.RIGHT if number else Align.LEFT, numeric=number)
        for name, number in zip(spec.header, numeric, strict=True)
    )
    rows = tuple(TableRow(tuple(TableCell(context.text(cell)) for cell in row)) for row in spec.rows)
    table = Table(
        columns, rows, context.text(spec.caption), context.text(spec.note), context.text(spec.source), where=context.where
    )  # fmt: skip
    return (table,)


def _is_numeric(cells: tuple[Prose, ...], context: BlockContext) -> bool:
    """Tell whether a column holds numbers (and marks for no value) only."""
    filled = [cell for cell in cells if cell.strip() not in NO_VALUE]
    return bool(filled) and all(number_of(cell, context) is not None for cell in filled)


DEFINITION = BlockDef("table", TableSpec, build)
