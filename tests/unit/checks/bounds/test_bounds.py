from __future__ import annotations

from engine.checks.bounds import BOUNDS_CHECKS, check_bounds
from engine.checks.bounds.definition import Bounds
from tests.support.foreign import say, slides


def test_every_check_is_asked() -> None:
    assert BOUNDS_CHECKS.names == ("RULE008", "RULE010")
    found = check_bounds("pptx", slides(say("2025 年上半年"), say("数据截至 2025-05-31")), "review.pptx", Bounds(10, None))
    assert [item.message.en for item in found] == ["it has 4 slides, 10 at least are wanted"]


def test_what_cannot_be_read_is_told_by_others() -> None:
    assert check_bounds("pptx", b"garbage", "review.pptx", Bounds(10, None)) == ()
