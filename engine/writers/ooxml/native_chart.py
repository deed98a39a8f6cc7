"""A native, editable chart as parts: the chart's XML and the workbook behind “Edit data”. Knows nothing of slides or documents."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.model.figure import ChartFigure
from engine.writers.ooxml.chart_sheet import chart_sheet
from engine.writers.ooxml.chart_xml import chart_xml
from engine.writers.ooxml.workbook import workbook

CHART_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
WORKBOOK_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"

WORKBOOK_RELATIONSHIP_ID = "rId1"
"""The id of the chart part's only relationship, to its workbook; the chart XML names it."""


@dataclass(frozen=True, slots=True)
class ChartParts:
    chart_xml: bytes
    workbook: bytes


def chart_parts(figure: ChartFigure) -> ChartParts:
    """Return both parts of one chart; the caller relates the chart part to the workbook by `WORKBOOK_RELATIONSHIP_ID`."""
    sheet = chart_sheet(figure)
    return ChartParts(chart_xml(figure, sheet, WORKBOOK_RELATIONSHIP_ID), workbook(sheet.columns))
