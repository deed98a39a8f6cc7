from __future__ import annotations

from engine.metrics.definition import MetricsSchema
from engine.metrics.scorecard_schema import ScorecardSchema


def test_the_name_of_a_table_is_enough() -> None:
    assert MetricsSchema.model_validate({"scorecards": ["kpi", {"table": "other", "target": "目标"}]}).scorecards == [
        ScorecardSchema(table="kpi"),
        ScorecardSchema(table="other", target="目标"),
    ]


def test_editors_are_told_of_both_forms() -> None:
    schema = MetricsSchema.model_json_schema()
    short, long = schema["$defs"]["ScorecardSchema"]["anyOf"]
    assert short["type"] == "string"
    assert {"table", "id", "label", "actual", "source_column", "weight"} <= long["properties"].keys()
    assert long["required"] == ["table"]
