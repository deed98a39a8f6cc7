from __future__ import annotations

from engine.base.diagnostics import Location, Phrase, Severity
from engine.sources import query_problems

HERE = Location("report.yaml", 7, 3)


def test_no_message_about_a_database_asks_for_its_address_in_the_content() -> None:
    found = query_problems.no_address("WAREHOUSE_URL", HERE)
    assert found.message == Phrase("环境变量 WAREHOUSE_URL 没有设置", "the environment variable WAREHOUSE_URL is not set")
    assert found.hint is not None and found.hint.en.startswith("set it: export WAREHOUSE_URL=")


def test_what_does_not_spoil_the_numbers_is_no_error() -> None:
    assert query_problems.columns_left_out(["a"], HERE).severity is Severity.INFO
    assert query_problems.zoned_times(["a"], HERE).severity is Severity.WARNING


def test_long_lists_of_tables_are_cut() -> None:
    tables = [f"t{number}" for number in range(40)]
    assert query_problems.table_unknown("x", tables, HERE).message.en.endswith("t10, t11")
    assert "t12" not in query_problems.table_unnamed(tables, HERE).message.en


def test_seconds_are_told_as_people_write_them() -> None:
    assert query_problems.query_timeout(30.0, HERE).message.zh == "查询超过 30 秒，已停止"
