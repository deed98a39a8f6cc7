from __future__ import annotations

import pytest

from engine.metrics.formula import evaluate, names, parse_formula
from engine.metrics.problems import FactError

VALUES: dict[str, float | None] = {"gmv": 1200.0, "cost": 300.0, "客单价": 50.0, "zero": 0.0, "gap": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gmv / cost", 4.0),
        ("(gmv - cost) / cost", 3.0),
        ("（gmv － cost）÷ cost", 3.0),
        ("gmv × 2 + 1", 2401.0),
        ("-cost", -300.0),
        ("gmv / 客单价", 24.0),
        ("gmv / zero", None),
        ("gmv + gap", None),
        ("1.5", 1.5),
    ],
)
def test_arithmetic_over_metrics(text: str, expected: float | None) -> None:
    assert evaluate(parse_formula(text), VALUES.__getitem__) == expected


def test_the_metrics_it_needs() -> None:
    assert list(names(parse_formula("(gmv - cost) / gmv"))) == ["gmv", "cost", "gmv"]


@pytest.mark.parametrize(
    "text", ["gmv ** 2", "f(gmv)", "gmv.target", "gmv if cost else 1", "[gmv]", "'a'", "True", "gmv //2", "gmv and cost"]
)
def test_anything_but_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(FactError) as caught:
        parse_formula(text)
    assert caught.value.code == "FACT007"
    assert caught.value.message.zh == f"公式“{text}”不可用：只能用 + − × ÷、括号、数字和指标编号"


@pytest.mark.parametrize(("text", "why"), [("gmv /", "语法有误"), ("", "语法有误"), ("(" * 400 + "1" + ")" * 400, "太长")])
def test_broken_formulas(text: str, why: str) -> None:
    with pytest.raises(FactError) as caught:
        parse_formula(text)
    assert why in caught.value.message.zh
