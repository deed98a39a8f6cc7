"""A located tree against a model: every mistake at its node, and as much of the model as the mistakes leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from engine.base.diagnostics import Outcome
from engine.load.locate import Node, plain
from engine.load.model_mistakes import explain_all, real_path
from engine.load.prose import Prose

M = TypeVar("M", bound=BaseModel)

MAX_SALVAGE = 12
FILLER = "…"
Steps = tuple[str | int, ...]


def validate(node: Node, schema: type[M]) -> Outcome[M]:
    """Return the model and all mistakes.

    What is wrong is left out and the rest validated again, so that the value is usually there even with errors and later stages can
    look for theirs; it is None when too little is left.
    """
    content = plain(node)
    try:
        return Outcome(schema.model_validate(content))
    except ValidationError as trouble:
        details = trouble.errors(include_url=False)
    found = explain_all(node, details, schema)
    return Outcome(_salvaged(content, details, schema), found)


def _salvaged(content: Any, details: Sequence[ErrorDetails], schema: type[M]) -> M | None:
    """Leave out what is wrong; fill in a missing text; leave out what stays incomplete. None when nothing is left."""
    filled: set[Steps] = set()
    for _ in range(MAX_SALVAGE):
        wrong: set[Steps] = set()
        for detail in details:
            path = real_path(content, detail["loc"])
            if detail["type"] == "missing" and detail["loc"] not in filled and _fill(content, path, str(detail["loc"][-1])):
                filled.add(detail["loc"])
            else:
                wrong.add(path)
        if () in wrong:
            return None
        for path in _last_first(wrong):
            _remove(content, path)
        try:
            return schema.model_validate(content)
        except ValidationError as trouble:
            details = trouble.errors(include_url=False)
    return None


def _fill(content: Any, parent: Steps, key: str) -> bool:
    for step in parent:
        content = content[step]
    if isinstance(content, dict):
        content[key] = Prose(FILLER)
    return isinstance(content, dict)


def _last_first(paths: set[Steps]) -> list[Steps]:
    """Return the outermost paths, later items of a list before earlier ones, so that removing one does not move the others."""
    outermost = [path for path in paths if not any(path[:length] in paths for length in range(1, len(path)))]
    return sorted(outermost, key=lambda path: [(step, "") if isinstance(step, int) else (0, step) for step in path], reverse=True)


def _remove(content: Any, path: Steps) -> None:
    for step in path[:-1]:
        content = content[step]
    del content[path[-1]]
