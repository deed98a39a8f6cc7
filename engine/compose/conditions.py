"""`when` and `for_each`: expressions of the content that decide what appears, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.base.diagnostics import Findings, Phrase, error
from engine.compose.jinja import Templates
from engine.load.prose import Prose
from engine.metrics.quantity import Quantity

MAX_REPEATS = 200
Condition = Prose | bool | None
_NO_TRUTH = Phrase("写成比较，如 channel.orders > 0", "write a comparison, such as channel.orders > 0")


def holds(when: Condition, templates: Templates, scope: Mapping[str, Any], findings: Findings) -> bool:
    """Tell whether a `when` is true. After a mistake it counts as true, so that what it guards is looked at as well."""
    if when is None or isinstance(when, bool):
        return when is not False
    outcome = templates.evaluate(when, scope)
    findings.extend(outcome.diagnostics)
    if outcome.has_errors:
        return True
    if isinstance(outcome.value, Quantity | str):
        zh, en = f"“{when}”不是真假", f"{str(when)!r} is neither true nor false"
        findings.add(error("YAML035", zh, en, when.where, _NO_TRUTH))
    return bool(outcome.value)


def repeated(
    for_each: Mapping[str, Prose] | None, templates: Templates, scope: Mapping[str, Any], findings: Findings
) -> list[Mapping[str, Any]]:  # fmt: skip
    """Return one scope for each repetition: the scope itself without `for_each`, else one with the variable for each row."""
    if for_each is None:
        return [scope]
    ((variable, rows),) = for_each.items()
    outcome = templates.evaluate(rows, scope)
    findings.extend(outcome.diagnostics)
    if outcome.has_errors:
        return []
    if not isinstance(outcome.value, list | tuple):
        zh, en = f"“{rows}”不是一张表", f"{str(rows)!r} is no table"
        findings.add(error("YAML035", zh, en, rows.where, Phrase("写成 t.表名", "write t.name_of_table")))
        return []
    if len(outcome.value) > MAX_REPEATS:
        zh, en = f"要重复 {len(outcome.value)} 次，上限 {MAX_REPEATS}", f"{len(outcome.value)} repetitions, the limit is {MAX_REPEATS}"
        findings.add(error("YAML035", zh, en, rows.where, Phrase("用 where 先筛选表", "filter the table first")))
        return []
    return [{**scope, variable: row} for row in outcome.value]
