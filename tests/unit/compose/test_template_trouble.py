from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError

from engine.base.diagnostics import Outcome
from engine.compose.jinja import Templates
from engine.compose.template_trouble import NotCallable, WrongArguments, called, name_of, refusal, said
from engine.load.prose import Prose


def by(column: str, value: object) -> str:
    return f"{column}={value}"


class Everything:
    """Stands for `m`: all metrics at once."""


SCOPE = {"m": Everything(), "cite": by, "none_at_all": None}


def render(template: str) -> Outcome[Prose]:
    return Templates({}).render(Prose(template), SCOPE)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ m }}", "整张表、整行或全部指标不能直接印出"),
        ("{{ 'a' ~ m }}", "整张表、整行或全部指标不能直接印出"),
        ("{% if 1 %}{{ m }}{% endif %}", "整张表、整行或全部指标不能直接印出"),
        ("{{ cite }}", "“by”后面缺少括号和参数"),
        ("{{ cite('a') }}", "“by”的参数应为：column、value"),
        ("{{ cite('a', 1, 2) }}", "“by”的参数应为：column、value"),
        ("{{ 5() }}", "这个值后面不能加括号"),
        ("{{ 1 / 0 }}", "除数是零"),
        ("{{ 5 < 'a' }}", "这些值不能一起计算、比较或这样使用"),
        ("{{ none_at_all + 1 }}", "这些值不能一起计算、比较或这样使用"),
        ("{{ 'a' | round }}", "这些值不能一起计算、比较或这样使用"),
        ("{% for x in 5 %}a{% endfor %}", "这些值不能一起计算、比较或这样使用"),
    ],
)
def test_messages_are_words_of_the_author_not_of_python(template: str, message: str) -> None:
    (found,) = render(template).diagnostics
    assert (found.code, found.message.zh) == ("YAML034", message)
    assert found.hint is not None
    assert not any(word in found.message.en for word in ("object", "NoneType", "positional", "operand", "'int'"))


def test_a_question_with_its_arguments_is_answered() -> None:
    assert render("{{ cite('渠道', '直播') }}").value == "渠道=直播"
    assert called(by, ["渠道"], {"value": 3}) == "渠道=3"
    assert name_of(by) == "by"


def test_a_type_error_inside_a_question_is_its_own() -> None:
    def broken(value: str) -> int:
        return len(int(value))  # type: ignore[arg-type]  # the mistake that is looked for

    with pytest.raises(TypeError) as caught:
        called(broken, ["5"], {})
    assert not isinstance(caught.value, WrongArguments)


def test_hints_show_how_it_is_written() -> None:
    assert said(WrongArguments("cite", ("figure", "source")))[1] is not None
    _, hint = said(NotCallable())
    assert hint is not None and hint.zh == "去掉括号"
    message, none = said(OverflowError())
    assert message.en == "the number gets too large" and none is None
    assert said(KeyError("x"))[0].zh == "没有这一项"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% set x = 1 %}", "模板里不可用：内容文件里不能用 assign"),
        ("{{ 'x' * 9 }}", "模板里不可用：* 只能用于数"),
        ("{{ cite(*[1]) }}", "模板里不可用：参数里不能用 * 和 **"),
    ],
)
def test_what_is_refused_is_told_in_both_languages(template: str, message: str) -> None:
    (found,) = render(template).diagnostics
    assert (found.code, found.message.zh) == ("YAML032", message)
    assert refusal(SecurityError("access to attribute '__class__' is unsafe")).zh == "这种写法"
