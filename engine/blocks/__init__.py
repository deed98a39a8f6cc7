"""Author blocks: many small forms for authors, each built from the few kernel blocks that every format can draw."""

from __future__ import annotations

from typing import Any

from engine.base.registry import LateRegistry
from engine.blocks.definition import BlockDef

BLOCKS: LateRegistry[BlockDef[Any]] = LateRegistry(
    "block",
    "engine.blocks",
    (
        "text",
        "heading",
        "pagebreak",
        "bullets",
        "steps",
        "points",
        "image",
        "columns",
        "callout",
        "case",
        "phases",
        "quotes",
        "figures",
        "gantt",
        "compare",
        "changes",
        "plan",
        "diagnosis",
        "risks",
        "tracking",
        "raci",
        "milestones",
        "budget",
        "allocation",
        "spending",
        "channels",
        "grading",
        "attribution",
        "sensitivity",
        "chart",
        "kpis",
        "scorecard",
        "score",
        "forecast",
        "funnel",
        "alerts",
        "table",
    ),
)
