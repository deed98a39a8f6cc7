from __future__ import annotations

from dataclasses import dataclass

import pytest

from engine.base.registry import Registry, nearest


@dataclass(frozen=True)
class Member:
    name: str


BAR, LINE = Member("bar"), Member("line")
CHARTS = Registry("chart kind", (LINE, BAR))


def test_members_keep_the_order_in_which_they_are_declared() -> None:
    assert CHARTS.names == ("line", "bar")
    assert list(CHARTS) == [LINE, BAR]
    assert len(CHARTS) == 2


def test_a_member_is_found_by_its_name() -> None:
    assert CHARTS["bar"] is BAR
    assert CHARTS.get("bar") is BAR
    assert CHARTS.get("pie") is None
    assert "bar" in CHARTS
    assert "pie" not in CHARTS
    with pytest.raises(KeyError, match="pie"):
        CHARTS["pie"]


def test_a_name_given_twice_is_refused_with_the_name() -> None:
    with pytest.raises(ValueError, match="two members of chart kind are called 'bar'"):
        Registry("chart kind", (BAR, LINE, Member("bar")))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tabel", "table"), ("Chart", "chart"), ("目标达成", "目标达成率"), ("xyz", None), ("", None)],
)
def test_the_nearest_name_is_the_one_that_was_meant(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["table", "chart", "目标达成率"]) == meant


def test_a_registry_offers_its_own_names() -> None:
    assert CHARTS.nearest("lin") == "line"
    assert CHARTS.nearest("waterfall") is None
