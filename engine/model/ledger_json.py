"""The ledger as deterministic JSON, and back. A ledger that was read may be anybody's: what is not as written is refused."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from engine.base.shared import Shared
from engine.model.file_ledger import FileLedger, Standing

SCHEMA_VERSION = 2
LEDGER_FILE = "facts.json"
"""The ledger's name beside the outputs and inside a PDF."""
LEDGER_NAMESPACE = "urn:debrief:ledger"
"""The namespace of the ledger's part inside an Office file."""

_PLACES = "places"
_SCALARS = frozenset({str, int, float, bool, NoneType})
_MISSING = dataclasses.MISSING

Places = Mapping[str, tuple[Standing, ...]]
"""Where each fact stands, by fact id."""
T = TypeVar("T")


_WRITTEN: Shared[FileLedger] = Shared(2**20)
"""The small ledgers written last, by their text: a file that was just written is opened again, and most of what is read there is this."""


class NotALedger(ValueError):
    """The text is no ledger that this version can read."""


def ledger_json(ledger: FileLedger, places: Places | None = None) -> bytes:
    """Return the ledger as UTF-8 JSON, facts in their order.

    Without `places` it is small, for the inside of files: parts that say nothing are left out. With the `standings` of its facts nothing is,
    each fact also says where it stands in every file, and each fact has a line of its own, so that versions can be compared.
    """
    if places is None:
        text = f"{_SMALL.encode({'version': SCHEMA_VERSION, **_said(ledger)})}\n"
        _WRITTEN.keep(text, ledger, len(text))
        return text.encode()
    facts = [{**_whole(fact), _PLACES: places.get(fact.id, ())} for fact in ledger.facts]
    content = {"version": SCHEMA_VERSION, **_whole(ledger), "facts": facts}
    parts = ",\n".join(f'"{name}": {_in_lines(part)}' for name, part in content.items())
    return f"{{\n{parts}\n}}\n".encode()


def _in_lines(part: Any) -> str:
    """Return a part with each item of a list in a line: Python's own indenter takes five times as long."""
    if not isinstance(part, list | tuple) or not part:
        return _FULL.encode(part)
    return "[\n" + ",\n".join(map(_FULL.encode, part)) + "\n]"


def read_ledger(blob: bytes | str) -> FileLedger:
    """Return the ledger that `ledger_json` wrote. Raises NotALedger."""
    try:
        text = blob if isinstance(blob, str) else blob.decode()
        if (written := _WRITTEN.find(text if text.endswith("\n") else f"{text}\n")) is not None:
            return written
        content = json.loads(blob)
    except (ValueError, RecursionError) as error:
        raise NotALedger("no JSON") from error
    if not isinstance(content, dict) or content.pop("version", None) != SCHEMA_VERSION:
        raise NotALedger("another version")
    for fact in content["facts"] if isinstance(content.get("facts"), list) else ():
        if isinstance(fact, dict):
            fact.pop(_PLACES, None)
    return _read(FileLedger, content)


def _whole(record: Any) -> dict[str, Any]:
    """Return the parts of a record by name; the encoder asks for those of the records within."""
    shape = _shape(type(record))  # type: ignore[arg-type]  # a class can be hashed
    return dict(zip(shape.names, shape.values(record), strict=True))


def _said(record: Any) -> dict[str, Any]:
    """Return the parts of a record that are not as they are by default."""
    shape = _shape(type(record))  # type: ignore[arg-type]  # a class can be hashed
    parts = zip(shape.names, shape.values(record), shape.defaults, strict=True)
    return {name: each for name, each, default in parts if each is not default and (default is _MISSING or each != default)}


_SMALL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False, default=_said)
_FULL = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, default=_whole)


class _Shape(NamedTuple):
    """The parts of a kind of record, asked once for all of its kind."""

    names: tuple[str, ...]
    defaults: tuple[Any, ...]
    values: Callable[[Any], tuple[Any, ...]]


@cache
def _shape(kind: Hashable) -> _Shape:
    assert isinstance(kind, type) and dataclasses.is_dataclass(kind), "records, tuples and scalars only"
    fields = dataclasses.fields(kind)
    names = tuple(field.name for field in fields)
    assert len(names) > 1, "attrgetter gives a tuple of several"
    return _Shape(names, tuple(field.default for field in fields), attrgetter(*names))


def _read(kind: type[T], content: Any) -> T:
    """Return one frozen value; raises NotALedger for unknown, missing or wrongly typed parts."""
    readers = _readers(kind)  # type: ignore[arg-type]  # a class can be hashed
    if not isinstance(content, dict) or content.keys() - readers.keys():
        raise NotALedger(f"not a {kind.__name__}")
    try:
        return kind(**{name: readers[name](value) for name, value in content.items()})
    except TypeError as error:  # a part without a default is missing
        raise NotALedger(str(error)) from error


@cache
def _readers(kind: Hashable) -> Mapping[str, Callable[[Any], Any]]:
    assert isinstance(kind, type) and dataclasses.is_dataclass(kind), "records only"
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}


def _reader(kind: Any) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return lambda value: _read(kind, value)
    if get_origin(kind) is UnionType or NoneType in get_args(kind):
        inner = _reader(next(each for each in get_args(kind) if each is not NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[-1] is not Ellipsis:
            readers = tuple(_reader(part) for part in parts)
            return lambda value: tuple(read(each) for read, each in zip(readers, _list(value, len(parts)), strict=True))
        inside = _reader(parts[0])
        return lambda value: tuple(inside(each) for each in _list(value))
    return lambda value: _scalar(kind, value)


def _list(value: Any, length: int | None = None) -> list[Any]:
    if not isinstance(value, list) or length not in (None, len(value)):
        raise NotALedger("not a list")
    return value


def _scalar(kind: type[Any], value: Any) -> Any:
    fits = isinstance(value, int | float) if kind is float else isinstance(value, kind)
    if not fits or (isinstance(value, bool) and kind is not bool):
        raise NotALedger(f"not a {kind.__name__}")
    return float(value) if kind is float else value
