"""`chart`: a native chart from metrics, a table, written rows or funnel stages.

- chart: {kind: target-actual, title: 活动 GMV, metric: gmv, by: 活动}
- chart: {kind: line, title: 周 GMV, table: weekly, by: 周, value: sum(GMV), unit: 元, highlight: max}
- chart: {kind: funnel, title: 六步转化, table: funnel, previous: funnel_2024, stages: [{label: 触达, value: sum(触达)}, …]}
- chart: {kind: waterfall, title: 计划到实际, unit: 元, axis_from: 2700万, rows: [[计划总额, 3000万], [媒介, +64万], …]}
"""

from __future__ import annotations

from engine.blocks.chart_data import chart_data
from engine.blocks.chart_spec import ChartSpec
from engine.blocks.definition import BlockContext, BlockDef
from engine.model.blocks import Block, Chart


def build(spec: ChartSpec, context: BlockContext) -> tuple[Block, ...]:
    return (Chart(chart_data(spec, context), context.where),)


DEFINITION = BlockDef("chart", ChartSpec, build)
