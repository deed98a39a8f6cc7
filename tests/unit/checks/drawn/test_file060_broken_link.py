from __future__ import annotations

from engine.checks.drawn.file060_broken_link import CHECK
from engine.probe.drawn import DrawnFile, DrawnLink
from tests.support.shown import told


def test_a_link_is_told_with_its_words_and_target() -> None:
    drawn = DrawnFile("docx", broken_links=(DrawnLink(0, "见表 3-1", "table_3_1"),))
    assert told(CHECK, drawn) == ["plan.file FILE060 the link “见表 3-1” in the document leads to 'table_3_1', which is not there"]


def test_a_link_without_words_is_told_by_its_page() -> None:
    assert told(CHECK, DrawnFile("pdf", broken_links=(DrawnLink(2, "", ""),))) == [
        "plan.file FILE060 the link on page 2 leads to a place, which is not there"
    ]


def test_no_broken_link_is_no_finding() -> None:
    assert told(CHECK, DrawnFile("pptx")) == []
