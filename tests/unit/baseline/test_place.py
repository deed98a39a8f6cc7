from __future__ import annotations

from pathlib import Path

from engine.baseline.place import folder_of


def test_a_baseline_stands_beside_its_report_and_one_for_each_of_a_batch() -> None:
    assert folder_of(Path("content/a")) == Path("content/a/baseline")
    assert folder_of(Path("content/a"), "华东_2025Q3") == Path("content/a/baseline/华东_2025Q3")
