"""Whatever ends a run of many reports, and whenever: nothing is corrupt, nothing is lost, nothing is left over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.tiny_batch import put_batch
from tests.survival.matrix import ended_by_signals, killed_groups, killed_workers, undisturbed

REPORTS, KILLS, WORKER_KILLS, MOMENTS = 80, 8, 16, 9
SEED = 20250708
OPTIONS = ("-j", "2", "--no-pages")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("batch")
    put_batch(root, REPORTS)
    return root


@pytest.fixture(scope="module")
def right(root: Path) -> Mapping[str, str]:
    files, _ = undisturbed(root, *OPTIONS)
    assert len(files) == REPORTS * len(("pptx", "docx", "pdf", "facts.json", "agreement.json", "agreement.html"))
    return files


def test_a_run_that_is_killed_again_and_again_comes_out_as_if_it_never_was(root: Path, right: Mapping[str, str]) -> None:
    survived = killed_groups(root, right, KILLS, 8.0, SEED, *OPTIONS)
    assert survived.unharmed, survived
    assert survived.kills >= KILLS // 2


def test_processes_that_are_killed_one_by_one_lose_no_report(root: Path, right: Mapping[str, str]) -> None:
    survived = killed_workers(root, right, WORKER_KILLS, 1.0, SEED, *OPTIONS)
    assert survived.unharmed, survived
    assert survived.kills == WORKER_KILLS


def test_a_run_that_is_asked_to_end_ends_at_once_and_leaves_no_process(root: Path, right: Mapping[str, str]) -> None:
    ends = ended_by_signals(root, MOMENTS, 6.0, SEED, *OPTIONS)
    assert [end for end in ends if not end.well] == []
