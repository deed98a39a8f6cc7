"""What derives from a chart as the author means it."""

from __future__ import annotations

from engine.model.charts import Band, ChartData, Series
from engine.model.inlines import text


def test_facts_of_points_bands_and_target_each_once() -> None:
    series = (Series("实际", (1.0, None, 3.0), facts=("a", None, "b")), Series("目标", (2.0, 2.0, 2.0), facts=("t", "t", "t")))
    data = ChartData("line", text("GMV"), ("一月", "二月", "三月"), series, bands=(Band("年货节", 0, 1, 2.0, "band"),), target_fact="a")
    assert data.facts == ("a", "b", "t", "band")
