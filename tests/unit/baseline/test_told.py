from __future__ import annotations

from engine.base.diagnostics import Location
from engine.baseline.differences import Kind, PageDifference
from engine.baseline.place import CODES
from engine.baseline.told import damaged, findings, nothing_approved
from engine.diff.page_changes import LineChange
from tests.unit.baseline.conftest import PAGES

FILE = "content/a/baseline/pages.txt"


def test_each_difference_is_a_warning_at_its_page() -> None:
    lines = (LineChange("抖音 | 60", "抖音 | 61"), LineChange(None, "多一行"), LineChange("少一行", None), *(LineChange("a", "b"),) * 5)
    found = list(
        findings(
            (
                PageDifference(Kind.TEXT, "业绩", 2, 3, lines),
                PageDifference(Kind.PICTURE, "封面", 1, 1),
                PageDifference(Kind.ADDED, "新", None, 2),
                PageDifference(Kind.REMOVED, "旧", 3, None),
                PageDifference(Kind.MOVED, "业绩", 2, 3),
            ),
            PAGES,
            FILE,
        )
    )
    assert [(item.code, item.where.line, item.message.en) for item in found] == [
        ("DIFF002", 7, "page 3 “业绩” reads differently: 抖音 | 60 → 抖音 | 61; + 多一行; − 少一行; a → b; a → b; a → b; and 2 more"),
        ("DIFF003", 3, "page 1 “封面” looks different, its words are the same"),
        ("DIFF004", 1, "page 2 “新” is new"),
        ("DIFF004", 13, "page 3 “旧” of the baseline is gone"),
        ("DIFF004", 7, "“业绩” moved from page 2 to 3"),
    ]
    assert found[0].message.zh.startswith("第 3 页“业绩”文字变了：抖音 | 60 → 抖音 | 61；+ 多一行")
    assert {item.where.file for item in found} == {FILE}
    assert not any(item.is_error for item in found)


def test_a_long_line_is_cut() -> None:
    (found,) = findings((PageDifference(Kind.TEXT, "t", 1, 1, (LineChange("长" * 300, None),)),), PAGES, FILE)
    assert found.message.en.endswith(f"− {'长' * 119}…")


def test_long_lines_are_cut_to_where_they_differ() -> None:
    before, after = f"{'前' * 200}成交 105 万元{'后' * 200}", f"{'前' * 200}成交 98 万元{'后' * 200}"
    (found,) = findings((PageDifference(Kind.TEXT, "t", 1, 1, (LineChange(before, after),)),), PAGES, FILE)
    words = found.message.en.partition("differently: ")[2]
    assert words == f"…{'前' * 13}成交 105 万元{'后' * 13}… → …{'前' * 13}成交 98 万元{'后' * 13}…"


def test_a_report_without_a_baseline_and_one_with_a_damaged_one() -> None:
    missing, broken = nothing_approved(Location("content/a/report.yaml", 2, 1)), damaged(FILE, 4)
    assert (missing.code, str(missing.where), broken.code, str(broken.where)) == (
        "DIFF005",
        "content/a/report.yaml:2:1",
        "DIFF005",
        f"{FILE}:4:1",
    )
    assert {missing.code, "DIFF002", "DIFF003", "DIFF004"} == CODES
