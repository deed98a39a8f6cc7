"""facts.json: the ledger as deterministic bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping

from engine.model.facts import CellRange, Fact, FactUse, Ledger

SCHEMA_VERSION = 1


def ledger_json(ledger: Ledger, pages: Mapping[str, tuple[str, ...]] | None = None) -> bytes:
    """Return the ledger as UTF-8 JSON, facts by id; `pages` names the planned pages of each fact id once there is a plan."""
    uses: dict[str, list[FactUse]] = {}
    for use in ledger.uses:
        uses.setdefault(use.fact, []).append(use)
    facts = [_fact(fact, uses.get(fact.id, []), (pages or {}).get(fact.id, ())) for fact in ledger.facts]
    text = json.dumps({"version": SCHEMA_VERSION, "facts": facts}, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def _fact(fact: Fact, uses: list[FactUse], pages: tuple[str, ...]) -> dict[str, object]:
    source = fact.source
    entry: dict[str, object] = {
        "id": fact.id,
        "metric": fact.metric,
        "aspect": fact.aspect,
        "label": fact.label,
        "raw": fact.raw,
        "text": fact.text,
        "unit": fact.unit,
        "formula": fact.formula,
        "source": {
            "ranges": [_range(cells) for cells in source.ranges],
            "query": source.query,
            "citation": source.citation,
            "defined_at": "" if source.defined_at is None else str(source.defined_at),
        },
        "uses": [str(use.where) for use in uses],
        "pages": list(pages),
    }
    return entry | ({"reason": fact.reason} if fact.reason else {})


def _range(cells: CellRange) -> dict[str, object]:
    return {"cells": str(cells), "rows": cells.rows}
