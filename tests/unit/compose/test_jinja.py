from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.compose.jinja import Templates, _split
from engine.compose.sandbox import CellText
from engine.load.prose import Prose
from tests.support.content import told

SCOPE: Mapping[str, Any] = {
    "m": {"gmv": {"target": 500, "actual": 600.0, "none": None}},
    "rows": ({"name": CellText("a*b"), "values": 3.0}, {"name": CellText("**c**"), "values": 4.5}),
    "year": 2025,
    "date": dt.date(2025, 7, 8),
}
TEMPLATES = Templates({"wan": lambda value: f"{value / 10_000:g}万"})


def render(text: str) -> str:
    return TEMPLATES.render(Prose(text), SCOPE).expect_clean()


def findings(text: str) -> list[str]:
    return [line.removeprefix(": ") for line in told(TEMPLATES.render(Prose(text), SCOPE).diagnostics)]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("没有模板 {}", "没有模板 {}"),
        ("{{ m.gmv.target }} 和 {{ m['gmv'].actual }}", "500 和 600"),
        ("{{ m.gmv.actual / m.gmv.target }}", "1.2"),
        ("{{ 25000 | wan }}", "2.5万"),
        ("{{ date }}", "2025-07-08"),
        ("{{ 'a' ~ year }}", "a2025"),
        ("{{ '达成' if m.gmv.actual >= m.gmv.target else '未达成' }}", "达成"),
        ("{% if year > 2024 %}新{% else %}旧{% endif %}", "新"),
        ("{% for row in rows %}{{ row.values }}；{% endfor %}", "3；4.5；"),
        ("{{ rows | length }}{{ rows[0].values }}", "23"),
        ("{{- year -}} 年", "2025年"),
        ("一{# 注 #}二", "一二"),
        ("{{ [3, 1] | sort | join('、') }}", "1、3"),
        ("{{ 1.26 | round(1) }} {{ 2 ** 10 }}", "1.3 1024"),
    ],
)
def test_what_templates_can_do(template: str, text: str) -> None:
    assert render(template) == text


