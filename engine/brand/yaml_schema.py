"""Theme and contract files against their pydantic schemas."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from engine.base.diagnostics import Findings, Outcome
from engine.brand.yaml_file import YamlFile
from engine.brand.yaml_mistakes import mistake

M = TypeVar("M", bound=BaseModel)


def parse_as(schema: type[M], document: YamlFile, *, code: str) -> Outcome[M]:
    """Check the values against a schema; every mistake becomes one diagnostic at its own place."""
    try:
        return Outcome(schema.model_validate(document.value))
    except ValidationError as problem:
        findings = Findings()
        for details in problem.errors(include_url=False):
            findings.add(mistake(details, schema, document, code))
        return findings.outcome(None)
