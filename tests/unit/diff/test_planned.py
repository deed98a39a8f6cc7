from __future__ import annotations

from engine.diff.planned import planned_pages
from engine.pipeline import plan_report
from tests.support.builds import SAMPLE, workspace_of


def test_planned_pages_say_what_the_slides_will_say() -> None:
    deck = plan_report(workspace_of(SAMPLE), SAMPLE).shown
    pages = planned_pages(deck)
    assert [page.title for page in pages] == [slide.title for slide in deck.slides]
    assert "用户增长部" not in pages[0].title
    charts = [chart for page in pages for chart in page.charts]
    assert all(len(series.values) == len(chart.categories) for chart in charts for series in chart.series if chart.categories)
    assert any(table.rows[0][0] == "指标" for page in pages for table in page.tables)
    assert all(page.title not in page.texts for page in pages)
