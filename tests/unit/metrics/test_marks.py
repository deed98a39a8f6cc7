from __future__ import annotations

from engine.metrics.marks import MARK, cleaned, mark, unmarked
from engine.model.facts import Fact, FactSource

FACT = Fact("gmv.actual", "gmv", "actual", 1.0, "12,840 万元", "元", "", FactSource())


def test_a_mark_carries_id_and_text() -> None:
    match = MARK.fullmatch(mark(FACT))
    assert match is not None
    assert (match["id"], match["text"]) == ("gmv.actual", "12,840 万元")


def test_readers_see_the_text_only() -> None:
    assert unmarked(f"上半年 {mark(FACT)}，达成") == "上半年 12,840 万元，达成"


def test_cell_text_cannot_forge_a_mark() -> None:
    assert cleaned(f"a{mark(FACT)}b") == "agmv.actual12,840 万元b"
