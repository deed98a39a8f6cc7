from __future__ import annotations

from typing import get_args

from engine.base.diagnostics import Language
from engine.blocks.chart_alt import KIND_WORDS, alt_text
from engine.blocks.chart_spec import Kind
from engine.metrics.numbers import style_of
from engine.model.charts import Series

PLAIN = style_of("件")


def test_every_kind_has_a_word() -> None:
    assert set(KIND_WORDS) == set(get_args(Kind))


def test_all_values_of_a_short_series() -> None:
    series = (Series("本期", (1.0, None, 3.0), PLAIN), Series("上期", (2.0, 2.0, 2.0), PLAIN))
    assert alt_text("line", "投诉", ("一月", "二月", "三月"), series, Language.ZH).replace("\u00a0", " ") == (
        "折线图：投诉。本期：一月 1 件，三月 3 件。上期：一月 2 件，二月 2 件，三月 2 件。"
    )


def test_landmarks_of_a_long_one() -> None:
    values = tuple(float(value) for value in (5, 1, 6, 7, 8, 9, 20, 3, 4, 2))
    names = tuple(f"W{week}" for week in range(1, 11))
    assert alt_text("line", "Complaints", names, (Series("x", values, style_of("")),), Language.EN) == (
        "Line chart: Complaints. W1 5, W2 1, W7 20, W10 2."
    )
