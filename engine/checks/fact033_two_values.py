"""FACT033: one KPI is given two values or two units.

What it does: compares figures typed right behind the name of a KPI (成交额达 2,300 万元) with its value, and the values and units of metrics
that share a name. Roundings and scales of one raw value (2,345 万元, 0.23 亿元) are one value.
Why it matters: the reader finds both, and believes neither.

Fails: text: 成交额达 2,300 万元。 (where m.gmv is 2,345 万元)
Passes: text: 成交额达 {{ m.gmv }}，约 {{ m.gmv | yi }}。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.named_figures import Repeated, kind_of
from engine.checks.reading import Reading
from engine.checks.said import TypedFigure
from engine.model.evidence import Kpi


def run(reading: Reading) -> Iterator[Diagnostic]:
    for figure in reading.figures:
        if figure.named is not None and figure.known is None:
            yield _second_value(figure.typed, figure.named, reading)
    for one, other in _namesakes(reading):
        yield _second_metric(one, other)


def _second_value(typed: TypedFigure, named: Repeated, reading: Reading) -> Diagnostic:
    kpi, aspect = named.kpi, named.aspect
    expression = kpi.expression if aspect == "actual" else f"{kpi.expression}.target"
    known = next((fact.text for fact in reading.facts.values() if fact.id == f"{kpi.id}.{aspect}"), "")
    says = Phrase(f"数据里是 {known}", f"the data say {known}") if known else Phrase("数据里是另一个值", "the data say something else")
    return warning(
        "FACT033",
        f"{kpi.label}写成“{typed.shown}”，{says.zh}",
        f"{kpi.label} is written as {typed.shown!r}; {says.en}",
        typed.where,
        Phrase(f"写成 {{{{ {expression} }}}}", f"write {{{{ {expression} }}}}"),
    )


def _namesakes(reading: Reading) -> Iterator[tuple[Kpi, Kpi]]:
    """Yield pairs of printed metrics that share a name but neither value nor unit."""
    printed = {fact.metric for fact in reading.facts.values()}
    named = [kpi for kpi in reading.kpis.values() if kpi.label and kpi.id in printed and kpi.actual is not None]
    for one, other in combinations(named, 2):
        if one.label == other.label and (one.actual != other.actual or kind_of(one.unit) != kind_of(other.unit)):
            yield one, other


def _second_metric(one: Kpi, other: Kpi) -> Diagnostic:
    same_unit = kind_of(one.unit) == kind_of(other.unit)
    what = Phrase("值不同", "have different values") if same_unit else Phrase("单位不同", "have different units")
    return warning(
        "FACT033",
        f"指标 {one.id} 和 {other.id} 都叫“{other.label}”，{what.zh}",
        f"metrics {one.id} and {other.id} are both called {other.label!r} and {what.en}",
        other.where,
        Phrase("给其中一个改名，写明范围，如“直播成交额”", "rename one of them after what it covers"),
    )


DEFINITION = ReportCheck("FACT033", run)
