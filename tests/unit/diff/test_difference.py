from __future__ import annotations

from engine.diff.difference import difference
from engine.model.outline import Outline, OutlinePage

PAGE = OutlinePage("目标")


def test_pages_are_compared_only_where_both_versions_have_some() -> None:
    assert difference(Outline("a", (), (PAGE,)), Outline("b", (), None)).pages is None
    assert difference(Outline("a", (), (PAGE,)), Outline("b", (), (PAGE,))).pages == ()


def test_two_versions_that_say_the_same_have_no_difference() -> None:
    assert difference(Outline("a", (), (PAGE,)), Outline("b", (), (PAGE,))).is_empty
    assert not difference(Outline("a", (), (PAGE,)), Outline("b", (), ())).is_empty
