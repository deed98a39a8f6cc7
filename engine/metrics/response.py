"""ROI under another budget: how the return answers to the cost, at declared elasticity or at a constant marginal ROI.

Elasticity: return′ = return × (1 + x)^ε, the constant-elasticity response of marketing-mix practice (Hanssens, Parsons & Schultz, "Market
Response Models"). Constant marginal ROI μ: return′ = return + Δcost × (1 + μ).
"""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.metrics.special import Response


def response_definition(response: Response) -> Phrase:
    """Return the assumption, as pages state it under the figures."""
    if response.elasticity is not None:
        number = f"{response.elasticity:g}"
        zh = f"ROI＝（回报−投入）÷投入；假设回报的费用弹性为 {number}：回报＝基准×（1＋费用变动）的 {number} 次方"
        return Phrase(zh, f"ROI = (return − cost) ÷ cost; return = base × (1 + change of cost)^{number} (constant elasticity)")
    if response.marginal is not None:
        number = f"{response.marginal:g}"
        zh = f"ROI＝（回报−投入）÷投入；假设边际 ROI 恒为 {number}：费用每增 1 元，回报增 {1 + response.marginal:g} 元"
        return Phrase(zh, f"ROI = (return − cost) ÷ cost; constant marginal ROI of {number}")
    zh = "ROI＝（回报−投入）÷投入；假设新增费用的 ROI 等于现有平均水平"
    return Phrase(zh, "ROI = (return − cost) ÷ cost; further cost earns what cost earned on average")


def answered(gain: float, cost: float, change: float, response: Response) -> float | None:
    """Return the return once the cost has changed by `change` (0.1: +10 %); None without cost, and when none would be left."""
    if cost <= 0 or change <= -1:
        return None
    if response.elasticity is not None:
        return gain * float((1 + change) ** response.elasticity)
    slope = gain / cost if response.marginal is None else 1 + response.marginal
    return gain + cost * change * slope


def swapped(one: tuple[float, float], other: tuple[float, float], share: float, response: Response) -> float | None:
    """Return the change of the total return when `share` of the cost of `one` (return, cost) moves to `other`; total cost stays.

    Each of the two answers from its own base. None when `other` has no cost to grow from, or more than all would move.
    """
    if not 0 < share <= 1 or one[1] <= 0 or other[1] <= 0:
        return None
    less = answered(*one, -share, response) if share < 1 else 0.0
    more = answered(*other, share * one[1] / other[1], response)
    return None if less is None or more is None else less + more - one[0] - other[0]
