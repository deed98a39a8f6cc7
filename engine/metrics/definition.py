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
from engine.metrics.scorecard_schema import ScorecardSchema
from engine.metrics.special import AlertRule, Attribution, Grading, Response, Score
from engine.metrics.special_schema import (
    AlertSchema,
    AttributionSchema,
    GradingSchema,
    ScoreSchema,
    SensitivitySchema,
    Strict,
)
from engine.metrics.templates import INPUT_NAMES, TEMPLATES
from engine.model.facts import Better
from engine.model.report import Period


class QuerySchema(Strict):
    """An SQL aggregate over a data table."""

    table: str = Field(description="name of a data table / 数据表名")
    value: str = Field(description="SQL aggregate, e.g. sum(GMV) / SQL 聚合")
    where: str = Field(default="", description="SQL condition on the rows / 行条件")


class BaseSchema(Strict):
    """What a comparison looks back to: another table, or the same one earlier (needs `date`)."""

    table: str | None = None
    value: str | None = None
    where: str | None = None
    shift: str | None = Field(default=None, description="1 month, 1 year, 1 period …; needs the metric's `date` column")


class CompareSchema(Strict):
    yoy: BaseSchema | None = Field(default=None, description="同比")
    mom: BaseSchema | None = Field(default=None, description="环比")


class FormatSchema(Strict):
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


class ForecastSchema(Strict):
    """What a forecast of the whole year needs beside the actual value."""

    method: Literal["linear", "same-period"] = Field(
        default="linear", description="linear 线性外推 same-period 去年同期占比法 / how m.x.forecast is computed"
    )
    to: str | None = Field(default=None, description="推到哪一期，默认全年：2025 / period it is for, by default the year")
    last_year: TargetSchema | None = Field(
        default=None, description="去年全年的值：数或 {table, value, where} / value of the whole last year"
    )
    target: TargetSchema | None = Field(default=None, description="全年目标 / target of the whole year")


class MetricSchema(Strict):
    """One KPI. `table` and `value`, or `formula`, or one of `attribution`, `score`, `grading`, `sensitivity`."""

    label: str
    table: str | None = None
    value: str | None = Field(default=None, description="SQL aggregate over the table, e.g. sum(曝光)")
    where: str = ""
    formula: str | None = Field(
        default=None,
        description="arithmetic over other metrics, e.g. gmv / cost; or a ready formula such as roi, with `inputs`",
        json_schema_extra={"examples": list(TEMPLATES)},
    )
    inputs: dict[str, str | StrictInt | StrictFloat] | None = Field(
        default=None,
        description="现成公式的各项：指标；有 table 时写 SQL 聚合 / inputs of a ready formula: metrics, or SQL aggregates over `table`",
        json_schema_extra={"propertyNames": {"enum": [*INPUT_NAMES]}},
    )
    attribution: AttributionSchema | None = Field(default=None, description="归因 / conversions credited to touchpoints")
    score: ScoreSchema | None = Field(default=None, description="加权得分 / weighted scorecard")
    grading: GradingSchema | None = Field(default=None, description="渠道评分与分级 / scores and grades of channels")
    sensitivity: SensitivitySchema | None = Field(default=None, description="ROI 敏感性 / ROI under another budget")
    date: str | None = Field(default=None, description="date column that picks the period's rows")
    period: str | None = Field(default=None, description="a period of its own instead of the report's")
    target: TargetSchema | None = Field(default=None, description="5000万, 20%, or {table, value, where}")
    compare: CompareSchema = CompareSchema()
    unit: str = ""
    better: Better = Better.HIGHER
    range: Annotated[tuple[float, float], Field(description="lowest and highest good value, for better: range")] | None = None
    tolerance: str | StrictInt | StrictFloat | None = Field(
        default=None, description="a miss within it still counts as met, e.g. 2%; by default the report's"
    )
    forecast: ForecastSchema | None = Field(default=None, description="全年预测 / forecast of the year")
    alerts: list[AlertSchema] = Field(default=[], max_length=8, description="报警阈值 / alert thresholds")
    source: str = Field(default="", description="where the data come from, printed under charts")
    definition: str = Field(default="", description="口径")
    owner: str = ""
    format: FormatSchema = FormatSchema()


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


Operand = Query | Constant | ScoreCell | Formula | Attribution | Score | Grading


@dataclass(frozen=True, slots=True)
class Lookback:
    """Where a comparison finds its base: a query, and how far the period moves back (None: the table is that period's own)."""

    query: Query
    shift: Shift | None = None


class Method(Enum):
    """How a year is forecast: at the pace of the days so far, or by the share that the same days had last year (去年同期占比法)."""

    LINEAR = "linear"
    SAME_PERIOD = "same-period"


@dataclass(frozen=True, slots=True)
class Forecast:
    """`to` None: the year of the period. `last_year` is the whole of it (None: asked from the base of 同比 where that has dates)."""

    method: Method = Method.LINEAR
    to: Period | None = None
    last_year: Operand | None = None
    target: Operand | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """One KPI. `low`, `high` are set for `Better.RANGE` only; `tolerance` is a ratio (None: the report's); `date` empty: the tables hold just the period.

    `period` None is the report's. `yoy` and `mom` None: not compared (a formula compares when its parts do).
    `weight` is what a scorecard gives the metric, None where it says none.
    """

    id: str
    label: str
    actual: Operand
    target: Operand | None = None
    yoy: Lookback | ScoreCell | None = None
    mom: Lookback | ScoreCell | None = None
    date: str = ""
    period: Period | None = None
    unit: str = ""
    better: Better = Better.HIGHER
    low: float | None = None
    high: float | None = None
    tolerance: float | None = None
    source: str = ""
    definition: str = ""
    owner: str = ""
    format: Format = Format()
    at: Location = NOWHERE
    forecast: Forecast = Forecast()
    response: Response | None = None
    alerts: tuple[AlertRule, ...] = ()
    weight: float | None = None
