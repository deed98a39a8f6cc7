"""Findings as JSON: one list, each finding once with the names of the reports that have it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from engine.base.diagnostics import Language
from engine.cli.machines.merged import Merged
from engine.cli.render_diagnostics import record


def as_json(found: Sequence[Merged], language: Language) -> str:
    """Return the list; `file` is empty for a finding that is about no file, `line` 0 where the whole file is meant."""
    return json.dumps([record(one.item, language) | {"reports": list(one.reports)} for one in found], ensure_ascii=False, indent=2) + "\n"
