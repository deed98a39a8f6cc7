"""What can go wrong in the value of a template, in words for authors: never in those of Python."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError

from engine.base.diagnostics import Phrase

Said = tuple[Phrase, Phrase | None]
"""What is wrong, and the mend if one is known."""

_EXAMPLES = {
    "cite": ('cite("85%", source="用户问卷 2025-06，n=1,204")', 'cite("85%", source="survey 2025-06, n=1,204")'),
    "by": ("m.gmv.by('渠道', '直播')", "m.gmv.by('channel', 'live')"),
    "share": ("m.gmv.share('渠道', '直播')", "m.gmv.share('channel', 'live')"),
    "rank": ("m.gmv.rank('渠道', '直播')", "m.gmv.rank('channel', 'live')"),
}


class Refused(SecurityError):
    """Something of Jinja that content files do without. Other SecurityErrors come from its sandbox and speak of Python."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.phrase = Phrase(zh, en)


class TooMuch(Refused):
    """A template that is too long, prints too much or makes too much work."""


def refused_statement(node: nodes.Node) -> Refused:
    name = type(node).__name__.lower()
    return Refused(f"内容文件里不能用 {name}", f"{name} is not for content files")


def refusal(trouble: SecurityError) -> Phrase:
    """Return what is refused, in words for authors."""
    return trouble.phrase if isinstance(trouble, Refused) else Phrase("这种写法", "what is written here")


class EmptyValue(ValueError):
    """A template prints a cell that holds nothing."""


class NotText(ValueError):
    """A template prints what is no text: a whole table, row or list, or all metrics at once."""


class NotCalled(ValueError):
    """A template prints a question without its brackets: `cite`, `m.gmv.by`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotCallable(TypeError):
    """Brackets follow what is no question: `m.gmv()`."""


class WrongArguments(TypeError):
    """A question has too few arguments, too many, or one of another name; `wanted` are their names."""

    def __init__(self, name: str, wanted: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.wanted = wanted


def called(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> Any:
    """Return what a function answers. Raises WrongArguments when it cannot take these, and whatever it raises itself."""
    try:
        return function(*args, **kwargs)
    except TypeError:
        signature = inspect.signature(function)
        try:
            signature.bind(*args, **kwargs)
        except TypeError:
            raise WrongArguments(name_of(function), tuple(signature.parameters)) from None
        raise


def name_of(function: object) -> str:
    return str(getattr(function, "__name__", ""))


def said(trouble: Exception) -> Said:
    """Return the message for trouble with a value, and its hint."""
    match trouble:
        case EmptyValue():
            return Phrase("这个值是空的", "this value is empty"), Phrase(
                "先判断：{% if x is not none %}", "ask first: {% if x is not none %}"
            )
        case NotText():
            return (
                Phrase("整张表、整行或全部指标不能直接印出", "a whole table, row or list, or all metrics, cannot be printed"),
                Phrase("写到具体的一项，如 row.名称、m.gmv", "name one thing in it, such as row.name or m.gmv"),
            )
        case NotCalled(name=name):
            return Phrase(f"“{name}”后面缺少括号和参数", f"{name!r} lacks its brackets and arguments"), _example(name)
        case WrongArguments(name=name, wanted=wanted):
            return Phrase(f"“{name}”的参数应为：{'、'.join(wanted)}", f"{name!r} takes {', '.join(wanted)}"), _example(name)
        case NotCallable():
            return (
                Phrase("这个值后面不能加括号", "no brackets can follow this value"),
                Phrase("去掉括号", "remove the brackets"),
            )
        case ZeroDivisionError():
            return Phrase("除数是零", "division by zero"), Phrase("先判断除数：{% if x %}", "ask for the divisor first: {% if x %}")
        case OverflowError():
            return Phrase("数太大，算不出来", "the number gets too large"), None
        case LookupError():
            return Phrase("没有这一项", "there is no such item"), Phrase("检查名字或序号", "check the name or number")
        case _:
            return (
                Phrase("这些值不能一起计算、比较或这样使用", "these values cannot be calculated, compared or used like this"),
                Phrase(
                    "检查两边是不是同一种值：数与文字、空值不能混算", "check that both sides are numbers: texts and empty values are none"
                ),
            )


def _example(name: str) -> Phrase | None:
    return Phrase(*_EXAMPLES[name]) if name in _EXAMPLES else None
