"""The JSON Schema of report.yaml for editors: the report's own fields, every block, tables and metrics, said in both languages."""

from __future__ import annotations

import sys
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from engine.blocks import BLOCKS
from engine.kinds import KINDS
from engine.load.report_spec import HouseSpec, ReportSpec, SectionSpec
from engine.load.spec import BLOCK_MARK, CHART_MARK, MARK_KEY
from engine.metrics.definition import MetricsSchema
from engine.sources.spec import TableSpec

DRAFT_7 = "http://json-schema.org/draft-07/schema#"
"""yaml-language-server, which editors use, states support up to draft 7."""

Schema = dict[str, Any]


def report_json_schema() -> Schema:
    """Return the schema of report.yaml."""
    models: list[type[BaseModel]] = [ReportSpec, TableSpec, MetricsSchema, *(block.schema for block in BLOCKS)]
    made, whole = models_json_schema([(model, "validation") for model in models], ref_template="#/definitions/{model}")
    references: dict[object, Schema] = {model: reference for (model, _), reference in made.items()}
    definitions: Schema = whole["$defs"]
    blocks = {block.name: {"allOf": [references[block.schema]], "description": block.said or _summary(block.schema)} for block in BLOCKS}
    definitions["Block"] = {
        "title": "内容块 / block",
        "type": "object",
        "properties": blocks,
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }
    report = definitions[ReportSpec.__name__]["properties"]
    report["kind"] |= {"enum": list(KINDS.names)}
    report["data"] |= {"additionalProperties": references[TableSpec]}
    report["metrics"] |= {"anyOf": [{"type": "string"}, references[MetricsSchema]]}
    report["sections"]["items"] = {"anyOf": [{"$ref": f"#/definitions/{SectionSpec.__name__}"}, _include()]}
    definitions = _draft_7(definitions, {BLOCK_MARK: {"$ref": "#/definitions/Block"}, CHART_MARK: references.get(_chart(), {})})
    return {"$schema": DRAFT_7, "title": "debrief: report.yaml", "allOf": [references[ReportSpec]], "definitions": definitions}


def metrics_json_schema() -> Schema:
    """Return the schema of metrics.yaml."""
    whole = MetricsSchema.model_json_schema(ref_template="#/definitions/{model}")
    definitions = _draft_7(whole.pop("$defs"), {})
    return {"$schema": DRAFT_7, **_draft_7(whole, {}), "title": "debrief: metrics.yaml", "definitions": definitions}


def house_json_schema() -> Schema:
    """Return the schema of content/settings.yaml."""
    whole = HouseSpec.model_json_schema(ref_template="#/definitions/{model}")
    definitions = _draft_7(whole.pop("$defs"), {})
    return {"$schema": DRAFT_7, **_draft_7(whole, {}), "title": "debrief: settings.yaml", "definitions": definitions}


def _chart() -> type[Any] | None:
    chart = BLOCKS.get("chart")
    return None if chart is None else chart.schema


def _include() -> Schema:
    file = {"type": "string", "description": "含一个或几个部分的 YAML 或 Markdown 文件 / YAML or Markdown file with one section or several"}
    return {"type": "object", "properties": {"include": file}, "required": ["include"], "additionalProperties": False}


def _summary(model: type[Any]) -> str:
    """Return the first paragraph of the block's manual: the docstring of its file."""
    manual = sys.modules[model.__module__].__doc__ or ""
    return " ".join(manual.split("\n\n")[0].split())


def _draft_7(value: Any, marks: dict[str, Schema]) -> Any:
    """Return the schema in words of draft 7: tuples as a list under `items`, no null defaults; our marks as references."""
    if isinstance(value, list):
        return [_draft_7(item, marks) for item in value]
    if not isinstance(value, dict):
        return value
    if MARK_KEY in value:
        return marks[value[MARK_KEY]]
    if "prefixItems" in value:
        value = {**{key: item for key, item in value.items() if key != "prefixItems"}, "items": value["prefixItems"]}
    return {key: _draft_7(item, marks) for key, item in value.items() if not (key == "default" and item is None)}
