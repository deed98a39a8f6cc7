"""Which models a path of pydantic's leads to: their fields are what a misspelt key is compared with."""

from __future__ import annotations

import types
from collections.abc import Iterable
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel


def models_at(schema: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[type[BaseModel], ...]:
    """Return the models that may stand at `loc`; more than one where a field has several forms."""
    here: tuple[Any, ...] = (schema,)
    for step in loc:
        further = tuple(inner for kind in here for inner in _step(kind, step))
        here = further or here  # a step that leads nowhere is pydantic's name of a union member
    return tuple(kind for kind in here if isinstance(kind, type) and issubclass(kind, BaseModel))


def _step(kind: Any, step: str | int) -> Iterable[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, info in kind.model_fields.items():
            if step in {name, info.alias}:
                yield from _members(info.annotation)
                return
        if kind.model_config.get("extra") == "allow" and isinstance(step, str):
            yield from _step(get_type_hints(kind).get("__pydantic_extra__"), step)
        return
    arguments = get_args(kind)
    if get_origin(kind) in {list, tuple} and isinstance(step, int) and arguments:
        yield from _members(arguments[0])
    elif get_origin(kind) is dict and isinstance(step, str):
        yield from _members(arguments[1])


def _members(annotation: Any) -> Iterable[Any]:
    """Return the alternatives of a union, without the decoration of Annotated."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in {Union, types.UnionType}:
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation
