from __future__ import annotations

import pytest

from engine.model.inlines import Span, Text, Tone, text
from engine.plan.deck.figures_text import split_unit


@pytest.mark.parametrize(
    ("figure", "number", "unit"),
    [
        ("12,840 万元", "12,840", " 万元"),
        ("118.5%", "118.5", "%"),
        ("−99\u00a0万元", "−99", "\u00a0万元"),
        ("+0.07 分", "+0.07", " 分"),
        ("114/252 万元", "114/252", " 万元"),
        ("7.50", "7.50", ""),
        ("▲ 12%", "▲ 12", "%"),
        ("36% → 51%", "36% → 51%", ""),  # two numbers: no unit
        ("约 3.2 万单", "约 3.2 万单", ""),  # words before the number
        ("", "", ""),
    ],
)
def test_the_unit_behind_a_number(figure: str, number: str, unit: str) -> None:
    parts = split_unit(text(figure))
    assert "".join(span.text for span, is_unit in parts if not is_unit) == number
    assert "".join(span.text for span, is_unit in parts if is_unit) == unit


def test_spans_keep_fact_and_tone() -> None:
    figure = Text((Span("8,260 万", fact="gmv.actual", tone=Tone.MET), Span("元")))
    assert split_unit(figure) == (
        (Span("8,260", fact="gmv.actual", tone=Tone.MET), False),
        (Span(" 万", fact="gmv.actual", tone=Tone.MET), True),
        (Span("元"), True),
    )
