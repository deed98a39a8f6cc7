"""Texts by what they wear, and a small brand to judge them by."""

from __future__ import annotations

from engine.base.diagnostics import Location
from engine.base.units import Rect
from engine.checks.branded.definition import BrandCheck
from engine.model.brand_rules import BrandRules, Logo
from engine.probe.drawn import DrawnFile, DrawnText

RULES = BrandRules(
    "harbor",
    frozenset({"000000", "FFFFFF", "14232F", "1A6585"}),
    frozenset({"Microsoft YaHei", "Noto Sans CJK SC"}),
    9.0,
    (Logo("Content", Rect.inches(12, 0.5, 1, 0.5)),),
)


def wearing(words: str, *, page: int = 1, size: float = 12, color: str = "", faces: tuple[str, ...] = ()) -> DrawnText:
    return DrawnText(page, "body", words, size, color=color, faces=faces)


def told(check: BrandCheck, drawn: DrawnFile, rules: BrandRules = RULES) -> list[str]:
    """Return findings as lines, with their mends."""
    found = check.run(drawn, rules, Location("x"))
    return [f"{item.where} {item.code} {item.message.en} / {item.hint.en if item.hint else ''}" for item in found]
