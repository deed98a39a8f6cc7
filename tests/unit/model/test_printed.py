from __future__ import annotations

from engine.model.printed import TextPlace


def test_a_place_knows_what_it_prints_for_each_fact() -> None:
    place = TextPlace(5, "topic-1-1/takeaway", ("订单 ", "1,040 单", "，其中第一周 ", "480 单", "。"), ("orders", "first"))
    assert place.printed == ("1,040 单", "480 单")
    assert place.plain == "订单 1,040 单，其中第一周 480 单。"
