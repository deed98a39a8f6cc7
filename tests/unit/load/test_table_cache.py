from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from engine.base.diagnostics import Location, Outcome
from engine.base.workspace import Workspace
from engine.load import table_cache
from engine.load.table_cache import SUFFIX, TableCache
from engine.model.tables import DataTable
from engine.sources import limits
from engine.sources.definition import Around
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

AT = Location("report.yaml", 3, 5)
TEXT = "标题\n周,渠道,曝光\n2025-06-02,抖音,1\n2025-06-09,小红书,2\n合计,,3\n"


class Bench:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.workspace = Workspace(root, root / "out", dt.date(2025, 7, 8))
        self.write(TEXT)

    def write(self, text: str) -> None:
        (self.root / "t.csv").write_text(text, encoding="utf-8")

    def cache(self, version: str = "1", *, keeps: bool = True) -> TableCache:
        return TableCache(self.workspace, self.root / "out" / "tables", lambda: version, keeps=keeps)

    def read(self, cache: TableCache, end: dt.date | None = None, **spec: object) -> Outcome[DataTable]:
        return cache.read(self.root, "t", TableSpec.model_validate({"file": "t.csv", **spec}), AT, Around(period_end=end))

    @property
    def kept(self) -> list[str]:
        return sorted(path.name for path in (self.root / "out" / "tables").glob("*"))


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(limits, "LONG_BYTES", 1)
    return Bench(tmp_path)


def refuse(*_: object) -> Outcome[DataTable]:
    raise AssertionError("the file is read a second time")


def test_the_next_process_opens_what_the_first_has_read(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    first = bench.read(bench.cache())
    monkeypatch.setattr(table_cache, "read_table", refuse)
    cache = bench.cache()
    second = bench.read(cache)
    assert first.value is not None and second.value is not None
    assert [second.value.record(index) for index in range(2)] == [
        {"周": dt.date(2025, 6, 2), "渠道": "抖音", "曝光": 1.0},
        {"周": dt.date(2025, 6, 9), "渠道": "小红书", "曝光": 2.0},
    ]
    assert second.diagnostics == first.diagnostics != ()
    assert second.value.notes == first.value.notes
    assert bench.read(cache).value is second.value
    assert [name[-len(SUFFIX) :] for name in bench.kept] == [SUFFIX]


def test_a_filter_is_no_part_of_the_table(bench: Bench) -> None:
    cache = bench.cache()
    assert bench.read(cache, where="渠道 = '抖音'").value is bench.read(cache).value


def test_whatever_decides_how_it_is_read_makes_another(bench: Bench) -> None:
    whole = bench.read(bench.cache()).value
    bench.write(TEXT.replace("2\n", "5\n"))
    changed = bench.read(bench.cache()).value
    assert whole is not None and changed is not None
    assert (whole.record(1)["曝光"], changed.record(1)["曝光"]) == (2.0, 5.0)
    assert len(bench.kept) == 1  # the older one is gone
    assert bench.read(bench.cache("2")).value is not None and len(bench.kept) == 1
    assert bench.read(bench.cache("2"), drop_total=False, types={"曝光": "text"}).value is not None
    assert len(bench.kept) == 2


def test_freshness_asks_for_the_end_of_the_period(bench: Bench) -> None:
    stale = bench.read(bench.cache(), dt.date(2025, 6, 30), contract={"fresh_until": "period_end"})
    fresh = bench.read(bench.cache(), dt.date(2025, 6, 9), contract={"fresh_until": "period_end"})
    assert [item.code for item in stale.diagnostics if item not in fresh.diagnostics] == ["DATA065"]


def test_a_table_with_mistakes_is_read_again(bench: Bench) -> None:
    bench.write("周,曝光\n1,2\n3,x\n4,5\n6,7\n8,9\n9,1\n")
    assert bench.read(bench.cache()).value is None
    assert bench.kept == []


def test_short_files_and_rows_in_the_content_are_not_kept(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONG_BYTES", 10_000)
    assert bench.read(bench.cache()).value is not None
    inline = TableSpec.model_validate({"rows": [{"a": 1}]})
    assert bench.cache().read(bench.root, "t", inline, AT).value is not None
    outside = TableSpec.model_validate({"file": "../t.csv"})
    assert bench.cache().read(bench.root, "t", outside, AT).value is None
    assert bench.kept == []


def test_a_folder_that_cannot_be_written_is_no_mistake(bench: Bench) -> None:
    (bench.root / "out").write_text("a file")
    assert bench.read(bench.cache()).value is not None


def test_who_only_checks_opens_but_does_not_write(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bench.read(bench.cache(keeps=False)).value is not None
    assert not (bench.root / "out").exists()
    bench.read(bench.cache())
    monkeypatch.setattr(table_cache, "read_table", refuse)
    assert bench.read(bench.cache(keeps=False)).value is not None


def test_a_file_that_changes_while_it_is_read_is_not_kept(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    real = read_table

    def slow(*asked: Any) -> Outcome[DataTable]:
        bench.write(TEXT.replace("2\n", "500\n"))
        return real(*asked)

    monkeypatch.setattr(table_cache, "read_table", slow)
    found = bench.read(bench.cache()).value
    assert found is not None and found.record(1)["曝光"] == 500.0
    assert bench.kept == []
