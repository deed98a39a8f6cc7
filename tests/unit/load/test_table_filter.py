from __future__ import annotations

from array import array

import pytest

from engine.base.diagnostics import Location, Severity
from engine.base.records import replace
from engine.load.table_filter import filtered
from engine.model.packed import Figures, Words
from engine.model.tables import Column, ColumnType, DataTable
from engine.sources.definition import Bindable

AT = Location("content/h1/report.yaml", 6, 45)
TABLE = DataTable(
    "weekly",
    "data/weekly.csv",
    "",
    (
        Column("团队", ColumnType.TEXT, ("华东", "华南", "华东"), "A"),
        Column("GMV", ColumnType.NUMBER, (10.0, 20.0, 30.0), "B"),
    ),
    (2, 3, 4),
)


def test_records_that_meet_the_condition_keep_their_rows() -> None:
    found = filtered(TABLE, "团队 = '华东'", AT)
    assert found.diagnostics == ()
    assert found.value is not None
    assert found.value.rows == (2, 4)
    assert [column.values for column in found.value.columns] == [("华东", "华东"), (10.0, 30.0)]
    assert found.value.cell_address(found.value.columns[1], 1) == "weekly.csv!B4"


def test_a_mistake_in_the_condition_is_told_at_the_condition() -> None:
    (column,) = filtered(TABLE, "队 = '华东'", AT).diagnostics
    assert (column.code, column.where, column.message.en) == ("FACT003", AT, "table 'weekly' has no column '队'")
    (total,) = filtered(TABLE, "sum(GMV) > 3", AT).diagnostics
    assert (total.code, filtered(TABLE, "sum(GMV) > 3", AT).value) == ("FACT004", None)


def test_a_condition_that_no_record_meets_is_a_warning() -> None:
    found = filtered(TABLE, "团队 = '华北'", AT)
    assert found.value is not None and len(found.value) == 0
    (finding,) = found.diagnostics
    assert (finding.code, finding.severity, finding.message.zh) == (
        "FACT013",
        Severity.WARNING,
        "数据表“weekly”没有一行符合“团队 = '华北'”",
    )


def test_that_a_team_of_a_batch_has_no_record_is_a_note() -> None:
    (finding,) = filtered(TABLE, "团队 = '{{ team.名称 }}'", AT, {"team.名称": "华北"}).diagnostics
    assert (finding.code, finding.severity) == ("FACT013", Severity.INFO)


def test_the_table_says_by_which_condition_it_was_taken() -> None:
    assert filtered(TABLE, "团队 = '{{ team }}'", AT, {"team": "华东"}).expect_clean().where == "团队 = '华东'"
    assert TABLE.where == ""


def packed() -> DataTable:
    """Return the table as a long file gives it."""
    teams = Words(memoryview(array("i", [0, 1, 0])), ("华东", "华南"))
    money = Figures(memoryview(array("d", [10, 20, 30])))
    columns = (Column("团队", ColumnType.TEXT, teams, "A"), Column("GMV", ColumnType.NUMBER, money, "B"))
    return replace(TABLE, columns=columns, rows=range(2, 5))


CONDITIONS = (
    "团队 = '华东'", "团队 IN ('华东', '华南')", "团队 = '华东' AND GMV > 15", "GMV > 15 AND 团队 <> '华东'", "团队 = '华北'", "GMV > 5",
    "团队 = '华东' OR GMV = 20", "团队 LIKE '华%' AND GMV > 25", "团队 = '华南' AND 团队 IN ('华东')", "团队 =", "队 = '华东'", "团队 = 3",
)  # fmt: skip


@pytest.mark.parametrize("where", CONDITIONS)
def test_a_long_table_gives_what_a_short_one_gives(where: str) -> None:
    found, wanted = filtered(packed(), where, AT), filtered(TABLE, where, AT)
    assert found.diagnostics == wanted.diagnostics
    assert (found.value is None) == (wanted.value is None)
    if found.value is not None and wanted.value is not None:
        assert [tuple(column.values) for column in found.value.columns] == [column.values for column in wanted.value.columns]
        assert (tuple(found.value.rows), found.value.where) == (wanted.value.rows, where)


def test_a_long_table_goes_into_a_database_once() -> None:
    table = packed()
    first = table.columns[0].values
    assert isinstance(first, Words)
    filtered(table, "团队 LIKE '华%'", AT)
    known = first.found["questions to the whole table"]
    filtered(table, "团队 LIKE '%东'", AT)
    assert first.found["questions to the whole table"] is known


NAMES: dict[str, Bindable] = {"team": "华东", "least": 15, "hostile": "x' OR '1'='1"}


def test_names_of_the_report_are_values_with_or_without_quotes() -> None:
    for where in ("团队 = '{{ team }}' AND GMV >= {{ least }}", "团队 = {{team}} AND GMV >= 15"):
        assert filtered(TABLE, where, AT, NAMES).expect_clean().rows == (4,)


def test_a_value_is_never_a_piece_of_sql() -> None:
    found = filtered(TABLE, "团队 = '{{ hostile }}'", AT, NAMES)
    assert found.value is not None and len(found.value) == 0


def test_other_templates_are_refused() -> None:
    for where in ("团队 = '{{ tem }}'", "团队 = '{{ team | upper }}'"):
        (found,) = filtered(TABLE, where, AT, NAMES).diagnostics
        assert (found.code, found.where) == ("DATA057", AT)
