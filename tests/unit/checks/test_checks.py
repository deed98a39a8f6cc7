"""The tables of checks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.base.diagnostics import NOWHERE, Severity
from engine.base.units import Rect
from engine.checks import DECK_CHECKS, FILE_CHECKS, PLAN_CHECKS, REPORT_CHECKS, check_composed, check_deck, graded
from engine.model.deck import Shape
from engine.model.settings import DEFAULT_SETTINGS, Gravity, Settings
from engine.model.theme import Color
from tests.support.checks import deck_of
from tests.support.findings import reading

ALL = (*REPORT_CHECKS, *DECK_CHECKS, *PLAN_CHECKS, *FILE_CHECKS)
SHORT = "- kpis: [gmv, newcomers]\n- text: 好评率 98.6%。"


def codes(tmp_path: Path, settings: Settings = DEFAULT_SETTINGS, *, complete: bool = True) -> list[str]:
    read = reading(tmp_path, SHORT)
    return [f"{item.code} {item.severity.value}" for item in check_composed(read.report, read.find, settings, complete=complete)]


def test_codes() -> None:
    assert DECK_CHECKS.names == ("FIT003", "FIT004", "FIT021", "FIT022", "FIT023", "A11Y004")
    assert REPORT_CHECKS.names == ("DATA071", *(f"FACT03{n}" for n in range(4)), *(f"RULE00{n}" for n in range(2, 9)))


def test_every_check_is_asked() -> None:
    outside = Shape("s/box", Rect.inches(20, 1, 1, 1), fill=Color("000000"))
    assert [item.code for item in check_deck(deck_of(outside))] == ["FIT003"]


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_every_check_has_a_manual_page(check: object) -> None:
    page = sys.modules[check.run.__module__].__doc__ or ""  # type: ignore[attr-defined]
    assert page.startswith(f"{check.code}: ")  # type: ignore[attr-defined]
    assert all(word in page for word in ("What it does: ", "Why it matters: ", "\nFails: ", "\nPasses: "))


def test_a_report_is_judged_as_grave_as_the_workspace_wants(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["FACT030 warning", "RULE002 warning"]
    gravities = {"FACT030": Gravity(Severity.ERROR, NOWHERE), "RULE002": Gravity(None, NOWHERE)}
    assert codes(tmp_path, Settings(gravities=gravities)) == ["FACT030 error"]


def test_nothing_is_called_missing_while_mistakes_keep_a_part_away(tmp_path: Path) -> None:
    assert codes(tmp_path, complete=False) == ["FACT030 warning"]


def test_other_findings_keep_their_gravity() -> None:
    (finding,) = check_deck(deck_of(Shape("s/box", Rect.inches(20, 1, 1, 1), fill=Color("000000"))))
    assert graded(finding, Settings(gravities={"FACT030": Gravity(None, NOWHERE)})) is finding
