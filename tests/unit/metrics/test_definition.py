from __future__ import annotations

import pytest
from pydantic import ValidationError

from engine.metrics.definition import Format, Metric, MetricsSchema, Query
from engine.model.facts import Better


def test_a_file_is_metrics_by_id_and_scorecards() -> None:
    schema = MetricsSchema.model_validate(
        {
            "gmv": {"label": "GMV", "table": "t", "value": "sum(a)", "target": {"table": "k", "value": "max(b)"}},
            "scorecards": [{"table": "kpi", "id": "i", "label": "l", "actual": "a"}],
        }
    )
    assert list(schema.metrics) == ["gmv"]
    assert schema.metrics["gmv"].better is Better.HIGHER
    assert schema.scorecards[0].table == "kpi"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"gmv": {"label": "GMV", "tabel": "t"}}, ("gmv", "tabel")),
        ({"gmv": {"table": "t"}}, ("gmv", "label")),
        ({"gmv": {"label": "x", "target": {"tabel": "k"}}}, ("gmv", "target", "query", "table")),
        ({"gmv": {"label": "x", "better": "up"}}, ("gmv", "better")),
        ({"gmv": {"label": "x", "format": {"decimals": 9}}}, ("gmv", "format", "decimals")),
        ({"scorecards": [{"id": "i"}]}, ("scorecards", 0, "table")),
    ],
)
def test_mistakes_stand_at_their_key(content: object, place: tuple[str | int, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        MetricsSchema.model_validate(content)
    assert place in [error["loc"] for error in caught.value.errors()]


def test_a_metric_of_its_own_needs_little() -> None:
    metric = Metric("gmv", "GMV", Query("t", "sum(a)"))
    assert (metric.target, metric.format, metric.tolerance) == (None, Format(), None)


def test_editors_get_a_schema() -> None:
    schema = MetricsSchema.model_json_schema()
    assert schema["additionalProperties"] == {"$ref": "#/$defs/MetricSchema"}
    assert schema["$defs"]["MetricSchema"]["additionalProperties"] is False
