"""`dataclass` and `replace` for slotted records, made several times faster: `debrief check` makes some 300 of them before it reads a line.

`dataclasses.dataclass` compiles six functions for each class, about 0.6 ms, a fifth of a second in all. A plain record needs one of them,
`__init__`; the others are the same for all records and stand here. The type checker sees the standard ones; `dataclasses.fields`,
`asdict` and `is_dataclass`, `copy`, `pickle` and `match` work as usual; whatever is not a plain record is made by the standard decorator.
"""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic

__all__ = ["dataclass", "replace", "values_of"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def replace(record: Any, /, **changes: Any) -> Any:
        """Return a copy of a dataclass with some fields changed, as `dataclasses.replace` does."""
        kind = type(record)
        names = kind.__match_args__
        if "_values" not in kind.__dict__ or not changes.keys() <= set(names):
            return dataclasses.replace(record, **changes)  # which names what there is not
        values = list(kind._values(record))  # noqa: SLF001  its own
        for name, value in changes.items():
            values[names.index(name)] = value
        return kind(*values)

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True, **options: bool) -> Callable[[type], type]:
        """Return the decorator that `dataclasses.dataclass` returns for these options."""
        standard = dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, **options)
        shared = _shared(frozen=frozen, eq=eq)
        return lambda cls: _record(cls, shared) if slots and not options and _is_plain(cls) else standard(cls)


def values_of(record: Any) -> tuple[Any, ...]:
    """Return the values of a dataclass in the order of its fields."""
    kind = type(record)
    if "_values" in kind.__dict__:
        values: tuple[Any, ...] = kind._values(record)  # noqa: SLF001  our own
        return values
    return tuple(getattr(record, name) for name in kind.__match_args__)


def _is_plain(cls: type) -> bool:
    """Tell whether a class has no base, no special method of its own, and only ordinary fields."""
    own = cls.__dict__
    ordinary = not any(kind.startswith(("ClassVar", "InitVar", "KW_ONLY")) for kind in own.get("__annotations__", {}).values())
    factories = all(_is_factory(value) for value in own.values() if isinstance(value, dataclasses.Field))
    return ordinary and factories and set(cls.__bases__) <= {object, Generic} and not _SHARED.keys() & own.keys() and "__init__" not in own


def _is_factory(value: dataclasses.Field[Any]) -> bool:
    """Tell whether a `field()` says nothing but its `default_factory`."""
    said = value.init and value.repr and value.compare and value.hash is None and value.kw_only is not True and not value.metadata
    return said and value.default_factory is not dataclasses.MISSING


def _record(cls: type, shared: dict[str, Any]) -> type:
    """Return the class made anew, since a class can't be given slots later, with the functions that it shares with others."""
    kinds: dict[str, str] = cls.__annotations__
    names = tuple(kinds)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    kept = {name: value for name, value in cls.__dict__.items() if name not in defaults and name not in {"__dict__", "__weakref__"}}
    special = {"__slots__": names, "__match_args__": names, "__dataclass_fields__": _Fields(kinds, defaults), "_values": _values(names)}
    record = type(cls)(cls.__name__, cls.__bases__, {**kept, **shared, **special})
    record.__qualname__ = cls.__qualname__
    record.__init__ = _initialiser(record, defaults)  # type: ignore[misc]
    return record


def _initialiser(record: type, defaults: dict[str, Any]) -> Any:
    """Compile `__init__`; each slot's own setter passes by the frozen `__setattr__`, at half the cost of `object.__setattr__`."""
    names = record.__match_args__  # type: ignore[attr-defined]
    scope: dict[str, Any] = {"_MISSING": dataclasses.MISSING}
    parameters, lines = ["self"], []
    for name in names:
        scope[f"_set_{name}"] = record.__dict__[name].__set__
        value = name
        if name not in defaults:
            parameters.append(name)
        elif isinstance(defaults[name], dataclasses.Field):
            scope[f"_make_{name}"] = defaults[name].default_factory
            parameters.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        else:
            scope[f"_default_{name}"] = defaults[name]
            parameters.append(f"{name}=_default_{name}")
        lines.append(f" _set_{name}(self, {value})")
    if hasattr(record, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n{chr(10).join(lines or [' pass'])}", scope)  # noqa: S102  as the standard decorator does
    scope["__init__"].__qualname__ = f"{record.__qualname__}.__init__"
    return scope["__init__"]


def _values(names: tuple[str, ...]) -> Any:
    """Return the function that gives a record's values, as a tuple that compares and hashes."""
    if len(names) < 2:  # of a single one attrgetter gives the bare value
        return staticmethod(lambda record: tuple(getattr(record, name) for name in names))
    return staticmethod(attrgetter(*names))


class _Fields:
    """`__dataclass_fields__`, made by the standard library when somebody first asks."""

    def __init__(self, kinds: dict[str, str], defaults: dict[str, Any]) -> None:
        self.kinds, self.defaults = kinds, defaults

    def __get__(self, _instance: object, owner: type) -> dict[str, dataclasses.Field[Any]]:
        parts = [(name, kind, self.defaults[name]) if name in self.defaults else (name, kind) for name, kind in self.kinds.items()]
        shape: Any = dataclasses.make_dataclass("Shape", parts)
        found: dict[str, dataclasses.Field[Any]] = shape.__dataclass_fields__
        type.__setattr__(owner, "__dataclass_fields__", found)
        return found


def _repr(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({values})"


def _eq(self: Any, other: Any) -> bool:
    return bool(self._values(self) == self._values(other)) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _setattr(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__match_args__]


def _setstate(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


@dataclasses.dataclass(frozen=True, slots=True)
class _Standard:
    """Lends every record its `__dataclass_params__`, which the standard decorator asks a base for."""


_FROZEN: dict[str, Any] = {
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
_SHARED: dict[str, Any] = {"__repr__": _repr, "__eq__": _eq, "__hash__": _hash, **_FROZEN}


def _shared(*, frozen: bool, eq: bool) -> dict[str, Any]:
    """Return what the standard decorator would add for these options: what can change and compares has no hash."""
    params = copy.copy(_Standard.__dataclass_params__)  # type: ignore[attr-defined]
    params.frozen, params.eq = frozen, eq
    compared = {"__eq__": _eq, "__hash__": _hash if frozen else None} if eq else {}
    return {"__repr__": _repr, **compared, **(_FROZEN if frozen else {}), "__dataclass_params__": params}
