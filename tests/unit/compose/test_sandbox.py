from __future__ import annotations

import datetime as dt

import pytest

from engine.compose.jinja import Templates
from engine.compose.sandbox import BareValue, CellText, printed
from engine.compose.template_trouble import EmptyValue, NotCalled, NotText, Refused
from engine.load.prose import Prose
from tests.support.review import metrics

TEMPLATES = Templates({"wan": lambda value: f"{value / 10_000:g}万"})


def test_cells_print_as_they_are() -> None:
    assert TEMPLATES.render(Prose("{{ name }}"), {"name": CellText("**c**")}).expect_clean() == r"\**c\**"
    assert printed(CellText("[x](y)")) == r"\[x](y)"


def test_values_print_as_people_write_them() -> None:
    assert [printed(value) for value in (3.0, 2.5, 7, True, False, "字", dt.date(2025, 7, 8))] == [
        "3", "2.5", "7", "true", "false", "字", "2025-07-08",
    ]  # fmt: skip


@pytest.mark.parametrize(("value", "trouble"), [(None, EmptyValue), (BareValue(1), Refused), (len, NotCalled), ({}, NotText)])
def test_what_has_no_words_is_not_printed(value: object, trouble: type[Exception]) -> None:
    with pytest.raises(trouble):
        printed(value)


def test_the_negative_of_a_bare_number_is_bare() -> None:
    assert isinstance(-BareValue(2.0), BareValue)
    assert -BareValue(2.0) == -2.0


@pytest.mark.parametrize(
    "template",
    ["{{ m.gmv.value }}", "{{ -m.gmv.target.value }}", "{{ m.gmv.value / 3 }}", "{{ (1 + m.gmv.value * 2) | round(1) }}", "{{ m.gmv.value | wan }}"],
)  # fmt: skip
def test_the_bare_number_of_a_fact_is_never_printed(template: str) -> None:
    """It would stand there as 715559.5500000002, without unit and without a way back to the data."""
    scope = {"m": {"gmv": metrics().get("gmv")}}
    (found,) = TEMPLATES.render(Prose(template), scope).diagnostics
    assert found.code == "YAML032"
    assert found.message.en.startswith("not allowed in a template: to print .value, which has no unit and cannot be traced")


def test_the_bare_number_of_a_fact_is_for_conditions() -> None:
    scope = {"m": {"gmv": metrics().get("gmv")}}
    text = "{% if m.gmv.value is not none and m.gmv.value / 2 > 1 %}{{ m.gmv.value > 5 }}{% endif %}"
    assert TEMPLATES.render(Prose(text), scope).expect_clean() == "true"
