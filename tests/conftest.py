"""What every test may ask for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from engine.base.workspace import Workspace

# The same examples on every run: a red build is then about the commit, not about luck. Slowness depends on the neighbours.
settings.register_profile("debrief", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("debrief")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden texts anew (tests/golden) instead of comparing with them")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace in a folder of its own, on a fixed day."""
    root = tmp_path.resolve()
    return Workspace(root=root, out=root / "out", today=dt.date(2025, 7, 8))
