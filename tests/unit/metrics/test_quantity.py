from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.metrics.factbook import FactBook
from engine.metrics.formula import Operator
from engine.metrics.marks import unmarked
from engine.metrics.numbers import axis_style, percent_style
from engine.metrics.problems import FactError
from engine.metrics.quantity import Desk, Look, Origin, Quantity, combined, readable
from engine.model.facts import CellRange, FactSource

ZH = Language.ZH


def desk() -> Desk:
    return Desk(FactBook(), ZH)


def quantity(value: float | None, name: str = "gmv", unit: str = "元", where: Desk | None = None) -> Quantity:
    source = FactSource((CellRange(f"{name}.csv", "", "A2", 1),), f"SELECT {name}")
    origin = Origin(f"{name}.actual", name, "actual", source=source, reason="" if value is not None else "单元格是空的")
    return Quantity(value, origin, Look(axis_style([value], unit, ZH), unit), where or desk())


def test_printing_records_a_fact_and_marks_the_text() -> None:
    here = desk()
    printed = str(quantity(128_400_000, where=here))
    assert unmarked(printed) == "12,840\u00a0万元"
    fact = here.facts.get("gmv.actual")
    assert fact is not None and (fact.raw, fact.text, fact.unit) == (128_400_000, "12,840\u00a0万元", "元")


def test_another_look_is_another_fact() -> None:
    fact = quantity(0.1889, unit="%").restyled(percent_style(0), "pct0").with_sign().fact()
    assert (fact.id, fact.text) == ("gmv.actual|pct0|signed", "+19%")


def test_no_value_prints_a_dash_and_says_why() -> None:
    fact = quantity(None).fact()
    assert (fact.raw, fact.text, fact.reason) == (None, "—", "单元格是空的")


def test_arithmetic_makes_facts_with_formula_and_both_sources() -> None:
    here = desk()
    gap = quantity(2268e4, "actual", where=here) - quantity(2100e4, "target", where=here)
    fact = gap.fact()
    assert (fact.id, fact.text) == ("(actual.actual − target.actual)", "168\u00a0万元")
    assert [str(cells) for cells in fact.source.ranges] == ["actual.csv!A2", "target.csv!A2"]
    assert (gap * 2).text == "336\u00a0万元"
    assert (2 * gap).origin.formula == "2 × (actual.actual − target.actual)"
    assert (gap / quantity(840e4)).text == "0.20"
    assert (1 - quantity(0.4, unit="%")).value == pytest.approx(0.6)
    assert abs(-gap).text == "168\u00a0万元"
    assert (10 / gap).value == pytest.approx(10 / 168e4)
    assert (5 + gap).value == 168e4 + 5


def test_the_difference_of_two_rates_is_in_points() -> None:
    assert (quantity(0.81, unit="%") - quantity(0.75, unit="%")).text == "6.0\u00a0个百分点"


def test_orders_times_price_is_money() -> None:
    assert (quantity(51_360, "orders", "单") * quantity(0.5, "rate", "%")).text == "2.6\u00a0万单"


def test_what_cannot_be_computed_has_no_value_and_a_reason() -> None:
    nothing = quantity(5) / quantity(0)
    assert (nothing.value, nothing.text, nothing.origin.reason) == (None, "—", "除数为 0")
    assert (quantity(5) + quantity(None)).origin.reason == "单元格是空的"


def test_comparisons_work_on_raw_numbers_and_words() -> None:
    five, words = quantity(5), Quantity(None, Origin("v"), Look(percent_style(), words="达成"), desk())
    assert five > 4 and five >= quantity(5) and five < 6 and five <= 5 and five == 5 and five != 4
    assert words == "达成" and words != "未达成" and bool(words)
    assert not (quantity(None) > 0) and not (quantity(None) < 0) and not quantity(None)
    assert hash(five) == hash(quantity(5))
    assert float(five) == 5.0 and f"{five:>3}".endswith("\ue002")


def test_an_unknown_aspect_is_named() -> None:
    with pytest.raises(FactError) as caught:
        quantity(5).valeu  # noqa: B018
    assert caught.value.message.zh == "指标“gmv”没有“valeu”这一项"
    assert caught.value.hint is not None and caught.value.hint.zh == "是否指“value”？"
    with pytest.raises(AttributeError):
        quantity(5)._secret  # noqa: B018


def test_a_scale_that_would_hide_the_number_gives_way() -> None:
    style = axis_style([128_400_000], "元", ZH)
    assert readable(style, 3_000, "元", ZH).divisor == 1
    assert readable(style, 0, "元", ZH) is style
    assert combined(Operator.ADD, quantity(100), 0, desk()).text == "100\u00a0元"


def test_unlike_units_cannot_be_added() -> None:
    with pytest.raises(FactError) as caught:
        quantity(5) + quantity(0.3, "rate", "%")
    assert caught.value.code == "FACT018"
    assert caught.value.message.zh == "“gmv.actual + rate.actual”的单位是“元”和“%”，不能相加减"
    with pytest.raises(FactError) as caught:
        quantity(5) * quantity(6)
    assert caught.value.message.en == "'gmv.actual × gmv.actual' is in '元' and '元', which cannot be multiplied"


def test_a_target_found_back_is_money() -> None:
    assert (quantity(96e6) / quantity(0.96, "done", "%")).text == "10,000\u00a0万元"
    assert (quantity(3, "cell", "") + quantity(20_000, "gmv")).text == "2.0\u00a0万元"
    assert (100 / quantity(8, "orders", "单")).text == "12.50"
