from __future__ import annotations

from engine.blocks.chart import DEFINITION
from engine.model.blocks import Chart
from tests.support.review import build


def test_the_block_is_one_chart_at_its_place() -> None:
    assert DEFINITION.name == "chart"
    (block,) = build("- chart: {kind: column, title: x, rows: [[a, 1]]}").blocks
    assert isinstance(block, Chart)
    assert (str(block.where), str(block.data.where)) == ("report.yaml:1:3", "report.yaml:1:11")


def test_a_small_chart_in_a_panel_is_built_alike() -> None:
    built = build("- callout: {title: t, charts: [{kind: column, title: x, rows: [[a, 1], [b, 2]]}]}")
    assert built.findings == ()
