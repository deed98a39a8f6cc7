from __future__ import annotations

from engine.metrics.definition import Constant, Query, ScoreCell
from engine.metrics.notes import formula_text, metric_notes
from engine.metrics.special import Attribution, Model, Score
from tests.support.review import TABLES
from tests.support.review import metrics as review


def test_only_metrics_that_are_printed_are_noted() -> None:
    metrics = review()
    name = metrics.ids[0]
    assert metric_notes(metrics, []) == ()
    (note,) = metric_notes(metrics, [metrics.get(name).fact()])
    assert (note.id, note.label) == (name, metrics.evaluator.metrics[name].label)
    assert note.period and note.formula


def test_a_formula_is_told_by_what_it_reads() -> None:
    metrics = review()
    table = next(iter(TABLES))
    column = TABLES[table].columns[0]
    assert formula_text(Query("sales", "sum(GMV)"), metrics) == "sum(GMV) · sales"
    assert formula_text(Query("sales", "sum(GMV)", "渠道 = '直播'"), metrics) == "sum(GMV) · sales · 渠道 = '直播'"
    assert formula_text(Constant(1e6, "100万"), metrics) == "100万"
    assert formula_text(ScoreCell(1.0, table, column.name, 0), metrics) == TABLES[table].cell_address(column, 0)
    assert formula_text(Attribution("touches", "用户", "时间", "渠道", "GMV", Model.LINEAR), metrics) == "linear_touch(GMV) · touches"
    assert formula_text(Score((("gmv", 0.6), ("roi", 0.4))), metrics) == "0.6 × gmv + 0.4 × roi"
