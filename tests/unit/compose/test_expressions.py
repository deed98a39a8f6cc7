"""Walking an expression gives what Jinja's compiled code gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from engine.compose.expressions import Walker, parse_expression

ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
ROWS = [{"n": 1, "s": "x"}, {"n": 3, "s": "y"}]
SCOPE: dict[str, Any] = {"a": 7, "b": 2.5, "word": "汉字", "rows": ROWS, "nothing": None, "double": lambda x, y=0: 2 * x + y}


def walked(source: str) -> Any:
    return Walker(ENVIRONMENT).value(parse_expression(source, ENVIRONMENT), SCOPE)


EXPRESSIONS = [
    "1", "'x'", "a", "a + b * 2 - 1", "a / 2", "a // 2", "a % 4", "-a", "+a", "(a + 1) ** 2", "a ~ word ~ 1",
    "rows[0].n", "rows[-1]['s']", "rows[0:1]", "rows[::-1]", "rows.0.n", "word[0]", "[a, b]", "(a, b)", "{'k': a}", "{'k': a}.k",
    "a > 3", "1 < a < 9", "1 < a < 5", "a == 7 and b != 7", "a < 3 or b", "not a", "2 in [1, 2]", "2 not in [1, 2]", "'x' in {'x': 1}",
    "'yes' if a > 3 else 'no'", "'yes' if a < 3 else 'no'", "a is number", "a is odd", "a is divisibleby(7)", "missing is defined", "nothing is none",
    "word | length", "missing | default('d')", "[3, 1] | sort(reverse=true) | join('-')", "a | round(1)",
    "double(3)", "double(3, y=1)", "double(x=a)", "rows | first", "none", "true and false",
]  # fmt: skip


@pytest.mark.parametrize("source", EXPRESSIONS)
def test_same_as_compiled(source: str) -> None:
    assert walked(source) == ENVIRONMENT.compile_expression(source, undefined_to_none=False)(**SCOPE)


names = st.sampled_from(["m", "a", "gmv", "true", "None", "not", "in", "if", "item_2", "_x"])


@given(st.lists(names, min_size=1, max_size=4).map(".".join))
def test_a_dotted_name_is_the_tree_that_jinja_makes(source: str) -> None:
    try:
        theirs: Any = Parser(ENVIRONMENT, source, state="variable").parse_expression()
    except TemplateSyntaxError as error:
        theirs = str(error)
    try:
        ours: Any = parse_expression(source, ENVIRONMENT)
    except TemplateSyntaxError as error:
        ours = str(error)
    assert ours == theirs or "unexpected" in str(ours)  # what stands behind the expression is refused by us alone


atoms = st.sampled_from(["1", "0", "a", "b", "2.5", "true", "false", "none"])
expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "<", ">=", "==", "!=", "and", "or", "~"]), inner).map(
            lambda t: f"({t[0]} {t[1]} {t[2]})"
        ),
        inner.map(lambda x: f"(not {x})"),
        st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} if {t[1]} else {t[2]})"),
        inner.map(lambda x: f"[{x}][0]"),
    ),
    max_leaves=8,
)


@given(expressions)
def test_same_as_compiled_whatever_the_expression(source: str) -> None:
    def outcome(work: Any) -> object:
        try:
            return repr(work())
        except (TypeError, ArithmeticError) as trouble:
            return type(trouble)

    assert outcome(lambda: walked(source)) == outcome(lambda: ENVIRONMENT.compile_expression(source, undefined_to_none=False)(**SCOPE))


@pytest.mark.parametrize("source", ["", "a +", "a b", "a)", "{% if a %}", "a = 1"])
def test_other_texts_are_no_expression(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        parse_expression(source, ENVIRONMENT)


@pytest.mark.parametrize(
    ("source", "trouble"),
    [
        ("missing.x", UndefinedError),
        ("missing + 1", UndefinedError),
        ("missing()", UndefinedError),
        ("word.format(1)()", Exception),
        ("a | nofilter", TemplateSyntaxError),
        ("a is notest", TemplateSyntaxError),
        ("double(*[1])", SecurityError),
        ("double(**{'x': 1})", SecurityError),
        ("word.__class__.__mro__", SecurityError),
    ],
)
def test_what_fails(source: str, trouble: type[Exception]) -> None:
    with pytest.raises(trouble):
        str(walked(source))
