"""Report kinds: what a report of a kind is called, which form it takes, and what the field expects in it."""

from __future__ import annotations

from engine.base.registry import Registry
from engine.kinds import annual_plan, campaign_summary, midyear_review, strategy_tracker
from engine.kinds.definition import KindDef

KINDS: Registry[KindDef] = Registry(
    "report kind", (midyear_review.DEFINITION, annual_plan.DEFINITION, campaign_summary.DEFINITION, strategy_tracker.DEFINITION)
)
