"""What metrics.yaml may say about a sheet with one KPI per row."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

_COLUMN = "列名；不写则按表头认 / its column, by default found by the header"


class ScorecardSchema(BaseModel):
    """A sheet with one KPI per row: each row becomes a metric. The values name columns; those left out are found by their headers."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    table: str = Field(description="数据表名 / name of a data table")
    id: str | None = Field(default=None, description=f"编号 / metric ids: {_COLUMN}; without one, made of the names")
    label: str | None = Field(default=None, description=f"指标、KPI、指标名称 / names: {_COLUMN}")
    actual: str | None = Field(default=None, description=f"实际、实际值、完成值 / actual values: {_COLUMN}")
    target: str | None = Field(default=None, description=f"目标、目标值、年度目标 / targets: {_COLUMN}")
    previous: str | None = Field(default=None, description=f"去年同期 / values a year earlier: {_COLUMN}")
    last: str | None = Field(default=None, description=f"上期 / values of the last period: {_COLUMN}")
    unit: str | None = Field(default=None, description=f"单位 / units: {_COLUMN}")
    owner: str | None = Field(default=None, description=f"负责人 / owners: {_COLUMN}")
    better: str | None = Field(default=None, description=f"方向：越高越好、越低越好 / higher or lower: {_COLUMN}")
    source_column: str | None = Field(default=None, description=f"数据来源 / sources: {_COLUMN}")
    definition: str | None = Field(default=None, description=f"口径 / definitions: {_COLUMN}")
    weight: str | None = Field(default=None, description=f"权重 / weights: {_COLUMN}")
    score: str | None = Field(
        default=None, description="总分的指标编号：各行完成率按权重合计 / id of a metric: the weighted score of all rows"
    )
    source: str = Field(default="", description="全表的数据来源，用于没有这一列的表 / source of all, where no column says it")

    @model_validator(mode="before")
    @classmethod
    def _table_alone(cls, value: object) -> object:
        return {"table": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Let editors accept the short form as well: the name of a table alone."""
        return {"anyOf": [{"type": "string", "description": "数据表名 / name of a data table"}, handler(core_schema)]}
