"""Chart kinds: each checks its data and draws it as a figure; the figure becomes a native chart (writers) or vector drawing (`svg`)."""

from __future__ import annotations

from engine.base.diagnostics import Outcome, Phrase, error
from engine.base.records import replace
from engine.base.registry import Registry
from engine.charts import area, bar, bubble, column, combo, doughnut, funnel, line, pie, radar, scatter, stacked, target_actual, waterfall
from engine.charts.coordinates import names_fit
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.enlarged import enlarged
from engine.charts.rules import labels_fit
from engine.charts.traced import traced
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure

__all__ = ["CHARTS", "ChartDef", "ChartLook", "build_figure"]

CHARTS = Registry(
    "chart kind",
    (
        column.DEFINITION,
        bar.DEFINITION,
        stacked.DEFINITION,
        line.DEFINITION,
        area.DEFINITION,
        combo.DEFINITION,
        pie.DEFINITION,
        doughnut.DEFINITION,
        scatter.DEFINITION,
        bubble.DEFINITION,
        radar.DEFINITION,
        target_actual.DEFINITION,
        funnel.DEFINITION,
        waterfall.DEFINITION,
    ),
)


def build_figure(data: ChartData, look: ChartLook) -> Outcome[ChartFigure]:
    """Return the drawn form of a chart and what is wrong with its data; the value is None when there is an error."""
    kind = CHARTS.get(data.kind)
    if kind is None:
        near = CHARTS.nearest(data.kind)
        known = "、".join(CHARTS.names)
        hint = Phrase(f"是不是“{near}”？", f"did you mean {near!r}?") if near else Phrase(f"可用：{known}", f"known: {known}")
        return Outcome(None, (error("CHART001", f"没有图表类型“{data.kind}”", f"no chart kind {data.kind!r}", data.where, hint),))
    diagnostics = kind.validate(data)
    if any(diagnostic.is_error for diagnostic in diagnostics):
        return Outcome(None, diagnostics)
    design = look.in_design_points()
    drawn = kind.figure(data, design)
    headed = replace(traced(drawn, data), header=look.word("类目", "Category"))
    fits = labels_fit(data, fits=names_fit(headed, design.size))
    return Outcome(enlarged(headed, look.scale), (*diagnostics, *fits))
