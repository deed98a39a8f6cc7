"""What metrics.yaml may say (pydantic, at the edge) and what a metric is inside (frozen)."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Literal, Union

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StrictFloat, StrictInt, Tag

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass
from engine.metrics.compare import Change
from engine.metrics.formula import Expression
from engine.metrics.periods import Shift
from engine.model.facts import Better
from engine.model.report import Period


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class QuerySchema(_Strict):
    """An SQL aggregate over a data table."""

    table: str = Field(description="name of a data table / 数据表名")
    value: str = Field(description="SQL aggregate, e.g. sum(GMV) / SQL 聚合")
    where: str = Field(default="", description="SQL condition on the rows / 行条件")


class BaseSchema(_Strict):
    """What a comparison looks back to: another table, or the same one earlier (needs `date`)."""

    table: str | None = None
    value: str | None = None
    where: str | None = None
    shift: str | None = Field(default=None, description="1 month, 1 year, 1 period …; needs the metric's `date` column")


class CompareSchema(_Strict):
    yoy: BaseSchema | None = Field(default=None, description="同比")
    mom: BaseSchema | None = Field(default=None, description="环比")


class FormatSchema(_Strict):
    """How the metric is printed; left out, the unit and the size decide."""

    style: Literal["auto", "wan", "yi", "pct", "ratio", "money", "number"] = "auto"
    decimals: Annotated[int, Field(ge=0, le=6)] | None = None
    change: Change | None = Field(default=None, description="how 同比/环比 are told: growth, points, difference")


def _target_form(value: object) -> str:
    return "query" if isinstance(value, dict | QuerySchema) else "number" if isinstance(value, int | float) else "text"


TargetSchema = Annotated[
    Union[Annotated[str, Tag("text")], Annotated[StrictInt | StrictFloat, Tag("number")], Annotated[QuerySchema, Tag("query")]],  # noqa: UP007
    Discriminator(_target_form),
]


class MetricSchema(_Strict):
    """One KPI. Either `table` and `value`, or `formula`."""

    label: str
    table: str | None = None
    value: str | None = Field(default=None, description="SQL aggregate over the table, e.g. sum(曝光)")
    where: str = ""
    formula: str | None = Field(default=None, description="arithmetic over other metrics, e.g. gmv / cost")
    date: str | None = Field(default=None, description="date column that picks the period's rows")
    period: str | None = Field(default=None, description="a period of its own instead of the report's")
    target: TargetSchema | None = Field(default=None, description="5000万, 20%, or {table, value, where}")
    compare: CompareSchema = CompareSchema()
    unit: str = ""
    better: Better = Better.HIGHER
    range: Annotated[tuple[float, float], Field(description="lowest and highest good value, for better: range")] | None = None
    tolerance: str | StrictInt | StrictFloat = 0
    source: str = Field(default="", description="where the data come from, printed under charts")
    definition: str = Field(default="", description="口径")
    owner: str = ""
    format: FormatSchema = FormatSchema()


class ScorecardSchema(_Strict):
    """A sheet with one KPI per row: each row becomes a metric. The values name columns."""

    table: str
    id: str
    label: str
    actual: str
    target: str | None = None
    previous: str | None = None
    unit: str | None = None
    owner: str | None = None
    better: str | None = Field(default=None, description="column that says higher/lower, 越高越好/越低越好")
    source: str = ""


class MetricsSchema(BaseModel):
    """metrics.yaml: metric id → definition, and `scorecards`."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)
    __pydantic_extra__: dict[str, MetricSchema] = Field(init=False)

    scorecards: list[ScorecardSchema] = []

    @property
    def metrics(self) -> dict[str, MetricSchema]:
        return self.__pydantic_extra__


class NumberForm(Enum):
    """How a metric's numbers are printed; AUTO: by unit and size."""

    AUTO = "auto"
    WAN = "wan"
    YI = "yi"
    PERCENT = "pct"
    RATIO = "ratio"
    MONEY = "money"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Format:
    """`decimals` None: by unit and size. `change` None: growth, but points for rates and the difference for scores."""

    form: NumberForm = NumberForm.AUTO
    decimals: int | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """An SQL aggregate over a table's rows; `where` empty takes them all."""

    table: str
    value: str
    where: str = ""
    at: Location = NOWHERE
    where_at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Constant:
    """A number written in the definition, in base units; `text` as it was written."""

    raw: float
    text: str
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """One cell of a scorecard; `record` counts the table's records from 0."""

    raw: float | None
    table: str
    column: str
    record: int


@dataclass(frozen=True, slots=True)
class Formula:
    """Arithmetic over other metrics."""

    text: str
    expression: Expression
    at: Location = NOWHERE


Operand = Query | Constant | ScoreCell | Formula


@dataclass(frozen=True, slots=True)
class Lookback:
    """Where a comparison finds its base: a query, and how far the period moves back (None: the table is that period's own)."""

    query: Query
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """One KPI. `low`, `high` are set for `Better.RANGE` only; `tolerance` is a ratio; `date` empty: the tables hold just the period.

    `period` None is the report's. `yoy` and `mom` None: not compared (a formula compares when its parts do).
    """

    id: str
    label: str
    actual: Operand
    target: Operand | None = None
    yoy: Lookback | ScoreCell | None = None
    mom: Lookback | None = None
    date: str = ""
    period: Period | None = None
    unit: str = ""
    better: Better = Better.HIGHER
    low: float | None = None
    high: float | None = None
    tolerance: float = 0.0
    source: str = ""
    definition: str = ""
    owner: str = ""
    format: Format = Format()
    at: Location = NOWHERE
