"""Rows 23 to 26: how text is encoded."""

from __future__ import annotations

from tests.support.bad_inputs.case import Case, markdown, saved, table
from tests.support.mini_report import REPORT, WEEKLY

CASES = (
    Case(23, "report in GBK", saved(REPORT.encode("gbk")), "YAML014", ("GB18030", "byte offset", "line 2"), "report.yaml:2:8"),
    Case(23, "Markdown in GBK", markdown("# 结\n\n## 题\n\n正文\n".encode("gbk")), "YAML014", ("GB18030", "byte offset"), "02.md:1:3"),
    Case(23, "table in GBK is read and told", table(WEEKLY.encode("gbk")), exit=0),
    Case(23, "table in no encoding", table(WEEKLY.encode() + b"W3,\xff\xfe\xff\xff\n"), "DATA010", (), "data/weekly.csv"),
    Case(24, "byte order mark", table(WEEKLY.encode("utf-8-sig")), exit=0),
    Case(24, "byte order mark in the report", saved(REPORT.encode("utf-8-sig")), exit=0),
    Case(25, "UTF-16 by its mark", table(WEEKLY.encode("utf-16")), exit=0),
    Case(25, "UTF-16 without mark", table(WEEKLY.encode("utf-16-le")), "DATA011", (), "data/weekly.csv"),
    Case(25, "report in UTF-16", saved(REPORT.encode("utf-16")), exit=0),
    Case(26, "NUL in a table", table(WEEKLY + "W\0003,1\n"), "DATA011", (), "data/weekly.csv:4:1"),
    Case(26, "NUL in the report", saved(REPORT.replace("半年小结", "半年\0小结").encode()), "YAML013", ("U+0000",), "report.yaml:2:10"),
)
