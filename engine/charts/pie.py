"""Shares of a whole as slices; up to six."""

from __future__ import annotations

from engine.charts.definition import ChartDef, ChartLook
from engine.charts.round import round_figure, validate
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, GroupKind


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    return round_figure(data, look, GroupKind.PIE)


DEFINITION = ChartDef("pie", validate, figure)
