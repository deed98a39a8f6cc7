"""RULE002: a KPI is below its target, and the report says neither why nor what is done.

What it does: takes every KPI whose printed grade is 待改进 or 未达成 and looks for its cause and its measure: a row of `tracking` or `diagnosis`
about it, or a topic that speaks of it in words and gives a reason and an action.
Why it matters: a review that shows a gap without cause and measure will be sent back (DOCUMENTS §4, unmet goals).

Fails: kpis: [gmv, conversion] with a conversion at 94% of its target, and nothing about conversion anywhere else.
Passes: the same, and a diagnosis row: problem 转化率偏低, cause 结算多一步, measure 结算页合并为一步.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.checks.remedies import answer_to, short_kpis


def run(reading: Reading) -> Iterator[Diagnostic]:
    for kpi in short_kpis(reading):
        if kpi.gap is not None and kpi.gap >= reading.settings.alert:
            continue  # RULE007 asks for more
        answer = answer_to(kpi, reading)
        if not (answer.cause and answer.measure):
            lacks = [word for word, there in ((("原因", "cause"), answer.cause), (("措施", "measure"), answer.measure)) if not there]
            yield warning(
                "RULE002",
                f"{kpi.label}未达目标，报告里没有写{'和'.join(zh for zh, _ in lacks)}",
                f"{kpi.label} misses its target, and the report gives no {' and no '.join(en for _, en in lacks)}",
                kpi.where,
                Phrase("在 diagnosis 或 tracking 里加一行，或在正文里写明", "add a row of diagnosis or tracking, or say it in the text"),
            )


DEFINITION = ReportCheck("RULE002", run, whole=True)
