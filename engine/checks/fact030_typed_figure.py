"""FACT030: a figure is typed that looks like a KPI.

What it does: looks in every text for rates, amounts of money, 万 and 亿, multiples, measured decimals, counts from a hundred on, and numbers
right behind the name of a quantity or ≥ and ≤, that are neither a fact nor cited. Left alone are dates and periods, ordinals and list numbers, names
(618, 双 11, iPhone 15, B2B, TOP10), sizes, offers (满 300 减 50) and small counts of a sentence (四家伙伴, 12 场). Figures in fields that
set a goal (target of a plan, acceptance of a milestone, trigger of a risk) are facts already: the plan is their source.
Why it matters: a typed figure stays what it was when the data change, and nobody can trace it.

Fails: text: 问卷显示 85% 的顾客愿意复购。
Passes: text: 问卷显示 {{ cite("85%", source="用户问卷 2025-06，n=1,204") }} 的顾客愿意复购。
Passes: text: 复购率 {{ m.repurchase }}，共三点原因，10 月 20 日前整改。
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading


def run(reading: Reading) -> Iterator[Diagnostic]:
    for figure in reading.figures:
        if figure.known is None and figure.named is None:
            shown = figure.typed.shown
            yield warning(
                "FACT030",
                f"“{shown}”是手打的数字，没有出处",
                f"{shown!r} is typed; nothing says where it comes from",
                figure.typed.where,
                Phrase(
                    f'用指标表达式，或写 {{{{ cite("{shown}", source="…") }}}}',
                    f'write the expression of its metric, or {{{{ cite("{shown}", source="…") }}}}',
                ),
            )


DEFINITION = ReportCheck("FACT030", run)
