from __future__ import annotations

import re

from engine.baseline.changes_page import changes_page
from engine.baseline.differences import Kind, PageDifference
from engine.diff.page_changes import LineChange
from tests.unit.baseline.conftest import PICTURES

PALETTE = dict.fromkeys(("ink", "ink2", "line", "surface", "primary", "met", "missed"), "22303C")
CHANGED = PageDifference(
    Kind.TEXT, "A<b>", 2, 3, (LineChange("完成 105%", "完成 98%"), LineChange(None, "<新>")), (PICTURES[0], PICTURES[1], PICTURES[2])
)  # fmt: skip


def test_pages_stand_side_by_side_with_what_changed_marked() -> None:
    text = changes_page((CHANGED, PageDifference(Kind.REMOVED, "旧", 4, None, pictures=(PICTURES[0], None, None))), PALETTE).decode()
    assert [caption.partition(" ")[0] for caption in re.findall(r"<figcaption>(.*?)</figcaption>", text)] == [
        "基线",
        "现在",
        "差别",
        "基线",
    ]
    assert '<a href="#0">2→3 A&lt;b&gt;</a>' in text
    assert "<td>完成 <del>105%</del></td><td>完成 <ins>98%</ins></td>" in text
    assert "<tr><td></td><td><ins>&lt;新&gt;</ins></td></tr>" in text
    assert "http" not in text  # one file for itself


def test_the_same_differences_give_the_same_bytes() -> None:
    assert changes_page((CHANGED,), PALETTE) == changes_page((CHANGED,), PALETTE)
