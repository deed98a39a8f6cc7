from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.load.used_tables import UsedTables
from engine.model.tables import DataTable

NAMES = ("weekly", "kpi", "spare")
TABLES = {name: DataTable(name, f"{name}.csv", "", (), ()) for name in NAMES}


def test_to_ask_whether_a_name_is_known_is_not_to_use_it() -> None:
    tables = UsedTables(TABLES)
    assert ("weekly" in tables, "week" in tables, list(tables), len(tables)) == (True, False, [*NAMES], 3)
    assert tables.taken() == {}


def test_a_table_that_somebody_looked_into_is_used() -> None:
    tables = UsedTables(TABLES)
    assert tables["kpi"] is TABLES["kpi"]
    assert tables.get("weekly") is TABLES["weekly"]
    assert tables.taken() == {"weekly": TABLES["weekly"], "kpi": TABLES["kpi"]}


def test_a_table_that_is_not_there_is_not_used() -> None:
    tables = UsedTables(TABLES)
    assert tables.get("week") is None
    with pytest.raises(KeyError):
        tables["week"]
    assert tables.taken() == {}


def test_to_go_through_all_is_to_use_all() -> None:
    tables = UsedTables(TABLES)
    assert dict(tables.items()) == TABLES
    assert tables.taken() == TABLES


@given(st.lists(st.sampled_from(NAMES)))
def test_what_was_used_is_told_in_the_order_of_the_content(asked: list[str]) -> None:
    tables = UsedTables(TABLES)
    for name in asked:
        assert tables[name] is TABLES[name]
    assert list(tables.taken()) == [name for name in NAMES if name in asked]
