"""What an author may promise about a table: the entry `contract:` of a table in report.yaml."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic_core import CoreSchema

TypeWord = Literal["text", "number", "percent", "date", "month", "week"]
Limit = str | int | float
PERIOD_END = "period_end"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnContract(_Strict):
    """What the cells of one column are; a type alone may stand for the mapping."""

    type: Annotated[
        TypeWord | None, Field(title="类型 / type", description="同数据表的 types：读不成的单元格是错误。 As under types of the table.")
    ] = None
    one_of: Annotated[
        tuple[str | int | float, ...],
        Field(title="取值 / values", description="只能是这些值。 The only values there may be.", max_length=1000),
    ] = ()
    min: Annotated[
        Limit | None,
        Field(title="下限 / lowest", description="数或日期，如 0、5万、2025-01-01。 A number or date, e.g. 0, 85%, 2025-01-01."),
    ] = None
    max: Annotated[Limit | None, Field(title="上限 / highest", description="数或日期。 A number or date.")] = None

    @model_validator(mode="before")
    @classmethod
    def _type_alone(cls, value: object) -> object:
        return {"type": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Let editors accept the short form as well: a type alone."""
        return {"anyOf": [{"enum": list(get_args(TypeWord))}, handler(core_schema)]}


class RowsContract(_Strict):
    """How many rows there are, without total rows and remarks."""

    min: Annotated[int | None, Field(title="最少 / fewest", ge=0)] = None
    max: Annotated[int | None, Field(title="最多 / most", ge=0)] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min 大于 max / min is greater than max")
        return self


class DataContract(_Strict):
    """What must hold of a table before anything is computed from it."""

    columns: Annotated[
        dict[str, ColumnContract],
        Field(title="列 / columns", description="列名: 类型、取值、上下限；这些列必须存在。 Name: type, values, range; they must exist."),
    ] = Field(default_factory=dict)
    required: Annotated[
        tuple[str, ...], Field(title="必填 / required", description="不能有空单元格的列。 Columns without empty cells.")
    ] = ()
    unique: Annotated[
        tuple[str, ...], Field(title="不重复 / unique", description="合起来不能重复的列。 Columns whose values together occur once.")
    ] = ()
    fresh_until: Annotated[
        str | None,
        Field(
            title="更新到 / fresh until",
            description="最新一行至少要到这一天：日期，或 period_end。 The newest row reaches this day: a date, or period_end.",
        ),
    ] = None
    fresh_by: Annotated[
        str | None,
        Field(title="按哪列 / by", description="看哪个日期列；只有一列日期时可省略。 The date column; not needed if there is one."),
    ] = None
    rows: Annotated[RowsContract | None, Field(title="行数 / rows", description="最少与最多几行。 Fewest and most rows.")] = None
    severity: Annotated[
        Literal["error", "warn"],
        Field(title="级别 / severity", description="违反时是错误还是警告。 Whether a breach is an error or a warning."),
    ] = "error"

    @field_validator("fresh_until")
    @classmethod
    def _day(cls, value: str | None) -> str | None:
        if value is None or value == PERIOD_END:
            return value
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            raise ValueError("写 period_end 或 2025-06-30 这样的日期 / say period_end or a date such as 2025-06-30") from None

    @model_validator(mode="after")
    def _by_needs_a_day(self) -> Self:
        if self.fresh_by is not None and self.fresh_until is None:
            raise ValueError("fresh_by 要与 fresh_until 同写 / fresh_by goes with fresh_until")
        return self
