"""Golden texts: what a reviewer reads in `tests/golden/`, written anew by `pytest --update`."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
OPTION = "--update"


def assert_golden(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare a text with the file of that name line by line, or write the file when the run was asked to."""
    path = GOLDEN / name
    actual = text.rstrip("\n") + "\n"
    if request.config.getoption(OPTION):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8")
        return
    expected = path.read_text(encoding="utf-8") if path.is_file() else ""
    difference = "\n".join(unified_diff(expected.splitlines(), actual.splitlines(), f"golden/{name}", "now", n=1, lineterm=""))
    assert expected == actual, f"{difference}\n\nIf this is meant: pytest --update"
