"""A difference said to programs: JSON with a version."""

from __future__ import annotations

import json

from engine.base.diagnostics import Language
from engine.diff.difference import Difference
from engine.diff.fact_changes import FactChange
from engine.diff.page_changes import LineChange, PageChange, PointChange

SCHEMA_VERSION = 1


def as_json(found: Difference, language: Language) -> str:
    """Return the whole difference as JSON with a version, for programs."""
    entry = {
        "version": SCHEMA_VERSION,
        "before": found.before,
        "after": found.after,
        "facts": [_fact_entry(change, language) for change in found.facts],
        "pages": None if found.pages is None else [_page_entry(page) for page in found.pages],
    }
    return json.dumps(entry, ensure_ascii=False, indent=2)


def _fact_entry(change: FactChange, language: Language) -> dict[str, object]:
    sides: dict[str, object] = {
        name: None if fact is None else {"text": fact.text, "raw": fact.raw}
        for name, fact in (("before", change.before), ("after", change.after))
    }
    fact = change.fact
    known = {"id": fact.id, "metric": fact.metric, "label": fact.label, "aspect": fact.aspect, "unit": fact.unit}
    return known | sides | {"movement": change.movement(language)}


def _page_entry(page: PageChange) -> dict[str, object]:
    return {
        "kind": page.kind.value,
        "title": page.title,
        "before": page.number_before,
        "after": page.number_after,
        "texts": [_line_entry(line) for line in page.lines],
        "cells": [_point_entry(point) for point in page.cells],
        "points": [_point_entry(point) for point in page.points],
    }


def _line_entry(line: LineChange) -> dict[str, str | None]:
    return {"before": line.before, "after": line.after}


def _point_entry(point: PointChange) -> dict[str, str]:
    return {"place": point.place, "before": point.before, "after": point.after}
