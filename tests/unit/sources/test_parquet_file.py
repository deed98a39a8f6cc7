from __future__ import annotations

from tests.unit.sources.conftest import Bench, picture


def test_a_file_is_known_by_its_ending(bench: Bench) -> None:
    bench.parquet("SELECT 1 AS a")
    (bench.root / "weekly.parquet").rename(bench.root / "WEEKLY.PARQUET")
    assert picture(bench.table(file="WEEKLY.PARQUET")) == "a:number\n1: 1.0"
