from __future__ import annotations

from engine.sources import SOURCES
from tests.unit.sources.conftest import Bench, picture


def test_every_usual_ending_is_a_database(bench: Bench) -> None:
    assert SOURCES["sqlite"].suffixes == (".sqlite", ".sqlite3", ".db")
    path = bench.database("CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (1), (2)")
    path.rename(bench.root / "OPS.DB")
    assert picture(bench.table(file="OPS.DB")) == "a:number\n1: 1.0\n2: 2.0"
