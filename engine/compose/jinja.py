"""Jinja2 inside prose, in a sandbox: plain data in, text out, and every mistake at its place in the content."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial, wraps
from typing import Any, TypeVar

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.compose.effort import COMPARISON, LOOP, OF_A_CALL, OF_A_LOOP, Counting, Effort, counted
from engine.compose.expressions import DOTTED, Walker, parse_expression
from engine.compose.template_trouble import EmptyValue, NotCalled, NotText, Refused, TooMuch, name_of, refusal, refused_statement, said
from engine.load.prose import Prose
from engine.load.text_file import first_forbidden, forbidden_character
from engine.metrics.marks import unmarked
from engine.metrics.problems import FactError
from engine.metrics.quantity import Quantity

MAX_TEMPLATE = 16 * 1024
MAX_OUTPUT = 64 * 1024
MAX_EXPONENT = 64
MAX_BITS = 4096
MAX_ROUND = 12

UNCLOSED = "{{ is never closed"
T = TypeVar("T")

_FILTERS = ("abs", "default", "first", "join", "last", "length", "lower", "max", "min", "round", "sort", "trim", "unique", "upper")
_TESTS = ("defined", "undefined", "none", "number", "string", "in", "odd", "even", "eq", "ne", "lt", "le", "gt", "ge", "true", "false")
_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Expr, nodes.Helper)
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


class _Environment(ImmutableSandboxedEnvironment):
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


@dataclass(frozen=True, slots=True)
class _Expression:
    """One `{{ … }}`: its text, and its offset in the prose."""

    source: str
    offset: int


_Part = str | _Expression


@lru_cache(maxsize=8)
def _environment(filters: tuple[tuple[str, Callable[..., Any]], ...]) -> _Environment:
    """Return the environment with these filters; the same for all reports of one language."""
    return _Environment(dict(filters))


@lru_cache(maxsize=4096)
def _tree(source: str, environment: _Environment) -> nodes.Expr:
    """Return the tree of an expression: one metric is printed in many places, and in the reports of many teams."""
    return parse_expression(source, environment)


@lru_cache(maxsize=4096)
def _split(prose: str, environment: _Environment) -> tuple[_Part, ...] | None:
    """Return the words and expressions of a text, None when it also has statements."""
    if _ONLY_DOTTED.fullmatch(prose):
        return tuple(_dotted_parts(prose))
    parts: list[_Part] = []
    offset, start = 0, -1
    for _, kind, value in environment.lex(prose):
        if kind in {"block_begin", "raw_begin", "comment_begin", "linecomment_begin"}:
            return None
        if kind == "data":
            parts.append(value)
        elif kind == "variable_begin":
            start = offset + len(value)
        elif kind == "variable_end":
            parts.append(_Expression(prose[start:offset], start))
            start = -1
        offset += len(value)
    if start >= 0:
        raise TemplateSyntaxError(UNCLOSED, prose.count("\n", 0, start) + 1)
    return tuple(parts) if offset == len(prose) else None  # `{{-` strips blanks that the offsets would miss


_PRINTED = rf"\{{\{{( *{DOTTED} *(?:\| *[a-z]+ *)?)\}}\}}"
_ONLY_DOTTED = re.compile(rf"(?:[^{{}}\r\n]|{_PRINTED})*")
_EACH_PRINTED = re.compile(_PRINTED)
"""What most texts hold, `{{ m.gmv }}` and `{{ m.gmv | wan }}`, is found without Jinja's lexer."""


def _dotted_parts(prose: str) -> Iterator[_Part]:
    end = 0
    for match in _EACH_PRINTED.finditer(prose):
        if match.start() > end:
            yield prose[end : match.start()]
        yield _Expression(match[1], match.start(1))
        end = match.end()
    if end < len(prose):
        yield prose[end:]


