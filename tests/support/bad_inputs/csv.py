"""Rows 27 to 42: CSV tables."""

from __future__ import annotations

from tests.support.bad_inputs.case import Case, Put, Run, replaced, table
from tests.support.mini_report import WEEKLY


def cell(value: str, settings: str = "") -> Put:
    """The second figure of the table."""
    rows = "".join(f"W{week},{week}00000\n" for week in range(3, 9))
    return table(f'周次,GMV\nW1,600000\nW2,"{value}"\n{rows}', settings)


CONTRACT = "contract: {unique: [周次]}"
CASES = (
    Case(27, "semicolons", table(WEEKLY.replace(",", ";")), "DATA013", ("';'",), "data/weekly.csv"),
    Case(27, "tabs", table(WEEKLY.replace(",", "\t")), "DATA013", ("tab",), "data/weekly.csv"),
    Case(28, "long row", table(WEEKLY + "W3,1,2\n"), "DATA014", (), "data/weekly.csv:4"),
    Case(28, "short row", table("周次,渠道,GMV\nW1,甲,1\nW2,2\n"), "DATA014", (), "data/weekly.csv:3"),
    Case(29, "duplicate header", table("GMV,GMV\n1,2\n"), "DATA031", ("first in A1",), "weekly.csv!B1"),
    Case(30, "missing column", table("周次,销售\nW1,1\n"), "FACT003", ("周次", "销售"), "report.yaml:7:43"),
    Case(31, "empty file", table(""), "DATA012", (), "data/weekly.csv"),
    Case(31, "header only", table("周次,GMV\n"), "DATA012", ("no rows",), "weekly.csv"),
    Case(32, "unclosed quote", table('周次,GMV\nW1,"6\nW2,5\n'), "DATA015", (), "data/weekly.csv:2:1"),
    Case(33, "long field", table(f"周次,GMV\n{'x' * 140_000},1\n"), "DATA004", ("131072",), "data/weekly.csv:2"),
    Case(34, "thousands are read", cell("1,234"), exit=0),
    Case(34, "broken thousands", cell("1,23,4"), "DATA042", (), "weekly.csv!B3"),
    Case(35, "percent among figures", cell("12%"), "DATA043", ("12%",), "weekly.csv!B3"),
    Case(36, "full-width digits", cell("１２３"), exit=0),
    Case(36, "arabic digits", cell("٣"), "DATA042", ("٣",), "weekly.csv!B3"),
    Case(37, "underscore", cell("1_000"), "DATA042", ("1_000",), "weekly.csv!B3"),
    Case(37, "nan", cell("nan"), "DATA042", ("nan",), "weekly.csv!B3"),
    Case(37, "inf", cell("inf"), "DATA042", ("inf",), "weekly.csv!B3"),
    Case(37, "1e5", cell("1e5"), "DATA042", ("1e5",), "weekly.csv!B3"),
    Case(38, "duplicate row key", table(WEEKLY + "W1,7\n", CONTRACT), "DATA064", ("weekly.csv!A2",), "weekly.csv!A4"),
    Case(
        39,
        "key not in the table",
        replaced("{{ m.gmv.attainment }}", "{{ m.gmv.by('周次', 'W9') }}"),
        "FACT006",
        ("W1",),
        "report.yaml:12:",
    ),
    Case(40, "decimal comma", cell("1,5"), "DATA042", (), "weekly.csv!B3"),
    Case(40, "decimal comma declared", cell("1,5", "decimal_comma: true"), exit=0),
    Case(41, "too many rows", table("a,GMV\n" + "1,2\n" * 1_000_001), "DATA004", ("1000000",), "data/weekly.csv", run=Run.OWN_PROCESS),
    Case(41, "200,000 rows", table("a,GMV\n" + "1,2\n" * 200_000), exit=0, run=Run.OWN_PROCESS),
    Case(
        42, "ambiguous date", table("周次,日,GMV\nW1,03/04/2024,1\nW2,05/06/2024,2\n", "types: {日: date}"), "DATA045", (), "weekly.csv!B2"
    ),
    Case(42, "no such date", table("周次,日,GMV\nW1,2024-02-28,1\nW2,2024-02-30,2\n", "types: {日: date}"), "DATA044", (), "weekly.csv!B3"),
)
