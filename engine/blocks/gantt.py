"""`gantt`: a calendar of whole months with lanes of bars, milestones and today's line.

- gantt:
    start: 2025-01
    end: 2025-12
    periods: [{label: 三季度, from: 2025-07, to: 2025-09, value: 目标 7,000 万元, strong: true}]
    lanes:
      - label: 大促活动
        bars: [{label: 双 11, from: 2025-11-01, to: 2025-11-11, state: peak, value: "5,600"}]
    milestones: [{date: 2025-08-31, label: 结算合一}]
    today: true
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from engine.base.diagnostics import Phrase, error
from engine.blocks.definition import BlockContext, BlockDef
from engine.load.prose import Prose
from engine.load.spec import Day, Month, Spec, mistake, read_day, read_month, said
from engine.model.blocks import Block, Gantt, GanttBar, GanttLane, GanttPeriod, Milestone, Progress
from engine.model.inlines import EMPTY, Text, text

MAX_MONTHS = 24
MONTH_LENGTH = 7
TODAY = Phrase("汇报日 {month} 月 {day} 日", "Today, {day} {name}")


def _from(value: object) -> object:
    return read_month(value) if isinstance(value, str) and len(value.strip()) <= MONTH_LENGTH else read_day(value)


def _to(value: object) -> object:
    month = _from(value)
    if isinstance(value, str) and len(value.strip()) <= MONTH_LENGTH and isinstance(month, dt.date):
        return month_end(month)
    return month


_SCHEMA = WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
From = Annotated[dt.date, BeforeValidator(_from), _SCHEMA]
To = Annotated[dt.date, BeforeValidator(_to), _SCHEMA]


def month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


class StretchSpec(Spec):
    """What lasts from one day to another, both inside; a month alone means its first or its last day."""

    label: Prose = Field(description=said("名称", "what it is called"))
    start: From = Field(alias="from", description=said("从：2025-07 或 2025-07-15", "from: 2025-07 or 2025-07-15"))
    end: To = Field(alias="to", description=said("到：2025-09 或 2025-09-30", "to: 2025-09 or 2025-09-30"))
    value: Prose = Field(default=Prose(), description=said("数字，如目标", "a figure, such as the target"))

    @model_validator(mode="after")
    def _in_order(self) -> StretchSpec:
        if self.start > self.end:
            raise mistake(f"{self.end} 早于 {self.start}", f"{self.end} is before {self.start}", "检查 from 和 to", "check from and to")
        return self


class PeriodSpec(StretchSpec):
    strong: bool = Field(default=False, description=said("突出显示", "stands out"))


class BarSpec(StretchSpec):
    state: Literal["done", "planned", "peak"] = Field(default="planned", description=said("已完成、计划中、峰值", "done, planned or peak"))


class LaneSpec(Spec):
    label: Prose = Field(description=said("泳道名称", "name of the lane"))
    bars: list[BarSpec] = Field(min_length=1, description=said("安排", "the bars"))


class MilestoneSpec(Spec):
    date: Day = Field(description=said("日期", "date"))
    label: Prose = Field(description=said("名称", "what happens"))


class GanttSpec(Spec):
    start: Month = Field(description=said("第一个月，如 2025-01", "first month, such as 2025-01"))
    end: Month = Field(description=said("最后一个月", "last month"))
    periods: list[PeriodSpec] = Field(default=[], max_length=8, description=said("月份上方的分段", "headers over the months"))
    lanes: list[LaneSpec] = Field(min_length=1, max_length=8, description=said("泳道", "lanes"))
    milestones: list[MilestoneSpec] = Field(default=[], description=said("里程碑", "milestones"))
    today: bool = Field(default=False, description=said("画出汇报日", "draw the report's date"))
    source: Prose = Field(default=Prose(), description=said("来源", "source"))

    @model_validator(mode="after")
    def _some_months(self) -> GanttSpec:
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        if not 1 <= months <= MAX_MONTHS:
            zh, en = (
                f"日历要有 1 到 {MAX_MONTHS} 个月，现为 {months} 个",
                f"the calendar has {months} months; it may have 1 to {MAX_MONTHS}",
            )
            raise mistake(zh, en)
        return self


def build(spec: GanttSpec, context: BlockContext) -> tuple[Block, ...]:
    first, last = spec.start, month_end(spec.end)
    today = context.date if spec.today and first <= context.date <= last else None
    gantt = Gantt(
        start=first,
        end=last,
        lanes=tuple(
            GanttLane(context.text(lane.label), tuple(_bar(bar, context) for bar in lane.bars if _is_inside(bar, spec, context)))
            for lane in spec.lanes
        ),
        milestones=tuple(Milestone(item.date, context.text(item.label)) for item in spec.milestones if _is_day_inside(item, spec, context)),
        periods=tuple(
            GanttPeriod(context.text(period.label), period.start, period.end, context.text(period.value), period.strong)
            for period in spec.periods
            if _is_inside(period, spec, context)
        ),
        today=today,
        today_label=_today_label(today, context),
        source=context.text(spec.source),
        where=context.where,
    )
    return (gantt,)


def _bar(bar: BarSpec, context: BlockContext) -> GanttBar:
    return GanttBar(context.text(bar.label), bar.start, bar.end, Progress(bar.state), context.text(bar.value))


def _is_inside(stretch: StretchSpec, spec: GanttSpec, context: BlockContext) -> bool:
    return _reported(stretch.start, stretch.label, spec, context) and _reported(stretch.end, stretch.label, spec, context)


def _is_day_inside(item: MilestoneSpec, spec: GanttSpec, context: BlockContext) -> bool:
    return _reported(item.date, item.label, spec, context)


def _reported(day: dt.date, label: Prose, spec: GanttSpec, context: BlockContext) -> bool:
    """Tell whether a day lies in the calendar; say so when it does not."""
    if spec.start <= day <= month_end(spec.end):
        return True
    zh, en = f"“{label}”的 {day} 不在日历内", f"{day} of {str(label)!r} is outside the calendar"
    hint = Phrase(f"日历从 {spec.start:%Y-%m} 到 {spec.end:%Y-%m}", f"it runs from {spec.start:%Y-%m} to {spec.end:%Y-%m}")
    context.report(error("YAML025", zh, en, label.where, hint))
    return False


def _today_label(today: dt.date | None, context: BlockContext) -> Text:
    if today is None:
        return EMPTY
    words: dict[str, Any] = {"month": today.month, "day": today.day, "name": calendar.month_abbr[today.month]}
    return text(context.say(TODAY).format(**words))


DEFINITION = BlockDef("gantt", GanttSpec, build, said("甘特图", "a calendar of bars"))
