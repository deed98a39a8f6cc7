"""The values of a query's parameters: as written, or `{{ name }}` of the report. They are bound, never pasted into the SQL."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from engine.base.diagnostics import Findings, Outcome
from engine.sources import query_problems
from engine.sources.definition import Bindable, Request
from engine.sources.statement import Statement, read_statement

_BEYOND_SQL = 2**63
_NAME = re.compile(r"\{\{ *([^\W\d][\w.]*) *\}\}")


def bound_statement(request: Request) -> Outcome[tuple[Statement, dict[str, Bindable]]]:
    """Return the query with a value for each of its parameters; names without a value and values without a name are errors at their place."""
    assert request.spec.query is not None, "the spec has a query when it is asked for one"
    at_query = request.place("query")
    statement = read_statement(request.spec.query)
    if not isinstance(statement, Statement):
        return Outcome(None, (query_problems.statement_refused(statement, at_query),))
    found = Findings()
    given = request.spec.params
    found.extend(query_problems.parameter_missing(name, list(given), at_query) for name in statement.parameters if name not in given)
    for name in given:
        if name not in statement.parameters:
            found.add(query_problems.parameter_unused(name, statement.parameters, request.place("params", name)))
    values: dict[str, Bindable] = {}
    for name, written in given.items():
        value = _value(written, request.around.names)
        if isinstance(value, _Unknown):
            found.add(query_problems.parameter_template(value.name, list(request.around.names), request.place("params", name)))
        else:
            values[name] = value
    return found.outcome(None if found.has_errors else (statement, values))


class _Unknown:
    def __init__(self, name: str) -> None:
        self.name = name


def _value(written: str | float | bool | None, scope: Mapping[str, Bindable]) -> Bindable | _Unknown:  # noqa: FBT001  what YAML may hold
    """Return the value of a parameter; a template alone keeps the type of what it names."""
    if not isinstance(written, str):
        return str(written) if isinstance(written, int) and abs(written) >= _BEYOND_SQL else written
    names = _NAME.findall(written)
    unknown = next((name for name in names if name not in scope), None)
    rest = _NAME.sub("", written)
    if unknown is not None or "{{" in rest or "{%" in rest:
        return _Unknown(unknown or written)
    if len(names) == 1 and not rest.strip():
        return scope[names[0]]
    return _NAME.sub(lambda match: _as_text(scope[match[1]]), str(written))


def _as_text(value: Bindable) -> str:
    return value.isoformat() if isinstance(value, dt.date) else "" if value is None else str(value)
