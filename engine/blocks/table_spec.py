"""What an author may write about a table."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from engine.base.diagnostics import Location
from engine.load.prose import Prose
from engine.load.spec import Spec, mistake, said

ColumnFormat = Literal["wan", "yi", "pct", "money", "number", "text", "date", "status"]


class ColumnSpec(Spec):
    short_form = "field"
    field: Prose = Field(description=said("数据表的列", "column of the data table"))
    label: Prose | None = Field(default=None, description=said("表头，默认用列名", "header, by default the column's name"))
    unit: Prose | None = Field(default=None, description=said("数据本身的单位，如 元", "unit the data are in"))
    align: Literal["left", "center", "right"] | None = Field(default=None, description=said("对齐", "alignment"))
    format: ColumnFormat | None = Field(default=None, description=said("格式；不写则按数据选", "format; chosen by the data when left out"))
    decimals: int | None = Field(default=None, ge=0, le=4, description=said("小数位", "decimals"))
    weight: float | None = Field(default=None, gt=0, description=said("宽度的份数", "share of the width"))
    badge: Literal["square", "round"] | None = Field(default=None, description=said("放在色块里", "inside a filled mark"))
    bold: bool = Field(default=False, description=said("加粗", "bold"))


class TotalSpec(Spec):
    label: Prose = Field(default=Prose("合计"), description=said("合计行的名称", "what the total row is called"))
    sum: list[Prose] = Field(min_length=1, description=said("要相加的列", "columns to add up"))


class TableSpec(Spec):
    """A table from data (`data`, `columns`) or written out (`header`, `rows`)."""

    data: Prose | None = Field(default=None, description=said("数据表", "data table"))
    columns: list[ColumnSpec] = Field(default=[], max_length=14, description=said("列；不写则全部", "columns; all when left out"))
    where: Prose = Field(default=Prose(), description=said("行条件", "condition on the rows"))
    order: Prose = Field(default=Prose(), description=said("排序的列，可加 desc", "column to sort by, with desc behind it for falling"))
    limit: int | None = Field(default=None, ge=1, le=200, description=said("最多几行", "at most so many rows"))
    total: TotalSpec | None = Field(default=None, description=said("合计行", "total row"))
    header: list[Prose] = Field(default=[], max_length=14, description=said("表头", "header"))
    rows: list[list[Prose | None]] = Field(default=[], description=said("各行的单元格", "cells of each row"))
    align: list[Literal["left", "center", "right", "auto"]] = Field(
        default=[], description=said("写出的各列的对齐；不写则数字靠右", "alignment of the written columns; numbers stand right by default")
    )
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表下的注", "note below the table"))
    source: Prose = Field(default=Prose(), description=said("来源", "source"))

    @model_validator(mode="after")
    def _one_form(self) -> TableSpec:
        written = bool(self.header or self.rows)
        if written == (self.data is not None):
            zh, en = "表格要么来自 data，要么写出 header 和 rows", "a table comes either from `data` or from `header` and `rows`"
            raise mistake(zh, en, "如 data: channels", "e.g. data: channels")
        if written and not (self.header and self.rows):
            raise mistake(
                "表格要有 header 和 rows", "a table needs `header` and `rows`", "或写 data: 表名", "or data: with the name of a table"
            )
        if self.align and len(self.align) != len(self.header):
            zh, en = (
                f"align 有 {len(self.align)} 项，表头有 {len(self.header)} 格",
                f"`align` has {len(self.align)} items, the header {len(self.header)}",
            )
            raise mistake(zh, en, "每列一项，不指定的写 auto", "one for each column, auto where it does not matter")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.header):
                zh, en = (
                    f"第 {number} 行有 {len(row)} 格，表头有 {len(self.header)} 格",
                    f"row {number} has {len(row)} cells, the header {len(self.header)}",
                )
                raise mistake(zh, en, '空单元格写 ""', 'an empty cell is written as ""')
        return self

    @property
    def data_place(self) -> Location:
        return self.data.where if self.data is not None else self.place
