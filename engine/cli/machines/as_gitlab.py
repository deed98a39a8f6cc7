"""Findings as GitLab's code quality report: a JSON list that a merge request compares with that of its target branch by fingerprint."""

from __future__ import annotations

import json
from collections.abc import Sequence

from engine.base.diagnostics import Language, Severity
from engine.cli.machines.merged import Merged

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
"""GitLab knows info, minor, major, critical and blocker."""


def as_gitlab(found: Sequence[Merged], language: Language) -> str:
    """Return the report. GitLab shows one line of text and a line number: a cell and the mend are said in the text."""
    return json.dumps([_issue(one, language) for one in found], ensure_ascii=False, indent=2) + "\n"


def _issue(one: Merged, language: Language) -> dict[str, object]:
    item, where = one.item, one.item.where
    cell = f"{where.cell}: " if where.cell else ""
    hint = f" ({item.hint.in_(language)})" if item.hint is not None else ""
    return {
        "description": " ".join(f"{item.code} {cell}{item.message.in_(language)}{hint}".split()),
        "check_name": item.code,
        "fingerprint": one.mark,
        "severity": _SEVERITIES[item.severity],
        "location": {"path": one.file, "lines": {"begin": max(1, where.line)}},
    }
