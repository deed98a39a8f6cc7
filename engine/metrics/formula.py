"""Metrics made from metrics: `gmv / cost`, `(paid - refunded) / orders`. Arithmetic over metric ids and numbers, nothing else."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from enum import Enum

from engine.base.diagnostics import Location, Phrase
from engine.base.records import dataclass
from engine.metrics.problems import bad_formula

MAX_LENGTH = 500


class Operator(Enum):
    ADD = "+"
    SUBTRACT = "−"
    MULTIPLY = "×"
    DIVIDE = "÷"


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Name:
    metric: str


@dataclass(frozen=True, slots=True)
class Operation:
    operator: Operator
    left: Expression
    right: Expression


Expression = Number | Name | Operation

_OPERATORS: dict[type[ast.operator], Operator] = {
    ast.Add: Operator.ADD,
    ast.Sub: Operator.SUBTRACT,
    ast.Mult: Operator.MULTIPLY,
    ast.Div: Operator.DIVIDE,
}


def parse_formula(text: str, at: Location | None = None) -> Expression:
    """Return the arithmetic that `text` states; raises FactError (FACT007) for anything but + − × ÷, brackets, numbers and metric ids."""
    plain = text.translate(str.maketrans("×÷－−（）", "*/--()")).strip()
    if len(plain) > MAX_LENGTH:
        raise bad_formula(text[:40] + "…", Phrase("太长", "it is too long"), at=at)
    try:
        tree = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise bad_formula(text, Phrase("语法有误", "it has a syntax error"), at=at) from error
    return _expression(tree, text, at)


def names(expression: Expression) -> Iterator[str]:
    """Yield the metric ids a formula needs, in reading order, repeats included."""
    match expression:
        case Name(metric):
            yield metric
        case Operation(_, left, right):
            yield from names(left)
            yield from names(right)
        case Number():
            return


def evaluate(expression: Expression, value_of: Callable[[str], float | None]) -> float | None:
    """Return the result; None when a metric in it has no value or a divisor is 0."""
    match expression:
        case Number(value):
            return value
        case Name(metric):
            return value_of(metric)
        case Operation(operator, left_part, right_part):
            left, right = evaluate(left_part, value_of), evaluate(right_part, value_of)
            return None if left is None or right is None else apply(operator, left, right)


def apply(operator: Operator, left: float, right: float) -> float | None:
    """Return left operator right, None for a division by 0."""
    match operator:
        case Operator.ADD:
            return left + right
        case Operator.SUBTRACT:
            return left - right
        case Operator.MULTIPLY:
            return left * right
        case Operator.DIVIDE:
            return None if right == 0 else left / right


def _expression(node: ast.expr, text: str, at: Location | None) -> Expression:
    match node:
        case ast.Constant(value=value) if isinstance(value, int | float) and not isinstance(value, bool):
            return Number(float(value))
        case ast.Name(id=name):
            return Name(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Operation(Operator.SUBTRACT, Number(0.0), _expression(operand, text, at))
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            return Operation(_OPERATORS[type(operator)], _expression(left, text, at), _expression(right, text, at))
        case _:
            why = Phrase("只能用 + − × ÷、括号、数字和指标编号", "only + - * /, brackets, numbers and metric ids may be used")
            raise bad_formula(text, why, at=at)
