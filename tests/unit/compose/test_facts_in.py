from __future__ import annotations

from engine.compose.facts_in import facts_in
from engine.model.blocks import Card, Cards, Chart, ColumnItem, Columns, Paragraph, Stat
from engine.model.charts import ChartData, Series
from engine.model.inlines import EMPTY, text


def test_facts_are_found_wherever_they_stand() -> None:
    card = Card(text("a"), figure=text("1", fact="f1"), stats=(Stat(text("b"), text("2", fact="f2")),))
    chart = Chart(ChartData("bar", EMPTY, ("x",), (Series("s", (1.0, 2.0), facts=("f3", None)),)))
    blocks = (Columns((ColumnItem(8, (Cards((card,)),)), ColumnItem(4, (chart,)))), Paragraph(text("3", fact="f1")))
    assert list(facts_in(blocks)) == ["f1", "f2", "f3", "f1"]


def test_other_values_hold_none() -> None:
    assert list(facts_in(("x", 1, None, EMPTY, Stat))) == []
