from __future__ import annotations

import sqlite3
import time
from types import SimpleNamespace

import pytest

from engine.sources.sql_watch import Watch


def connection(driver: object) -> SimpleNamespace:
    """Return what a watch asks a connection of SQLAlchemy for."""
    return SimpleNamespace(connection=SimpleNamespace(dbapi_connection=driver), dialect=SimpleNamespace(dbapi=sqlite3))


def test_a_driver_that_can_stop_is_told_to() -> None:
    driver = sqlite3.connect(":memory:")
    watch = Watch(connection(driver), 0.05)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"), watch.running():
        driver.execute("WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT count(*) FROM a").fetchall()
    assert watch.is_over
    driver.close()


def test_what_ends_in_time_is_left_alone() -> None:
    stopped: list[str] = []
    watch = Watch(connection(SimpleNamespace(cancel=lambda: stopped.append("cancel"))), 0.1)
    with watch.running():
        assert not watch.is_over
    time.sleep(0.15)
    assert not stopped


def test_a_driver_without_a_way_to_stop_or_with_a_broken_one_does_no_harm() -> None:
    def refuse() -> None:
        raise sqlite3.ProgrammingError("closed")

    for driver in (object(), SimpleNamespace(cancel=refuse)):
        watch = Watch(connection(driver), 0.01)
        with watch.running():
            time.sleep(0.05)
        assert watch.is_over
