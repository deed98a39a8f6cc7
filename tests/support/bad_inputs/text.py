"""Rows 73 to 79: characters and lengths of texts."""

from __future__ import annotations

from tests.support.bad_inputs.case import Case, Run, blocks, both, replaced, table, text
from tests.support.mini_report import WEEKLY

AT = "report.yaml:14:"
LABELLED = "- chart: {kind: column, title: 额, table: weekly, by: 周次, value: sum(GMV), unit: 元}"

CASES = (
    Case(73, "100,000 characters", text("字" * 100_000), "YAML011", ("20,000",), AT, run=Run.OWN_PROCESS),
    Case(
        73,
        "a title too long for its box",
        replaced("title: 完成 ", f"title: {'很长的标题' * 60} 完成 "),
        "FIT001",
        ("characters",),
        "report.yaml:12:",
    ),
    Case(74, "control character in the report", text("甲\x07乙"), "YAML013", ("U+0007",), "report.yaml:14:20"),
    Case(74, "control character in a cell", both(blocks(LABELLED), table(WEEKLY.replace("W2", "W\x072"))), exit=0),
    Case(74, "vertical tab in a title", replaced("title: 半年小结", "title: 半年\x0b小结"), "YAML013", ("U+000B",), "report.yaml:2:10"),
    Case(75, "U+FFFE", text("甲\ufffe乙"), "YAML013", ("U+FFFE",), "report.yaml:14:20"),
    Case(75, "U+FFFE in a cell", both(blocks(LABELLED), table(WEEKLY.replace("W2", "W\ufffe2"))), exit=0),
    Case(
        76,
        "direction override in a title",
        replaced("title: 半年小结", "title: 半年\u202e小结"),
        "YAML015",
        ("U+202E",),
        "report.yaml:2:10",
        exit=0,
    ),
    Case(
        76,
        "direction override in a file name",
        replaced("title: 半年小结", "title: 半年小结\nfile_name: a\u202efdp"),
        "YAML015",
        ("U+202E",),
        "report.yaml:3:13",
        exit=0,
    ),
    Case(76, "direction override in a cell", both(blocks(LABELLED), table(WEEKLY.replace("W2", "W\u202e2"))), exit=0),
    Case(76, "zero-width space", text("甲\u200b乙"), "YAML015", ("U+200B",), AT, exit=0),
    Case(77, "emoji", text("增长 👩‍👩‍👧 🇨🇳"), "FONT003", (), AT, exit=0),
    Case(77, "right to left", text("增长 שלום"), "FONT003", (), AT),
    Case(78, "a letter no font has", text("增长 ꙮ𒀀"), "FONT003", (), AT),
    Case(
        79,
        "dollars in a chart",
        both(blocks(LABELLED.replace("title: 额", "title: '$5 与 $6'")), table(WEEKLY.replace("W2", "$\\frac{$"))),
        exit=0,
    ),
)
