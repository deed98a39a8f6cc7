from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from engine.blocks import BLOCKS
from engine.compose.schema import DRAFT_7, report_json_schema

SCHEMA = report_json_schema()
TEXT = json.dumps(SCHEMA, ensure_ascii=False)


def properties(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if isinstance(value.get("properties"), dict):
            yield from value["properties"].items()
        for inner in value.values():
            yield from properties(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from properties(inner)


def test_words_of_draft_7_only() -> None:
    assert SCHEMA["$schema"] == DRAFT_7
    assert not {"$defs", "prefixItems", "x-debrief"} & set(re.findall(r'"([^"]+)":', TEXT))


def test_every_reference_leads_somewhere() -> None:
    names = set(re.findall(r'"#/definitions/([^"]+)"', TEXT))
    assert names <= set(SCHEMA["definitions"])


def test_every_block_is_offered_and_no_other() -> None:
    block = SCHEMA["definitions"]["Block"]
    assert tuple(block["properties"]) == BLOCKS.names
    assert block["additionalProperties"] is False
    assert block["maxProperties"] == 1


def test_blocks_stand_where_blocks_may_stand() -> None:
    assert SCHEMA["definitions"]["TopicSpec"]["properties"]["blocks"]["items"] == {"$ref": "#/definitions/Block"}


def test_sections_may_be_included() -> None:
    forms = SCHEMA["definitions"]["ReportSpec"]["properties"]["sections"]["items"]["anyOf"]
    assert forms[0] == {"$ref": "#/definitions/SectionSpec"}
    assert list(forms[1]["properties"]) == ["include"]


def test_kind_tables_and_metrics_are_checked() -> None:
    report = SCHEMA["definitions"]["ReportSpec"]["properties"]
    assert report["kind"]["enum"] == ["midyear-review", "annual-plan", "campaign-summary", "strategy-tracker"]
    assert "$ref" in report["data"]["additionalProperties"]
    assert report["metrics"]["anyOf"] == [{"type": "string"}, {"$ref": "#/definitions/MetricsSchema"}]


def test_fields_of_a_report_are_said_in_both_languages() -> None:
    for name, field in properties({"a": SCHEMA["definitions"]["ReportSpec"], "b": SCHEMA["definitions"]["TopicSpec"]}):
        zh, _, en = field["description"].partition(" / ")
        assert any("\u4e00" <= character <= "\u9fff" for character in zh), name
        assert en, name
