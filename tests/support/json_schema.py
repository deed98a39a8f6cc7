"""What draft 7 of JSON Schema says of a value: as much of it as our own schemas use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "number": (int, float), "integer": (int,), "array": (list,), "object": (dict,), "boolean": (bool,),
}  # fmt: skip


def complaints(value: Any, schema: dict[str, Any], root: dict[str, Any] | None = None, at: str = "") -> Iterator[str]:
    """Yield what is wrong with a value, one line each: where, and what."""
    root = schema if root is None else root
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        yield from complaints(value, root["definitions"][name], root, at)
        return
    if "anyOf" in schema and all(any(complaints(value, one, root, at)) for one in schema["anyOf"]):
        yield f"{at}: {value!r} is nothing that is allowed"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    kind = schema.get("type")
    if kind is not None and (not isinstance(value, _TYPES[kind]) or (kind in {"number", "integer"} and isinstance(value, bool))):
        yield f"{at}: {value!r} is no {kind}"
        return
    yield from _bounds(value, schema, at)
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from complaints(item, schema["items"], root, f"{at}[{index}]")
    if isinstance(value, dict) and "properties" in schema:
        yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
        for key, item in value.items():
            if key in schema["properties"]:
                yield from complaints(item, schema["properties"][key], root, f"{at}.{key}")
            else:
                yield f"{at}: {key} is not known"


def _bounds(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match"
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value!r} is out of bounds"
    length = len(value) if isinstance(value, str | list) else None
    least = schema.get("minLength", schema.get("minItems", 0))
    if length is not None and not least <= length <= schema.get("maxItems", length):
        yield f"{at}: {value!r} has {length}"
