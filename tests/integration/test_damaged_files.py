"""Bytes of a Parquet or SQLite file changed at random: the table is read or refused with a code, and nothing falls over."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Location
from engine.base.workspace import Workspace
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

WHERE = Location("report.yaml", 1, 1)
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=20)
KEPT = st.just(1.0) | st.floats(0, 1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("damaged")
    return Workspace(root, root / "out", dt.date(2025, 7, 8))


@pytest.fixture(scope="module")
def sound(workspace: Workspace) -> Mapping[str, bytes]:
    """Return the bytes of two sound files by their ending."""
    root: Path = workspace.root
    with duckdb.connect(":memory:") as connection:
        select = (
            "SELECT DATE '2025-01-01' + (i % 90)::INTEGER AS 日, '渠道' || (i % 3) AS 渠道, i * 0.5 AS 额, [i] AS 列 FROM range(200) t(i)"
        )
        connection.execute(f"COPY ({select}) TO '{root / 's.parquet'}' (FORMAT parquet)")
    database = sqlite3.connect(root / "s.sqlite")
    database.execute("CREATE TABLE t (日, 渠道, 额)")
    database.executemany("INSERT INTO t VALUES ('2025-01-01', ?, ?)", [("抖音" * 30, number) for number in range(200)])
    database.commit()
    database.close()
    return {ending: (root / f"s.{ending}").read_bytes() for ending in ("parquet", "sqlite")}


@pytest.mark.parametrize("ending", ["parquet", "sqlite"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES, KEPT)
def test_damage_is_told_or_harmless(
    workspace: Workspace, sound: Mapping[str, bytes], ending: str, changes: list[tuple[float, int]], kept: float
) -> None:
    blob = bytearray(sound[ending])
    for share, value in changes:
        blob[int(share * len(blob))] = value
    (workspace.root / f"d.{ending}").write_bytes(blob[: int(kept * len(blob))])
    outcome = read_table(workspace, workspace.root, "d", TableSpec(file=f"d.{ending}"), WHERE)
    assert outcome.value is not None or outcome.has_errors
    assert not any(str(workspace.root) in item.message.en for item in outcome.diagnostics)