@pytest.mark.parametrize(
    ("template", "finding"),
    [
        ("{{ yaer }}", "YAML030 there is no 'yaer'"),
        ("{{ m.gmw.target }}", "YAML030 there is no 'gmw'"),
        ("{{ m.gmv.tagret }}", "YAML030 there is no 'tagret'"),
        ("{{ rows[0].nme }}", "YAML030 there is no 'nme'"),
        ("{{ year.real }}", "YAML030 there is no 'real'"),
        ("{{ ''.__class__ }}", "YAML030 there is no '__class__'"),
        ("{{ rows.__class__.__mro__ }}", "YAML030 there is no '__class__'"),
        ("{{ m.__init__ }}", "YAML030 there is no '__init__'"),
        ("{{ m.items() }}", "YAML030 there is no 'items'"),
        ("{{ cycler.__init__.__globals__ }}", "YAML030 there is no 'cycler'"),
        ("{{ range(10) }}", "YAML030 there is no 'range'"),
        ("{{ lipsum() }}", "YAML030 there is no 'lipsum'"),
        ("{{ rows | map(attribute='name') }}", "YAML031 there is no filter 'map'"),
        ("{{ 'x' | center(1000000000) }}", "YAML031 there is no filter 'center'"),
        ("{{ year + }}", "YAML031 template syntax: unexpected 'end of template'"),
        ("{{ year", "YAML031 {{ is never closed"),
        ("{% if year %}", "YAML031 template syntax: Unexpected end of template"),
        ("{% set x = 1 %}", "YAML032 not allowed in a template: assign is not for content files"),
        ("{% macro f() %}{{ f() }}{% endmacro %}", "YAML032 not allowed in a template: macro is not for content files"),
        ("{% include 'x' %}", "YAML032 not allowed in a template: include is not for content files"),
        ("{% extends 'x' %}", "YAML032 not allowed in a template: extends is not for content files"),
        ("{% import 'x' as y %}", "YAML032 not allowed in a template: import is not for content files"),
        ("{% for a in rows %}{% for b in rows %}{% endfor %}{% endfor %}", "YAML032 not allowed in a template: a loop cannot stand inside a loop"),
        ("{{ 'x' * 1000000000 }}", "YAML032 not allowed in a template: * is for numbers"),
        ("{{ [0] * 1000000000 }}", "YAML032 not allowed in a template: * is for numbers"),
        ("{{ '%1000000000s' % 1 }}", "YAML032 not allowed in a template: % is for numbers"),
        ("{{ 9 ** 9999999 }}", "YAML032 not allowed in a template: exponents go up to 64"),
        ("{{ ((2 ** 64) ** 64) ** 64 }}", "YAML032 not allowed in a template: the number gets too long"),
        ("{{ 5 | round(-999999999) }}", "YAML032 not allowed in a template: round keeps up to 12 decimals"),
        ("{{ 5 | round(999999999, 'ceil') }}", "YAML032 not allowed in a template: round keeps up to 12 decimals"),
        (r"{{ '\x07' }}", "YAML013 character U+0007 cannot be used"),
        (r"{% if 1 %}{{ '\ud800' }}{% endif %}", "YAML013 character U+D800 cannot be used"),
        (r"{{ '\ue000' }}", "YAML013 character U+E000 cannot be used"),
        ("{{ 'a' }}" + "a" * 20_000, "YAML033 a text with templates may have 16384 characters"),
        ("{% for r in [1, 2, 3, 4, 5, 6] %}" + "a" * 12_000 + "{% endfor %}",
            "YAML033 a text may have 65536 characters"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "YAML033 the template is nested too deep"),
        ("{% if 1 %}" * 200 + "{% endif %}" * 200, "YAML033 the template is nested too deep"),
        ("{{ m.gmv.none }}", "YAML034 this value is empty"),
        ("{{ m }}", "YAML034 a whole table, row or list, or all metrics, cannot be printed"),
        ("{{ 1 / 0 }}", "YAML034 division by zero"),
        ("{{ [1][5] }}", "YAML030 there is no '5'"),
    ],
)  # fmt: skip
def test_what_templates_cannot_do(template: str, finding: str) -> None:
    assert findings(template) == [finding]


def test_near_names_are_offered() -> None:
    (found,) = TEMPLATES.render(Prose("{{ m.gmw }}"), SCOPE).diagnostics
    assert found.hint is not None
    assert found.hint.en == "did you mean 'gmv'?"


def test_each_expression_has_its_own_mistake() -> None:
    assert findings("{{ aa }}{{ m.gmv.target }}{{ bb }}") == ["YAML030 there is no 'aa'", "YAML030 there is no 'bb'"]


def test_conditions_are_expressions() -> None:
    assert TEMPLATES.evaluate(Prose("m.gmv.actual > 1"), SCOPE).expect_clean() is True
    assert TEMPLATES.evaluate(Prose("{{ year }}"), SCOPE).expect_clean() == 2025
    assert TEMPLATES.evaluate(Prose("rows"), SCOPE).expect_clean() is SCOPE["rows"]
    assert told(TEMPLATES.evaluate(Prose("m.gmw > 1"), SCOPE).diagnostics) == [": YAML030 there is no 'gmw'"]


PIECES = [
    "完成 ",
    "{{ m.gmv }}",
    "{{m.gmv.verdict}}",
    "{{ m.gmv | wan }}",
    "{{ m.gmv|wan }}",
    "}",
    "%",
    "{{ a + 1 }}",
    "{{- a }}",
    "{% if a %}",
    "\n",
    "{{ true }}",
]


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_texts_that_only_print_names_are_cut_as_the_lexer_cuts_them(prose: str) -> None:
    environment = TEMPLATES._environment
    quick = _split.__wrapped__(prose, environment)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("engine.compose.jinja._ONLY_DOTTED", re.compile("(?!)"))
        assert quick == _split.__wrapped__(prose, environment)
