"""Findings as SARIF 2.1.0 (OASIS): what code scanning of GitHub, Azure and editors read.

A rule for each code that was found, with its meaning, its mend and the page of `debrief explain`. A finding in a text has a region; one in a cell of
a table names the cell as a logical location, for a workbook has no lines. Paths are relative to %SRCROOT%, the root of the repository.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from engine.base.diagnostics import Language, Location, Severity
from engine.base.errors import EngineError
from engine.batch.finished import Finished
from engine.cli.codes import CODES, Code
from engine.cli.explain import page
from engine.cli.machines.merged import Merged

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MARK = "debriefFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(found: Sequence[Merged], finished: Sequence[Finished], version: str, language: Language) -> str:
    """Return the log of one run; reports that trouble outside the content stopped are notifications of the tool."""
    known = {code.name: code for code in CODES}
    rules = sorted({one.item.code for one in found})
    faults = [(report.name, report.fault) for report in finished if report.fault is not None]
    driver = {"name": "debrief", "version": version, "rules": [_rule(known[name], language) for name in rules]}
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not faults, "toolExecutionNotifications": [_notification(*fault, language) for fault in faults]}
        ],
        "results": [_result(one, rules.index(one.item.code), language) for one in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code, language: Language) -> dict[str, object]:
    return {
        "id": code.name,
        "shortDescription": {"text": code.meaning.in_(language)},
        "fullDescription": {"text": f"{code.meaning.in_(language)} — {code.mend.in_(language)}"},
        "help": {"text": page(code, language)},
        "properties": {"tags": [code.family]},
    }


def _result(one: Merged, index: int, language: Language) -> dict[str, object]:
    item = one.item
    hint = f" ({item.hint.in_(language)})" if item.hint is not None else ""
    return {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": _LEVELS[item.severity],
        "message": {"text": f"{item.message.in_(language)}{hint}"},
        "locations": [_location(one.file, item.where)],
        "partialFingerprints": {MARK: one.mark},
        "properties": {"reports": list(one.reports)},
    }


def _location(file: str, where: Location) -> dict[str, object]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(file), "uriBaseId": "%SRCROOT%"}}
    if where.cell:
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": where.cell, "kind": "member"}]}
    if where.line:
        region = {"startLine": where.line, "startColumn": where.column, "endColumn": where.end_column}
        physical["region"] = {name: number for name, number in region.items() if number}
    return {"physicalLocation": physical}


def _notification(name: str, fault: EngineError, language: Language) -> dict[str, object]:
    return {"level": "error", "message": {"text": f"{name}: {fault.message.in_(language)}"}}
