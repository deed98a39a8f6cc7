"""What metrics.yaml may say about scores, gradings, attribution, sensitivity, forecasts and alerts (pydantic, at the edge)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt

Number = StrictInt | StrictFloat
Amount = str | StrictInt | StrictFloat
"""A number, or one with its unit: 120%, 5000万."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class AttributionSchema(Strict):
    """Conversions credited to touchpoints; the values name columns of `table`."""

    path: str = Field(description="路径或用户列 / column of the path or user")
    time: str = Field(description="时间或步序列 / column of the time or step")
    channel: str = Field(description="渠道列 / column of the channels")
    value: str = Field(description="转化值列：在每条路径里写一次，或每行重复 / converted value of the path, once or on each row")
    model: Literal["last", "first", "linear", "position", "decay"] = Field(
        default="last", description="末次 first 首次 linear 线性 position 首尾 decay 时间衰减 / last click by default"
    )
    half_life: float = Field(default=7.0, gt=0, description="时间衰减的半衰期：天或步 / half-life in days, or steps")
    ends: Annotated[tuple[float, float], Field(description="首、末触点各占，默认 [0.4, 0.4] / shares of first and last touch")] = (0.4, 0.4)


class ScoreSchema(Strict):
    """A weighted scorecard of metrics that have targets, 0–100 points and more up to the cap."""

    weights: dict[str, Number] = Field(
        default={}, description="指标: 权重；不写则用计分卡里的权重 / metric: weight; by default those of the scorecards"
    )
    cap: Amount = Field(default="120%", description="单项完成率封顶 / highest attainment that counts")


class GradingSchema(Strict):
    """Members of a dimension scored against the best one, 0–100, and graded."""

    by: str = Field(description="渠道列 / column of the channels")
    weights: dict[str, Number] = Field(min_length=1, description="指标: 权重 / metric: weight")
    cuts: dict[str, Number] = Field(min_length=1, max_length=5, description="等级: 最低分，从高到低 / grade: lowest score, falling")


class SensitivitySchema(Strict):
    """ROI under another budget. Give `elasticity`, or `marginal_roi` (a number, or `average`)."""

    gain: str = Field(alias="return", description="回报指标 / metric of the return")
    cost: str = Field(description="投入指标 / metric of the cost")
    elasticity: float | None = Field(default=None, gt=0, le=2, description="弹性：费用增 1%，回报增百分之几 / % of return per % of cost")
    marginal_roi: Number | Literal["average"] | None = Field(
        default=None, description="边际 ROI，或 average（等于平均） / ROI of the next unit of cost"
    )


class AlertSchema(Strict):
    """One threshold: a level (`above`, `below`) or a sudden move (`rise`, `fall`)."""

    above: Amount | None = Field(default=None, description="高于此值报警 / higher than this")
    below: Amount | None = Field(default=None, description="低于此值报警 / lower than this")
    rise: Amount | None = Field(default=None, description="升幅超过：15%、2 个百分点 / rises by more than")
    fall: Amount | None = Field(default=None, description="降幅超过：15%、2 个百分点 / falls by more than")
    against: Literal["mom", "yoy", "target"] | None = Field(
        default=None, description="升降与谁比：环比、同比、目标；默认环比 / base of a move, by default mom"
    )
    over: str = Field(default="", description="升降的时窗，印在阈值前：单日、三日 / window of the move, printed with it")
    severity: Literal["yellow", "red"] = Field(default="yellow", description="黄线或红线 / yellow or red line")
    action: str = Field(default="", description="触线后的动作 / what is done then")
