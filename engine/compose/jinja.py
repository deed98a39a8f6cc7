"""Jinja2 inside prose: plain data in, text out, and every mistake at its place in the content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, TypeVar

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.compose.effort import Counting, Effort
from engine.compose.expressions import DOTTED, Walker, parse_expression
from engine.compose.sandbox import MissingName, Sandbox, printed
from engine.compose.template_trouble import Refused, TooMuch, refusal, refused_statement, said
from engine.load.prose import Prose
from engine.load.text_file import first_forbidden, forbidden_character
from engine.metrics.marks import unmarked
from engine.metrics.problems import FactError

MAX_TEMPLATE = 16 * 1024
MAX_OUTPUT = 64 * 1024

UNCLOSED = "{{ is never closed"
T = TypeVar("T")

_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Expr, nodes.Helper)


@dataclass(frozen=True, slots=True)
class _Expression:
    """One `{{ … }}`: its text, and its offset in the prose."""

    source: str
    offset: int


_Part = str | _Expression


@lru_cache(maxsize=8)
def _environment(filters: tuple[tuple[str, Callable[..., Any]], ...]) -> Sandbox:
    """Return the environment with these filters; the same for all reports of one language."""
    return Sandbox(dict(filters))


@lru_cache(maxsize=4096)
def _tree(source: str, environment: Sandbox) -> nodes.Expr:
    """Return the tree of an expression: one metric is printed in many places, and in the reports of many teams."""
    return parse_expression(source, environment)


@lru_cache(maxsize=4096)
def _split(prose: str, environment: Sandbox) -> tuple[_Part, ...] | None:
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
