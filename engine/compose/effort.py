"""How much work the templates of one report may make together, so that a few lines cannot keep a check busy for hours.

The unit is about a microsecond: an item looked at. Counted, not timed: the same content is refused on every machine, or on none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from engine.base.records import dataclass
from engine.compose.template_trouble import TooMuch

MOST = 5_000_000
OF_A_CALL = 500
"""A question to a metric is a query, of half a millisecond."""
OF_A_LOOP = 5
_OF_ITEMS = {"sort": 20, "unique": 20, "min": 20, "max": 20, "join": 1, "default": 0, "first": 0, "last": 0, "length": 0}
"""What one item of a filter's list costs; other filters look at the text they are given."""
LOOP, COMPARISON = "a loop", "a comparison"
"""Names of filters that no author can write: they count what compiled loops and comparisons look at."""


@dataclass(slots=True)
class Effort:
    """What the templates of one report have cost so far."""

    spent: int = 0

    def add(self, cost: int) -> None:
        """Raises TooMuch beyond the limit."""
        self.spent += cost
        if self.spent > MOST:
            raise TooMuch(
                f"这份报告的模板计算量太大（逐项查看超过 {MOST // 10_000} 万次）",
                f"the templates of this report look at more than {MOST:,} items",
            )

    def look_at(self, value: object, weight: int = 1) -> None:
        """Count each item of a list, each character of a text."""
        self.add(len(value) * weight if isinstance(value, Sized) and not isinstance(value, Mapping) else 1)


def counted(name: str, function: Callable[..., Any], effort: Callable[[], Effort]) -> Callable[..., Any]:
    """Return a filter or test that counts what it looks at and what it makes."""
    weight = _OF_ITEMS.get(name, 1)

    @wraps(function)
    def counting(*arguments: Any, **named: Any) -> Any:
        for value in arguments:
            effort().look_at(value, weight)
        result = function(*arguments, **named)
        effort().look_at(result)
        return result

    return counting


class Counting(NodeTransformer):
    """Puts the counting filters into a tree that will be compiled: around the rows of loops and the sides of comparisons."""

    def visit_For(self, node: nodes.For, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802  named by Jinja
        self.generic_visit(node, *args, **kwargs)
        node.iter = _through(LOOP, node.iter)
        return node

    def visit_Compare(self, node: nodes.Compare, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802
        self.generic_visit(node, *args, **kwargs)
        node.expr = _through(COMPARISON, node.expr)
        for operand in node.ops:
            operand.expr = _through(COMPARISON, operand.expr)
        return node


def _through(name: str, node: nodes.Node) -> nodes.Expr:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
