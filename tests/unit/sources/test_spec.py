from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from engine.sources.spec import TableSpec


class Report(BaseModel):
    data: dict[str, TableSpec]


def test_a_path_alone_is_enough() -> None:
    assert TableSpec.model_validate("data/weekly.csv") == TableSpec(file="data/weekly.csv")
    assert Report.model_validate({"data": {"weekly": "w.csv", "kpi": {"file": "k.xlsx", "sheet": "目标"}}}).data["kpi"].sheet == "目标"


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ({}, ()),
        ({"file": "a.csv", "rows": []}, ()),
        ({"file": "a.csv", "shet": "x"}, ("shet",)),
        ({"file": "a.csv", "header_row": 0}, ("header_row",)),
        ({"file": "a.csv", "header_rows": 3}, ("header_rows",)),
        ({"file": "a.csv", "types": {"a": "money"}}, ("types", "a")),
        ({"file": "a.csv", "encoding": "klingon"}, ("encoding",)),
        ({"file": "a.csv", "delimiter": ",,"}, ("delimiter",)),
        ({"file": "a.csv", "date_format": "DD/MM"}, ("date_format",)),
        ({"file": "a.csv", "drop_total": "some"}, ("drop_total",)),
        ({"rows": [{"a": [1]}]}, ("rows", 0, "a")),
        ({"file": "a.csv", "url_env": "X", "query": "SELECT 1"}, ()),
        ({"url_env": "X"}, ()),
        ({"url_env": "postgresql://lin:geheim@host/x", "query": "SELECT 1"}, ("url_env",)),
        ({"file": "a.db", "table": "t", "query": "SELECT 1"}, ()),
        ({"file": "a.db", "table": "t", "params": {"a": 1}}, ()),
        ({"file": "a.db", "query": "SELECT " + "/*" * 5_000}, ("query",)),
        ({"file": "a.db", "timeout": "ages"}, ("timeout",)),
        ({"file": "a.db", "timeout": "11m"}, ("timeout",)),
        ({"file": "a.db", "timeout": 0}, ("timeout",)),
        ({"file": "a.db", "max_rows": "many"}, ("max_rows",)),
        ({"file": "a.db", "max_rows": 1_000_001}, ("max_rows",)),
        ({"file": "a.csv", "contract": {"columns": {"a": {"min": []}}}}, ("contract", "columns", "a", "min")),
    ],
)
def test_mistakes_have_a_place(entry: dict[str, Any], place: tuple[str | int, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        TableSpec.model_validate(entry)
    assert {fault["loc"][: len(place)] for fault in caught.value.errors()} == {place}


def test_words_for_settings_that_are_hard_to_type() -> None:
    assert TableSpec(file="a.csv", delimiter="tab").delimiter == "\t"
    assert TableSpec(file="a.csv", encoding="GBK").encoding == "gbk"


def test_the_schema_for_editors_allows_both_forms_and_explains_each_field() -> None:
    schema = Report.model_json_schema()
    short, long = schema["$defs"]["TableSpec"]["anyOf"]
    assert short["type"] == "string"
    assert set(long["properties"]) == set(TableSpec.model_fields)
    assert all(field.get("title") and field.get("description") for field in long["properties"].values())
    assert long["additionalProperties"] is False


@pytest.mark.parametrize(
    ("written", "seconds"),
    [(5, 5.0), (0.5, 0.5), ("5", 5.0), ("30s", 30.0), ("2m", 120.0), ("2 min", 120.0), ("1.5 分钟", 90.0), ("20秒", 20.0)],
)
def test_a_time_limit_has_its_unit(written: object, seconds: float) -> None:
    assert TableSpec.model_validate({"file": "a.db", "timeout": written}).timeout == seconds


def test_rows_may_be_grouped_by_thousands() -> None:
    assert [TableSpec.model_validate({"file": "a.db", "max_rows": rows}).max_rows for rows in (5, "1_000_000", "20,000")] == [
        5,
        1_000_000,
        20_000,
    ]


def test_editors_are_told_of_every_way_to_write_it() -> None:
    schema = TableSpec.model_json_schema()
    _, long_form = schema["anyOf"]
    properties = long_form["properties"]
    assert properties["timeout"]["type"] == ["number", "string"]
    assert properties["max_rows"]["type"] == ["integer", "string"]
    assert schema["$defs"]["ColumnContract"]["anyOf"][0] == {"enum": ["text", "number", "percent", "date", "month", "week"]}
    assert all("title" in entry and "description" in entry for entry in properties.values())
