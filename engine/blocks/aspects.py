"""What blocks print about a metric: the aspect's name on the page, its quantity and its tone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from engine.base.diagnostics import Location, Phrase
from engine.base.records import dataclass
from engine.blocks.definition import BlockContext
from engine.blocks.plot import used_text
from engine.metrics.answers import bare
from engine.metrics.insight import Insight
from engine.metrics.quantity import Quantity
from engine.metrics.view import MetricView
from engine.model.inlines import EMPTY, Text, Tone

AspectName = Literal[
    "target", "actual", "attainment", "deviation", "deviation_rate", "yoy", "mom", "previous", "last", "elapsed", "pace", "verdict",
    "to_date", "forecast", "forecast_attainment", "alert",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing to tell about a metric. `has` tells whether the metric defines it; `judged` takes the verdict's colour."""

    label: Phrase
    quantity: Callable[[Insight], Quantity]
    has: Callable[[Insight], bool]
    judged: bool = False
    scaled: bool = False


def _always(_view: Insight) -> bool:
    return True


def _targeted(view: Insight) -> bool:
    return view.has_target


def _yearly(view: Insight) -> bool:
    return view.has_yoy


def _planned(view: Insight) -> bool:
    return view.has_forecast_target


def _watched(view: Insight) -> bool:
    return bool(view.alert_rules)


def _serial(view: Insight) -> bool:
    return view.has_mom


ASPECTS: Mapping[str, Aspect] = {
    "target": Aspect(Phrase("目标", "Target"), lambda view: view.target, _targeted, scaled=True),
    "actual": Aspect(Phrase("实际", "Actual"), lambda view: view, _always, scaled=True),
    "attainment": Aspect(Phrase("完成率", "Attainment"), lambda view: view.attainment, _targeted, judged=True),
    "deviation": Aspect(Phrase("偏差", "Deviation"), lambda view: view.deviation, _targeted, scaled=True),
    "deviation_rate": Aspect(Phrase("偏差率", "Deviation, %"), lambda view: view.deviation_rate, _targeted),
    "yoy": Aspect(Phrase("同比", "YoY"), lambda view: view.yoy, _yearly),
    "mom": Aspect(Phrase("环比", "vs prior"), lambda view: view.mom, _serial),
    "previous": Aspect(Phrase("去年同期", "Last year"), lambda view: view.previous, _yearly, scaled=True),
    "last": Aspect(Phrase("上期", "Prior"), lambda view: view.last, _serial, scaled=True),
    "elapsed": Aspect(Phrase("时间进度", "Time elapsed"), lambda view: view.elapsed, _always),
    "pace": Aspect(Phrase("进度差", "Pace"), lambda view: view.pace, _targeted),
    "verdict": Aspect(Phrase("状态", "Status"), lambda view: view.status, _targeted, judged=True),
    "to_date": Aspect(Phrase("年初至今", "Year to date"), lambda view: view.to_date, _always, scaled=True),
    "forecast": Aspect(Phrase("全年预测", "Forecast"), lambda view: view.forecast, _always, scaled=True),
    "forecast_attainment": Aspect(Phrase("预计完成率", "Forecast attainment"), lambda view: view.forecast_attainment, _planned),
    "alert": Aspect(Phrase("预警", "Alert"), lambda view: view.alert, _watched),
}


def tone_of(view: MetricView) -> Tone:
    """Return the verdict's tone, NORMAL for a metric without target or grade."""
    grade = view.grade if view.has_target else None
    return grade.tone if grade is not None else Tone.NORMAL


def aspect_text(view: Insight, name: AspectName, at: Location, context: BlockContext, *, unit_in_header: bool = False) -> Text:
    """Return an aspect as printed text, empty when the metric does not define it; `unit_in_header` leaves the unit out.

    What follows the verdict takes its tone.
    """
    aspect = ASPECTS[name]
    if not aspect.has(view):
        return EMPTY
    quantity = aspect.quantity(view)
    if unit_in_header and aspect.scaled and quantity.look.words is None:
        quantity = quantity.restyled(bare(quantity.look.style), "column")
    return used_text(quantity, at, context, tone=tone_of(view) if aspect.judged else Tone.NORMAL)
