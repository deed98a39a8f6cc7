from __future__ import annotations

import pytest

from engine.metrics.formula import names, parse_formula
from engine.metrics.templates import TEMPLATES


def test_inputs_in_the_order_of_the_formula() -> None:
    assert TEMPLATES["roi"].inputs == ("return", "cost")
    assert TEMPLATES["nps"].inputs == ("promoters", "detractors", "answers")


def test_inputs_are_put_in_brackets_where_they_need_them() -> None:
    roi = TEMPLATES["roi"]
    assert roi.filled({"return": "margin", "cost": "sum(费用)"}) == "(margin - sum(费用)) / sum(费用)"
    assert roi.filled({"return": "a + b", "cost": "sum(x) / 2"}) == "((a + b) - (sum(x) / 2)) / (sum(x) / 2)"


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_arithmetic_with_a_definition(name: str) -> None:
    template = TEMPLATES[name]
    text = template.filled({key: f"m_{key}" for key in template.inputs})
    assert set(names(parse_formula(text))) == {f"m_{key}" for key in template.inputs}
    assert template.definition.zh and template.definition.en and name == name.casefold()
