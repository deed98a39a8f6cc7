from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.blocks.fact_table import (
    column_cell,
    definitions_note,
    fact_cell,
    insights,
    number_column,
    shared_style,
    sources_text,
    words_column,
)
from engine.load.prose import Prose
from engine.metrics.numbers import style_of
from engine.model.blocks import Align
from engine.model.inlines import EMPTY, text
from tests.support.review import AT, NB, context

HERE = context()


def test_metrics_with_their_places() -> None:
    found = insights([Prose("gmv", AT), Prose("gvm", AT)], HERE)
    assert [(str(name), view.label) for name, view in found] == [("gmv", "活动 GMV")]
    assert [item.code for item in HERE.findings] == ["FACT001"]


def test_columns() -> None:
    assert words_column(Phrase("指标", "Metric"), HERE).header.plain == "指标"
    column = number_column("ROI", HERE, "万元")
    assert (column.header.plain, column.unit, column.align, column.numeric) == ("ROI", "万元", Align.RIGHT, True)


def test_cells_of_facts_are_recorded() -> None:
    view = HERE.metrics.get("gmv")
    assert fact_cell(view, AT, HERE, bold=True).text.plain == f"12,840{NB}万元"
    assert column_cell(view, style_of("万元", divisor=1e4), AT, HERE).text.plain == "12,840"
    assert {use.fact for use in HERE.metrics.facts.ledger().uses} == {"gmv.actual", "gmv.actual|column"}


def test_one_style_for_a_column() -> None:
    views = [HERE.metrics.get("gmv"), HERE.metrics.get("cost")]
    assert shared_style(views, HERE).unit == "万元"


def test_definitions_and_sources_below() -> None:
    views = [HERE.metrics.get("gmv"), HERE.metrics.get("cost")]
    assert definitions_note(text("已写"), views, HERE).plain == "已写"
    assert definitions_note(EMPTY, views, HERE).plain == ""
    assert sources_text(views, HERE).plain == "交易中台、费用台账"
