from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.base.registry import LateRegistry, Registry, nearest


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


def test_a_late_member_is_the_definition_of_the_module_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "late_forms"
    package.mkdir()
    (package / "__init__.py").touch()
    for name in ("bar", "line"):
        text = f"from tests.unit.base.test_registry import Member\nDEFINITION = Member({name!r})\n"
        (package / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    late = LateRegistry[Member]("chart kind", "late_forms", ("line", "bar"))
    assert late.names == ("line", "bar") and len(late) == 2 and "bar" in late
    assert "late_forms.bar" not in sys.modules
    assert late["bar"] == BAR and late["bar"] is late.get("bar")
    assert "late_forms.line" not in sys.modules
    assert late.get("pie") is None and late.nearest("lin") == "line"
    assert list(late) == [LINE, BAR]
    with pytest.raises(KeyError, match="pie"):
        late["pie"]


def test_late_members_have_different_names_too() -> None:
    with pytest.raises(ValueError, match="two members of block are called 'text'"):
        LateRegistry[Member]("block", "engine.blocks", ("text", "text"))
