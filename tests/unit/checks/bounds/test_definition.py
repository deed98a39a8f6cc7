from __future__ import annotations

from engine.checks.bounds.definition import Bounds, BoundsCheck
from engine.probe.measured import Measured


def test_without_wishes_nothing_is_bound() -> None:
    assert Bounds() == Bounds(None, None, 1.0, None)


def test_a_check_is_named_by_its_code() -> None:
    assert BoundsCheck("RULE010", lambda _found, _bounds, _where: iter(())).name == "RULE010"
    assert Measured("pdf").stated == ()
