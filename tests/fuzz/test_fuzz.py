"""A few of the trials of `./dev fuzz` on every run, more on slow ones."""

from __future__ import annotations

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.trials import trials


def test_there_are_many_seeds() -> None:
    assert len(seeds()) >= 30


def test_changed_files_are_told_or_harmless() -> None:
    assert [fault for fault in trials(range(40)) if fault is not None] == []


@pytest.mark.slow
def test_many_changed_files_are_told_or_harmless() -> None:
    assert [fault for fault in trials(range(300), salt=1) if fault is not None] == []
