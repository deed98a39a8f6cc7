"""What a reader must know of the metrics behind a report's figures: for the ledger and the appendix 数据来源与口径."""

from __future__ import annotations

from collections.abc import Iterable

from engine.metrics.definition import Constant, Formula, Metric, Operand, Query, ScoreCell
from engine.metrics.special import Attribution, Grading, Score
from engine.metrics.store import Metrics
from engine.model.facts import Fact, MetricNote
from engine.model.report import Period


def metric_notes(metrics: Metrics, facts: Iterable[Fact]) -> tuple[MetricNote, ...]:
    """Return one note per metric that a fact is about, in the order of the definitions."""
    used = {fact.metric for fact in facts}
    definitions = metrics.evaluator.metrics
    return tuple(_note(definitions[name], metrics) for name in definitions if name in used)


def _note(metric: Metric, metrics: Metrics) -> MetricNote:
    period: Period = metric.period or metrics.evaluator.period
    return MetricNote(
        metric.id, metric.label, metric.definition, metric.source, metric.unit, formula_text(metric.actual, metrics), period.label
    )


def formula_text(operand: Operand, metrics: Metrics) -> str:
    """Return how a number is computed: the aggregate and its condition, the arithmetic, the cell, or the number as written."""
    match operand:
        case Query(table=name, value=value, where=where):
            return f"{value} · {name}" + (f" · {where}" if where else "")
        case Formula(text):
            return text
        case Constant(text=text):
            return text
        case ScoreCell(table=name, column=column, record=record):
            table = metrics.queries.table(name)
            found = table.column(column)
            assert found is not None, "the scorecard was read from this column"
            return table.cell_address(found, record)
        case Attribution(table=table_name, value=value, model=model):
            return f"{model.value}_touch({value}) · {table_name}"
        case Score(weights=weights) | Grading(weights=weights):
            return " + ".join(f"{weight:g} × {name}" for name, weight in weights)
