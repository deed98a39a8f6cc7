"""RULE003: a goal cannot be checked.

What it does: a goal of `tracking` names a quantity with its value, a baseline or growth (a metric that is compared has one), and a deadline inside
the period; targets of plans and milestones at least something that can be counted or ticked off.
Why it matters: “提升品牌知名度” is neither reached nor missed (DOCUMENTS §4, SMART).

Fails: goal: 提升会员活跃度
Passes: goal: 9 月底前 60 天复购率由 28% 提高到 33%
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.due_days import day_named
from engine.checks.reading import Reading
from engine.model.evidence import Goal, Kpi

QUANTITY, BASELINE, DEADLINE = (
    Phrase("可衡量的数值", "a figure"),
    Phrase("基数或增幅", "a baseline or growth"),
    Phrase("期限", "a deadline"),
)


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:进一步|持续|不断|全面|大力|努力|继续|着力|显著|有效)*(?:提升|提高|增强|加强|扩大|优化|改善|强化|深化|推动|促进|拓展|完善)"
        r"|\s*(?:further |continuously )?(?:improv|increas|enhanc|strengthen|rais|boost|grow|expand|optimi[sz]|better)",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"\d|[一二两三四五六七八九十百千半]+(?:成|倍|分之|项|个|家|次|场|款|层|单|人|期|篇|条|套|天|周|月|名|位|城|店|轮)|减半|翻[番倍]|清零|归零|全部|全量|每[个家店单]"
        r"|\b(?:half|double|twice|all|zero|one|two|three|four|five|ten)\b",
        re.IGNORECASE,
    )


@cache
def _baseline() -> re.Pattern[str]:
    return re.compile(
        r"由|从|比|同比|环比|增长|提升|提高|上升|增加|降低|下降|减少|不低于|不高于|[+＋]\d|from|\bby\b|over last|growth|up|than|increase|reduce",
        re.IGNORECASE,
    )


def run(reading: Reading) -> Iterator[Diagnostic]:
    for goal in reading.evidence(Goal):
        plain = goal.text.plain.replace("\u00a0", " ")
        if not plain:
            continue
        kpi = reading.kpis.get(goal.kpi)
        if not _is_counted(goal):
            if goal.full or _vague().match(plain):
                yield _finding(goal, [QUANTITY], kpi, plain)
        elif goal.full:
            lacks = list(_lacks(goal, kpi, reading))
            if lacks:
                yield _finding(goal, lacks, kpi, plain)


def _is_counted(goal: Goal) -> bool:
    return bool(goal.text.facts) or _counted().search(goal.text.plain) is not None


def _lacks(goal: Goal, kpi: Kpi | None, reading: Reading) -> Iterator[Phrase]:
    plain, meta = goal.text.plain, reading.report.meta
    if _baseline().search(plain) is None and (kpi is None or not kpi.compared):
        yield BASELINE
    day = day_named(plain, meta.date)
    if day is None and not goal.due and _period_word().search(plain) is None:
        yield DEADLINE
    elif day is not None and not meta.period.start <= day <= meta.period.end:
        yield Phrase(f"报告期内的期限（{day} 在期外）", f"a deadline inside the period ({day} is outside)")


@cache
def _period_word() -> re.Pattern[str]:
    return re.compile(r"季度|季末|年底|年内|全年|半年|本季|月底|期末|Q[1-4]|H[12]|quarter|year|month", re.IGNORECASE)


def _finding(goal: Goal, lacks: list[Phrase], kpi: Kpi | None, plain: str) -> Diagnostic:
    if kpi is not None and kpi.has_target:
        base = f"由 {{{{ {kpi.expression}.previous }}}} " if kpi.previous is not None else ""
        base_en = f"from {{{{ {kpi.expression}.previous }}}} " if kpi.previous is not None else ""
        hint = Phrase(
            f"如：9 月底前{kpi.label}{base}达到 {{{{ {kpi.expression}.target }}}}",
            f"such as: {kpi.label} {base_en}to {{{{ {kpi.expression}.target }}}} by 30 September",
        )
    else:
        hint = Phrase("如：9 月底前 60 天复购率由 28% 提高到 33%", "such as: 60-day repurchase rate from 28% to 33% by 30 September")
    return warning(
        "RULE003",
        f"目标“{plain}”缺{'、'.join(lack.zh for lack in lacks)}",
        f"the goal {plain!r} lacks {', '.join(lack.en for lack in lacks)}",
        goal.text.where,
        hint,
    )


DEFINITION = ReportCheck("RULE003", run)
