"""Rows 80 to 88: what charts are given."""

from __future__ import annotations

from tests.support.bad_inputs.case import Case, Put, blocks, both, table
from tests.support.mini_report import WEEKLY

AT = "report.yaml:14:"


def rows(kind: str, *written: str) -> Put:
    return blocks(f"- chart: {{kind: {kind}, title: 额, unit: 元, rows: [{', '.join(written)}]}}")


def drawn(kind: str, csv: str, more: str = "") -> Put:
    return both(blocks(f"- chart: {{kind: {kind}, title: 额, table: weekly, by: 周次, value: sum(GMV), unit: 元{more}}}"), table(csv))


MANY = "周次,GMV\n" + "".join(f"W{week},{week}\n" for week in range(1, 1_001))
CASES = (
    Case(80, "nan", rows("column", "[甲, .nan]", "[乙, 1]"), "YAML012", (".nan",), AT),
    Case(80, "infinite", rows("column", "[甲, 1.0e+999]"), "YAML012", (), AT),
    Case(80, "missing is a gap", rows("column", "[甲, null]", "[乙, 1]", "[丙, 2]"), exit=0),
    Case(81, "a word for a figure", rows("column", "[甲, 很多]", "[乙, 1]"), "FACT008", ("很多",), AT),
    Case(81, "true for a figure", rows("column", "[甲, true]", "[乙, 1]"), "YAML022", ("true",), AT),
    Case(82, "more values than series", rows("column", "[甲, 1, 2]", "[乙, 1]"), "FACT013", ("series",), AT),
    Case(83, "pie of zeros", rows("pie", "[甲, 0]", "[乙, 0]"), "CHART008", ("额",), AT),
    Case(83, "pie with a loss", rows("pie", "[甲, -1]", "[乙, 2]"), "CHART007", ("额", "甲"), AT),
    Case(84, "no rows", drawn("column", WEEKLY, ", where: \"周次 = 'W9'\""), "FACT013", (), AT),
    Case(84, "all missing", rows("column", "[甲, null]", "[乙, null]"), "CHART003", (), AT),
    Case(84, "a single point", rows("line", "[甲, 1]"), exit=0),
    Case(85, "one category twice", rows("column", "[甲, 1]", "[甲, 2]"), exit=0),
    Case(86, "1,000 categories", drawn("column", MANY), "CHART006", ("60",), AT),
    Case(
        87,
        "labels that are formulas",
        drawn("column", '周次,GMV\n=cmd|\' /C calc\'!A0,1000000\n"=HYPERLINK(""http://x"")",50000\n'),
        exit=0,
    ),
    Case(88, "1e308", rows("column", "[甲, 1e308]", "[乙, 1]"), "FACT008", ("1e308",), AT),
    Case(88, "400 digits", rows("column", f"[甲, {'9' * 400}]", "[乙, 1]"), "YAML012", (), AT),
    Case(
        88,
        "400 digits in a cell",
        drawn("column", f"周次,GMV\nW1,{'9' * 400}\nW2,5\nW3,5\nW4,5\n"),
        "FACT005",
        ("text",),
        "report.yaml:7:43",
    ),
)
