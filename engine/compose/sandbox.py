"""What templates may reach, reckon and print: plain data and what a metric offers, never Python's own types, and within limits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import partial, wraps
from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from engine.compose.effort import COMPARISON, LOOP, OF_A_CALL, OF_A_LOOP, Effort, counted
from engine.compose.template_trouble import EmptyValue, NotCalled, NotText, Refused, name_of
from engine.metrics.quantity import Quantity

MAX_EXPONENT = 64
MAX_BITS = 4096
MAX_ROUND = 12

_FILTERS = ("abs", "default", "first", "join", "last", "length", "lower", "max", "min", "round", "sort", "trim", "unique", "upper")
_TESTS = ("defined", "undefined", "none", "number", "string", "in", "odd", "even", "eq", "ne", "lt", "le", "gt", "ge", "true", "false")
_MARKUP = re.compile(r"\\(?=[\\*\[\]()`_#!-])|\*\*|\[")
_QUESTIONS = frozenset({"by", "share", "rank", "model", "scenario", "swap", "conversion", "drop_off"})
_POWERS = frozenset({"*", "**", "%"})
_BUILTINS = (str, int, float, bool, list, tuple, type(None))


class MissingName(UndefinedError):
    """A name that the thing before the dot does not have; `known` are the names it has, None when the context itself was asked."""

    def __init__(self, name: str, known: tuple[str, ...] | None, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.known = known


class _Missing(StrictUndefined):
    """Fails wherever it is used, and remembers what was looked for in what."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: type[Exception] = UndefinedError) -> None:
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]
        if issubclass(exc, UndefinedError):
            known = None if obj is missing else tuple(map(str, obj)) if isinstance(obj, Mapping) else ()
            self._undefined_exception = partial(MissingName, str(name), known)  # type: ignore[assignment]


class Sandbox(ImmutableSandboxedEnvironment):
    """Attributes are keys of mappings or what a metric offers; nothing of Python's own types can be reached, text cannot be multiplied."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(undefined=_Missing, autoescape=False, keep_trailing_newline=True, finalize=printed, cache_size=0)
        self.effort = Effort()
        """What the report in hand has spent; `Templates` puts its own here."""
        self.globals.clear()
        known_filters: dict[str, Any] = dict(self.filters)
        known_tests: dict[str, Any] = dict(self.tests)
        self.filters.clear()
        self.filters.update(
            {name: self._counted(name, known_filters[name]) for name in _FILTERS}
            | {"round": partial(_rounded, known_filters["round"]), LOOP: self._looped, COMPARISON: self._compared}
            | {name: _of_facts(function) for name, function in filters.items()}
        )
        self.tests.clear()
        self.tests.update({name: self._counted(name, known_tests[name]) for name in _TESTS})

    def _counted(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        return counted(name, function, lambda: self.effort)

    def _looped(self, rows: Any) -> Any:
        self.effort.look_at(rows, OF_A_LOOP)
        return rows

    def _compared(self, value: Any) -> Any:
        self.effort.look_at(value)
        return value

    def call(self, context: Context, function: Any, *arguments: Any, **named: Any) -> Any:
        self.effort.add(OF_A_CALL)
        return super().call(context, function, *arguments, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, StrictUndefined):
            str(obj)  # raises what it is missing
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if type(obj) in _BUILTINS:
            return self.undefined(obj=obj, name=attribute)
        value = super().getattr(obj, attribute)
        if isinstance(obj, Quantity) and type(value) is float:
            return BareValue(value)
        if isinstance(value, Quantity | StrictUndefined) or type(value) in _BUILTINS or attribute in _QUESTIONS:
            return value
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=str(argument))
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(argument, slice):
            self.effort.look_at(obj)
        return super().getitem(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator in _POWERS and any(isinstance(value, str | bytes | list | tuple | Mapping) for value in (left, right)):
            raise Refused(f"{operator} 只能用于数", f"{operator} is for numbers")
        if operator == "**" and abs(float(right)) > MAX_EXPONENT:
            raise Refused(f"指数最大 {MAX_EXPONENT}", f"exponents go up to {MAX_EXPONENT}")
        if operator == "**" and isinstance(left, int) and left.bit_length() * abs(right) > MAX_BITS:
            raise Refused("数太长", "the number gets too long")
        self.effort.look_at(left)
        self.effort.look_at(right)
        result = super().call_binop(context, operator, left, right)
        is_bare = isinstance(left, BareValue) or isinstance(right, BareValue)
        return BareValue(result) if is_bare and type(result) is float else result


def _bare() -> Refused:
    return Refused(
        "印出 .value（没有单位，也无法溯源；它只用于判断）；印指标本身，如 {{ m.gmv }}",
        "to print .value, which has no unit and cannot be traced: it is for conditions; print the metric itself, as in {{ m.gmv }}",
    )


def _of_facts(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a number filter that refuses numbers without their fact, whose text would be printed."""

    @wraps(function)
    def filtered(value: object, *arguments: object, **named: object) -> Any:
        if isinstance(value, BareValue):
            raise _bare()
        return function(value, *arguments, **named)

    return filtered


def _rounded(jinja_round: Callable[..., Any], value: Any, precision: object = 0, method: str = "common") -> Any:
    """Jinja's `round`, without the powers of ten that fill the memory."""
    if not isinstance(precision, int) or abs(precision) > MAX_ROUND:
        raise Refused(f"round 最多保留 {MAX_ROUND} 位小数", f"round keeps up to {MAX_ROUND} decimals")
    result = jinja_round(value, precision, method)
    return BareValue(result) if isinstance(value, BareValue) else result


def printed(value: object) -> str:
    """Return how a value prints: facts bring their mark along, whole floats lose their .0, an empty cell is a mistake."""
    match value:
        case None:
            raise EmptyValue
        case BareValue():
            raise _bare()
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and type(value) is float:
            return str(int(value))
        case dt.date():
            return value.isoformat()
        case CellText():
            return _MARKUP.sub(r"\\\g<0>", value)
        case str() | int() | float() | Quantity():
            return str(value)
        case StrictUndefined():
            return str(value)  # raises what it is missing
        case _ if callable(value):
            raise NotCalled(name_of(value))
        case _:
            raise NotText


class BareValue(float):
    """The number of a fact, or what was computed of it, without its fact: good for comparing, never printed."""

    __slots__ = ()

    def __neg__(self) -> BareValue:
        return BareValue(-float(self))


class CellText(str):
    """Text of a table cell: printed as it is, its asterisks and brackets are no Markdown."""

    __slots__ = ()
