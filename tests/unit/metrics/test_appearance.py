from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.metrics.appearance import base_unit, change_kind, change_style, difference_style, metric_style
from engine.metrics.compare import Change
from engine.metrics.definition import Format, Metric, NumberForm, Query
from engine.metrics.numbers import format_number

ZH = Language.ZH


def metric(unit: str, form: NumberForm = NumberForm.AUTO, decimals: int | None = None, change: Change | None = None) -> Metric:
    return Metric("m", "M", Query("t", "v"), unit=unit, format=Format(form, decimals, change))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (metric("元"), "12,840\u00a0万元"),
        (metric("元", decimals=1), "12,840.0\u00a0万元"),
        (metric("元", NumberForm.YI), "1.28\u00a0亿元"),
        (metric("次", NumberForm.WAN, 0), "12,840\u00a0万次"),
        (metric("元", NumberForm.MONEY), "¥128,400,000"),
        (metric("元", NumberForm.NUMBER), "128,400,000\u00a0元"),
        (metric("", NumberForm.RATIO), "128,400,000.00"),
        (metric("", NumberForm.PERCENT, 0), "12,840,000,000%"),
        (metric("个百分点"), "12,840,000,000.0\u00a0个百分点"),
        (metric("pp", decimals=0), "12,840,000,000\u00a0个百分点"),
    ],
)
def test_forms(one: Metric, expected: str) -> None:
    assert format_number(128_400_000.0, metric_style(one, [128_400_000.0, None], ZH)) == expected


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (metric("元"), Change.GROWTH),
        (metric("%"), Change.POINTS),
        (metric("百分点"), Change.POINTS),
        (metric("", NumberForm.PERCENT), Change.POINTS),
        (metric("分"), Change.DIFFERENCE),
        (metric("分", change=Change.GROWTH), Change.GROWTH),
    ],
)
def test_how_a_change_is_told(one: Metric, kind: Change) -> None:
    assert change_kind(one) is kind


def test_styles_of_changes_and_deviations() -> None:
    rate, score = metric("%"), metric("分")
    own = metric_style(score, [4.62, 4.6], ZH)
    assert format_number(-0.012, change_style(rate, Change.POINTS, metric_style(rate, [0.1], ZH), ZH)) == "−1.2\u00a0个百分点"
    assert format_number(0.11, change_style(score, Change.DIFFERENCE, own, ZH), signed=True) == "+0.11\u00a0分"
    assert difference_style(score, own, ZH) == own
    assert base_unit(metric("", NumberForm.PERCENT)) == "%"
