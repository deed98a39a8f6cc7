from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.base.diagnostics import Location
from engine.base.workspace import Workspace
from engine.batch.job import Site
from engine.batch.shared_tables import remove_kept_tables, table_cache
from engine.sources import limits
from engine.sources.spec import TableSpec


def site(root: Path, started: int) -> Site:
    (root / "t.csv").write_text("周,曝光\n2025-06-02,1\n")
    return Site(Workspace(root, root / "out", dt.date(2025, 7, 8)), started=started)


def kept(root: Path, started: int) -> list[str]:
    made = table_cache(site(root, started)).read(root, "t", TableSpec(file="t.csv"), Location("report.yaml", 3, 5))
    assert made.expect_clean().record(0)["曝光"] == 1.0
    return [path.suffix for path in root.glob("out/.debrief/tables/*")]


def test_only_a_run_that_writes_keeps_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONG_BYTES", 1)
    assert kept(tmp_path, 0) == []
    assert kept(tmp_path, 17) == [".table"]


def test_kept_tables_are_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONG_BYTES", 1)
    kept(tmp_path, 17)
    remove_kept_tables(site(tmp_path, 0).workspace)
    remove_kept_tables(site(tmp_path, 0).workspace)
    assert list((tmp_path / "out" / ".debrief").iterdir()) == []
