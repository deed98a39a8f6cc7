from __future__ import annotations

from engine.checks.branded.definition import BrandCheck


def test_a_check_is_called_by_its_code() -> None:
    assert BrandCheck("BRAND099", ("pptx",), lambda _drawn, _rules, _where: iter(())).name == "BRAND099"
