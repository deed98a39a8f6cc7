from __future__ import annotations

from engine.model.printed import ChartPlace, Printed, TextPlace
from engine.probe.found_pptx import found_in_pptx
from tests.support.ledger_report import finished

BLOB = finished().blobs["pptx"]


def text(shape: str, row: int = 0, column: int = 0) -> tuple[str, ...] | None:
    return found_in_pptx(BLOB, Printed("pptx", (TextPlace(4, shape, ("",), (), row=row, column=column),))).texts[0]


def test_shapes_are_found_by_name_and_cells_by_number() -> None:
    assert text("topic-1-1/takeaway") == ("订单 1,040\u00a0单，其中第一周 480\u00a0单。",)
    assert text("topic-1-2/table", 2, 2) == ("60.0",)


def test_what_is_not_there_is_none() -> None:
    assert text("topic-9/takeaway") is None
    assert text("topic-1-2/table", 99, 1) is None
    assert text("topic-1-2/table", 1, 99) is None
    assert found_in_pptx(BLOB, Printed("pptx", (), (ChartPlace(4, "nowhere", ()),))).charts == (None,)


def test_charts_are_found_by_their_frame() -> None:
    (chart,) = found_in_pptx(BLOB, Printed("pptx", (), (ChartPlace(4, "topic-1-1/chart", ()),))).charts
    assert chart is not None
    assert chart.columns["每周 GMV", "values"].cached == (60.0, 45.0, 21.3)
