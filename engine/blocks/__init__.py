"""Author blocks: many small forms for authors, each built from the few kernel blocks that every format can draw."""

from __future__ import annotations

from typing import Any

from engine.base.registry import Registry
from engine.blocks import (
    allocation,
    budget,
    bullets,
    callout,
    case,
    changes,
    channels,
    chart,
    columns,
    compare,
    diagnosis,
    figures,
    gantt,
    heading,
    image,
    kpis,
    milestones,
    pagebreak,
    phases,
    plan,
    points,
    quotes,
    raci,
    risks,
    scorecard,
    steps,
    table,
    text,
    tracking,
)
from engine.blocks.definition import BlockDef

BLOCKS: Registry[BlockDef[Any]] = Registry(
    "block",
    (
        text.DEFINITION,
        heading.DEFINITION,
        pagebreak.DEFINITION,
        bullets.DEFINITION,
        steps.DEFINITION,
        points.DEFINITION,
        image.DEFINITION,
        columns.DEFINITION,
        callout.DEFINITION,
        case.DEFINITION,
        phases.DEFINITION,
        quotes.DEFINITION,
        figures.DEFINITION,
        gantt.DEFINITION,
        compare.DEFINITION,
        changes.DEFINITION,
        plan.DEFINITION,
        diagnosis.DEFINITION,
        risks.DEFINITION,
        tracking.DEFINITION,
        raci.DEFINITION,
        milestones.DEFINITION,
        budget.DEFINITION,
        allocation.DEFINITION,
        channels.DEFINITION,
        chart.DEFINITION,
        kpis.DEFINITION,
        scorecard.DEFINITION,
        table.DEFINITION,
    ),
)
