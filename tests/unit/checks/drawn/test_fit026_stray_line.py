from __future__ import annotations

from engine.checks.drawn.fit026_stray_line import CHECK
from engine.probe.drawn import DrawnFile, DrawnStray
from tests.support.shown import told


def test_both_kinds_are_told_with_their_page() -> None:
    found = told(CHECK, DrawnFile("pdf", strays=(DrawnStray(7, "月内恢复供货。", is_last=True), DrawnStray(8, "三季度", is_last=False))))
    assert found == [
        "plan.file FIT026 “月内恢复供货。” on page 7 is the last line of its paragraph alone at the head",
        "plan.file FIT026 “三季度” on page 8 is the first line of its paragraph alone at the foot",
    ]


def test_a_file_without_them_passes() -> None:
    assert told(CHECK, DrawnFile("pdf")) == []
