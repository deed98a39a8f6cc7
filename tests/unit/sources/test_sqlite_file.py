from __future__ import annotations

import pytest

from engine.sources import SOURCES, limits
from tests.unit.sources.conftest import Bench, picture


def test_every_usual_ending_is_a_database(bench: Bench) -> None:
    assert SOURCES["sqlite"].suffixes == (".sqlite", ".sqlite3", ".db")
    path = bench.database("CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (1), (2)")
    path.rename(bench.root / "OPS.DB")
    assert picture(bench.table(file="OPS.DB")) == "a:number\n1: 1.0\n2: 2.0"


def test_the_size_of_a_database_is_not_limited_its_rows_are(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
    bench.database("CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (1)")
    assert picture(bench.table(file="ops.sqlite")) == "a:number\n1: 1.0"