class Templates:
    """Renders prose in a context.

    `failed` are the places of texts that could not be rendered.
    """

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        self.failed: set[Location] = set()
        self._environment = _environment(tuple(filters.items()))
        self._effort = Effort()
        self._walker = Walker(self._environment, printed, self._effort)

    def render(self, prose: Prose, context: Mapping[str, Any]) -> Outcome[Prose]:
        """Return the prose with its templates evaluated; None after a mistake."""
        if "{" not in prose or not ("{{" in prose or "{%" in prose or "{#" in prose):
            return Outcome(prose)
        self._environment.effort = self._effort
        guard = _Guard(prose, tuple(context))
        outcome = guard.run(partial(self._text, prose, context))
        if outcome.value is not None and (bad := first_forbidden(words := unmarked(outcome.value))) is not None:
            outcome = Outcome(None, (forbidden_character(words[bad], prose.where),))
        if outcome.value is None:
            self.failed.add(prose.where)
        return outcome

    def evaluate(self, prose: Prose, context: Mapping[str, Any]) -> Outcome[Any]:
        """Return the value of an expression written without braces (`when`, `for_each`)."""
        source = prose.strip()
        if source.startswith("{{") and source.endswith("}}"):
            source = source[2:-2].strip()
        self._environment.effort = self._effort
        return _Guard(prose, tuple(context)).run(lambda: Outcome(self._value(source, context)))

    def _text(self, prose: Prose, context: Mapping[str, Any]) -> Outcome[Prose]:
        if len(prose) > MAX_TEMPLATE:
            raise TooMuch(f"含模板的文字最多 {MAX_TEMPLATE} 字", f"a text with templates may have {MAX_TEMPLATE} characters")
        parts = _split(str(prose), self._environment)
        if parts is None:
            return Outcome(prose.rendered(self._whole(prose, context)))
        texts: list[str] = []
        found: list[Diagnostic] = []
        for part in parts:
            if isinstance(part, str):
                texts.append(part)
                continue
            outcome = _Guard(prose, tuple(context), part.offset, len(part.source)).run(partial(self._print, part.source, context))
            found.extend(outcome.diagnostics)
            texts.append(outcome.value or "")
        text = "".join(texts)
        if len(text) > MAX_OUTPUT:
            raise TooMuch(f"一段文字最多 {MAX_OUTPUT} 字", f"a text may have {MAX_OUTPUT} characters")
        return Outcome(None if found else prose.rendered(text), tuple(found))

    def _print(self, source: str, context: Mapping[str, Any]) -> Outcome[str]:
        return Outcome(printed(self._value(source.strip(), context)))

    def _value(self, source: str, context: Mapping[str, Any]) -> Any:
        value = self._walker.value(_tree(source, self._environment), context)
        if isinstance(value, StrictUndefined):
            str(value)  # raises what it is missing
        return value

    def _whole(self, prose: Prose, context: Mapping[str, Any]) -> str:
        tree = self._environment.parse(prose)
        self._inspect(tree)
        written, parts = 0, []
        for part in self._environment.from_string(Counting().visit(tree)).generate(**context):
            written += len(part)
            if written > MAX_OUTPUT:
                raise TooMuch(f"一段文字最多 {MAX_OUTPUT} 字", f"a text may have {MAX_OUTPUT} characters")
            parts.append(part)
        return "".join(parts)

    def _inspect(self, tree: nodes.Template) -> None:
        """Raise Refused for statements other than if and for, and for a loop inside a loop."""
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _STATEMENTS):
                raise refused_statement(node)
            if isinstance(node, nodes.For) and (node.recursive or any(True for _ in _inner_loops(node))):
                raise Refused("循环里不能再套循环", "a loop cannot stand inside a loop")


@dataclass(frozen=True, slots=True)
class _Guard:
    """Turns what goes wrong in a stretch of prose into a diagnostic there; `names` is what the context knows."""

    prose: Prose
    names: tuple[str, ...]
    offset: int = 0
    length: int | None = None

    def run(self, work: Callable[[], Outcome[T]]) -> Outcome[T]:
        try:
            return work()
        except FactError as trouble:
            return Outcome(None, (trouble.diagnostic(self._place(self._blamed(trouble))),))
        except MissingName as trouble:
            return Outcome(None, (self._missing(trouble),))
        except TooMuch as trouble:
            return self._failed("YAML033", trouble.phrase)
        except SecurityError as trouble:
            what = refusal(trouble)
            return self._failed("YAML032", Phrase(f"模板里不可用：{what.zh}", f"not allowed in a template: {what.en}"))
        except TemplateSyntaxError as trouble:
            return Outcome(None, (self._syntax(trouble),))
        except (RecursionError, SyntaxError, MemoryError):
            return self._failed("YAML033", Phrase("模板嵌套太深", "the template is nested too deep"))
        except (ArithmeticError, LookupError, TypeError, ValueError) as trouble:
            return self._failed("YAML034", *said(trouble))

    def _blamed(self, trouble: FactError) -> str:
        """Return the last name that the message quotes and the author wrote here: what the caret should stand under."""
        quoted = re.findall(r"'([^']+)'", trouble.message.en)
        return next((name for name in reversed(quoted) if name in self.prose[self.offset :]), "")

    def _failed(self, code: str, message: Phrase, hint: Phrase | None = None) -> Outcome[Any]:
        return Outcome(None, (error(code, message.zh, message.en, self._place(), hint),))

    def _place(self, name: str = "", line_start: int = 0) -> Location:
        """Return the place of `name` inside the stretch; without a name, of its first word on."""
        start = self.offset + line_start
        end = len(self.prose) if self.length is None else self.offset + self.length
        stretch = self.prose[start:end]
        found = stretch.rfind(name) if name else -1
        if found >= 0:
            return self.prose.at(start + found, len(name))
        blanks = len(stretch) - len(stretch.lstrip())
        return self.prose.at(start + blanks, max(len(stretch.strip()), 1))

    def _missing(self, trouble: MissingName) -> Diagnostic:
        known = self.names if trouble.known is None else trouble.known
        close = nearest(trouble.name, known)
        hint = None
        if close:
            hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
        elif known:
            hint = Phrase(f"可用的名字：{'、'.join(known[:12])}", f"known are {', '.join(known[:12])}")
        return error("YAML030", f"没有“{trouble.name}”这个名字", f"there is no {trouble.name!r}", self._place(trouble.name), hint)

    def _syntax(self, trouble: TemplateSyntaxError) -> Diagnostic:
        message = (trouble.message or "syntax").split(". ")[0]
        lines = self.prose.split("\n")[: trouble.lineno - 1] if self.offset == 0 else []
        line_start = sum(len(line) + 1 for line in lines)
        if message.startswith("No filter named"):
            name = message.split("'")[1]
            return error("YAML031", f"没有过滤器“{name}”", f"there is no filter {name!r}", self._place(name))
        if message == UNCLOSED:
            hint = Phrase("补上 }}", "add }}")
            return error("YAML031", "{{ 没有闭合", "{{ is never closed", self._place("{{", line_start), hint)
        return error("YAML031", f"模板语法错误：{message}", f"template syntax: {message}", self._place("", line_start))


def _inner_loops(loop: nodes.For) -> Any:
    return (inner for inner in loop.find_all(nodes.For) if inner is not loop)
