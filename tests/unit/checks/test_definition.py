"""What a check is."""

from __future__ import annotations

from engine.checks import DECK_CHECKS
from engine.checks.definition import FileCheck


def test_a_check_goes_by_its_code() -> None:
    assert all(check.name == check.code == code for check, code in zip(DECK_CHECKS, DECK_CHECKS.names, strict=True))
    assert FileCheck("FACT101", "pptx", lambda _blob, _file: iter(())).name == "FACT101"
