from __future__ import annotations

from engine.base.diagnostics import Location, Severity
from engine.load.table_filter import filtered
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
